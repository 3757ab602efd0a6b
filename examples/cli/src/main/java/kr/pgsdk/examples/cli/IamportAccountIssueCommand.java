package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Issue a virtual account that the buyer pays an order into.")
final class IamportAccountIssueCommand extends Verb {
  @Mixin private final ChannelOptions channel = new ChannelOptions();

  @Mixin private final OrderOptions order = new OrderOptions();

  @Option(
      names = "--bank",
      required = true,
      paramLabel = "CODE",
      description = "The bank, in the payment company's code.")
  private String bank = "";

  @Option(
      names = "--due",
      required = true,
      paramLabel = "TIME",
      description = "Until when to pay: 2026-12-01T09:00:00+09:00, or the seconds since 1970.")
  private String due = "";

  @Option(names = "--holder", paramLabel = "NAME", description = "In whose name the account is.")
  private @Nullable String holder;

  IamportAccountIssueCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byOrderId(OrderId.of(order.id())));
  }

  @Override
  Report execute(PaymentGateway open) {
    IamportVirtualAccountRequest.Builder request =
        IamportVirtualAccountRequest.builder(
                channel.required(),
                OrderId.of(order.id()),
                order.money(),
                bank,
                TimeText.moment("--due", due))
            .name(order.name());
    Optional.ofNullable(holder).ifPresent(request::vbankHolder);
    return new PaymentReport(
        "issued", Gateway.iamport(open).virtualAccounts().issue(request.build()).toPayment());
  }
}
