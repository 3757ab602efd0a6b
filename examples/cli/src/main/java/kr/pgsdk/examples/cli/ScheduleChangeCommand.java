package kr.pgsdk.examples.cli;

import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Change the time of a schedule that wasn't executed.")
final class ScheduleChangeCommand extends Verb {
  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "Your own id.")
  private String orderId = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "When: 2026-12-01T09:00:00+09:00, or the seconds since 1970.")
  private String at = "";

  ScheduleChangeCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  String ifUnknown() {
    return ScheduleFindCommand.SEE;
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    return ScheduleReport.all(
        "changed",
        List.of(
            Gateway.iamport(open)
                .schedules()
                .changeTime(OrderId.of(orderId), TimeText.moment("--at", at))));
  }
}
