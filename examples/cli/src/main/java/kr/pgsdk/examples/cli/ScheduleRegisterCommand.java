package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Schedule a charge of a billing key. Iamport charges it at that time.")
final class ScheduleRegisterCommand extends Verb {
  @Mixin private final BillingKeyOptions key = new BillingKeyOptions();
  @Mixin private final OrderOptions order = new OrderOptions();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "When: 2026-12-01T09:00:00+09:00, or the seconds since 1970.")
  private String at = "";

  @Mixin private final ChannelOptions channel = new ChannelOptions();

  ScheduleRegisterCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byOrderId(OrderId.of(order.id())));
  }

  @Override
  String ifUnknown() {
    return ScheduleFindCommand.SEE;
  }

  @Override
  Report execute(PaymentGateway open) {
    IamportSchedule schedule =
        IamportSchedule.builder(
                OrderId.of(order.id()), TimeText.moment("--at", at), order.money(), order.name())
            .build();
    IamportScheduleRequest.Builder request =
        IamportScheduleRequest.builder(key.key(Gateway.IAMPORT).value(), List.of(schedule));
    channel.key(Gateway.IAMPORT).ifPresent(request::channelKey);
    return ScheduleReport.of(
        "scheduled",
        Gateway.iamport(open).schedules().register(request.build()),
        List.of(schedule.orderId()));
  }
}
