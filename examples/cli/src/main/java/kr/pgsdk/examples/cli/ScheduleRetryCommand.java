package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.iamport.schedule.IamportSchedules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Charge a schedule that failed once more: now, which moves money, or later.")
final class ScheduleRetryCommand extends Verb {
  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "Your own id.")
  private String orderId = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When: 2026-12-01T09:00:00+09:00, or the seconds since 1970 (default: now).")
  private @Nullable String at;

  ScheduleRetryCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byOrderId(OrderId.of(orderId)));
  }

  @Override
  String ifUnknown() {
    return ScheduleFindCommand.SEE;
  }

  @Override
  Report execute(PaymentGateway open) {
    IamportSchedules schedules = Gateway.iamport(open).schedules();
    OrderId order = OrderId.of(orderId);
    return at == null
        ? new PaymentReport("charged", schedules.retryNow(order).toPayment())
        : ScheduleReport.all(
            "scheduled", List.of(schedules.reschedule(order, TimeText.moment("--at", at))));
  }
}
