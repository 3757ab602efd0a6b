package kr.pgsdk.examples.cli;

import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.schedule.IamportSchedules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Revoke schedules of a billing key that weren't executed.")
final class ScheduleRevokeCommand extends Verb {
  @Mixin private final BillingKeyOptions key = new BillingKeyOptions();

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description = "Revoke the schedule of this order; may be given more than once.")
  private List<String> orderIds = List.of();

  @Option(names = "--all", description = "Revoke every schedule of the key.")
  private boolean all;

  ScheduleRevokeCommand(Pg pg) {
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
    if (all != orderIds.isEmpty()) {
      throw new IllegalArgumentException("give --order-id or --all, one of the two");
    }
    String uid = key.key(Gateway.IAMPORT).value();
    IamportSchedules schedules = Gateway.iamport(open).schedules();
    if (all) {
      return ScheduleReport.all("revoked", schedules.revokeAll(uid));
    }
    List<OrderId> orders = orderIds.stream().map(OrderId::of).toList();
    return ScheduleReport.of("revoked", schedules.revoke(uid, orders), orders);
  }
}
