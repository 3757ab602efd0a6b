package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Charge a billing key. This moves money.",
      "An order that is paid is not charged again. A declined one stays so: a new try takes a new"
          + " --order-id."
    })
final class BillingChargeCommand extends Verb {
  private final Gateway gateway;

  @Mixin private final BillingKeyOptions key = new BillingKeyOptions();
  @Mixin private final OrderOptions order = new OrderOptions();

  @Mixin private final BuyerOptions buyer = new BuyerOptions();

  @Option(names = "--tax-free", paramLabel = "N", description = "The tax-free part of the amount.")
  private @Nullable String taxFree;

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "Pay it off in so many months: 0 or 2 to 36. Iamport only.")
  private @Nullable Integer months;

  @Mixin private final ChannelOptions channel = new ChannelOptions();

  BillingChargeCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.gateway = gateway;
  }

  @Override
  Optional<String> channelKey() {
    return channel.key(gateway);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byOrderId(OrderId.of(order.id())));
  }

  @Override
  String ifUnknown() {
    return gateway != Gateway.IAMPORT
        ? "Or run the same command again: the gateway knows it by its key, and charges once."
        : "If there is still no such payment after five minutes, run the same command again: it"
            + " looks the order up, and charges only what isn't paid.";
  }

  @Override
  Report execute(PaymentGateway open) {
    ChargeRequest.Builder request =
        ChargeRequest.builder(
            key.key(gateway), OrderId.of(order.id()), order.money(), order.name());
    buyer.name().ifPresent(request::customerName);
    buyer.email().ifPresent(request::customerEmail);
    if (taxFree != null) {
      request.taxFree(order.part("--tax-free", taxFree));
    }
    if (months != null) {
      request.installmentMonths(months);
    }
    return new ConfirmReport(gateway.billing(open).charge(request.build()));
  }
}
