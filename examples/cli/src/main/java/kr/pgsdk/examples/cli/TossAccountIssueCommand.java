package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Issue a virtual account that the buyer pays an order into.")
final class TossAccountIssueCommand extends Verb {
  @Mixin private final OrderOptions order = new OrderOptions();

  @Option(
      names = "--customer-name",
      required = true,
      paramLabel = "NAME",
      description = "In whose name the account is.")
  private String customerName = "";

  @Option(
      names = "--bank",
      required = true,
      paramLabel = "CODE",
      description = "The bank's code, such as 88.")
  private String bank = "";

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description = "Until when to pay: 2026-12-01T09:00:00+09:00, or the seconds since 1970.")
  private @Nullable String due;

  TossAccountIssueCommand(Pg pg) {
    super(pg, Gateway.TOSS);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byOrderId(OrderId.of(order.id())));
  }

  @Override
  Report execute(PaymentGateway open) {
    TossVirtualAccountRequest.Builder request =
        TossVirtualAccountRequest.builder(
            OrderId.of(order.id()), order.money(), order.name(), customerName, bank);
    Optional.ofNullable(due)
        .map(time -> TimeText.moment("--due", time))
        .ifPresent(request::dueDate);
    return new PaymentReport(
        "issued", Gateway.toss(open).virtualAccounts().issue(request.build()).toPayment());
  }
}
