package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Prepare an order for the checkout, and show what protects its amount.")
final class PrepareCommand extends Verb {
  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "The order's id.")
  private String orderId = "";

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "N",
      description = "What the buyer must pay, such as 15000 or 544.68.")
  private String amount = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Currency (default: KRW).")
  private String currency = "KRW";

  @Option(names = "--order-name", paramLabel = "TEXT", description = "What the buyer buys.")
  private @Nullable String orderName;

  @Option(
      names = "--method",
      paramLabel = "WORD",
      description = "How the buyer pays: CARD, TRANSFER, VIRTUAL_ACCOUNT, MOBILE_PHONE.")
  private @Nullable String method;

  @Option(
      names = "--return-url",
      paramLabel = "URL",
      description = "Where the browser returns after the payment.")
  private @Nullable String returnUrl;

  @Option(
      names = "--customer-key",
      paramLabel = "TEXT",
      description = "Your number of the buyer, at Toss (default: a guest).")
  private @Nullable String customerKey;

  PrepareCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  Report execute(PaymentGateway gateway) {
    PrepareRequest.Builder request =
        PrepareRequest.builder(OrderId.of(orderId), Money.of(amount, currency));
    if (orderName != null) {
      request.orderName(orderName);
    }
    return new PrepareReport(gateway.prepare(request.checkout(checkout()).build()));
  }

  private CheckoutOptions checkout() {
    CheckoutOptions.Builder checkout = CheckoutOptions.builder();
    if (method != null) {
      checkout.method(CheckoutMethod.of(method));
    }
    if (returnUrl != null) {
      checkout.returnUrl(returnUrl);
    }
    if (customerKey != null) {
      checkout.customerKey(customerKey);
    }
    return checkout.build();
  }

  private record PrepareReport(Preparation preparation) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "preparation",
          preparation instanceof Preparation.Registered ? "REGISTERED" : "CLIENT_SIDE_ONLY",
          "orderId",
          preparation.orderId(),
          "amount",
          preparation.money().toPlainString(),
          "currency",
          preparation.money().currency(),
          "checkout",
          preparation.checkout().asMap());
    }

    @Override
    public void print(Page page) {
      page.line(
              Page.Tone.GOOD,
              preparation instanceof Preparation.Registered
                  ? "registered: the gateway refuses any other amount"
                  : "prepared: the confirm checks the amount")
          .value("order id", preparation.orderId().value())
          .value("amount", preparation.money().toString())
          .value("checkout", JsonLine.of(preparation.checkout().asMap()));
    }
  }
}
