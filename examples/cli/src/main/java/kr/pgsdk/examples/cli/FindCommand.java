package kr.pgsdk.examples.cli;

import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Look up a payment. Exit code 1: the gateway has none.")
final class FindCommand extends Verb {
  private static final class By {
    @Option(
        names = "--payment-id",
        required = true,
        paramLabel = "ID",
        description = "The gateway's id: imp_uid, paymentKey or transactionId.")
    private @Nullable String paymentId;

    @Option(
        names = "--order-id",
        required = true,
        paramLabel = "ID",
        description = "Your id: merchant_uid, orderId or paymentId.")
    private @Nullable String orderId;
  }

  @ArgGroup(multiplicity = "1")
  private By by = new By();

  FindCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  Report execute(PaymentGateway gateway) {
    PaymentLookup lookup =
        by.paymentId != null
            ? PaymentLookup.byPaymentId(PaymentId.of(by.paymentId))
            : PaymentLookup.byOrderId(OrderId.of(String.valueOf(by.orderId)));
    return new FindReport(lookup, gateway.find(lookup));
  }

  private record FindReport(PaymentLookup lookup, Optional<Payment> payment) implements Report {
    @Override
    public int exitCode() {
      return payment.isPresent() ? ExitCode.DONE : ExitCode.NOT_FOUND;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "found", payment.isPresent(), "payment", payment.map(PaymentView::json).orElse(null));
    }

    @Override
    public void print(Page page) {
      if (payment.isPresent()) {
        page.line(Page.Tone.GOOD, "found");
        PaymentView.print(page, payment.get());
      } else {
        page.line(Page.Tone.WAITING, "the gateway has no payment with " + lookup);
      }
    }
  }
}
