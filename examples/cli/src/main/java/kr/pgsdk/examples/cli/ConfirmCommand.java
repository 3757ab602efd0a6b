package kr.pgsdk.examples.cli;

import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    description =
        "Check that an order is paid. At Toss, and with --payment-token, this captures the money.")
final class ConfirmCommand extends Verb {
  @Option(
      names = "--payment-id",
      required = true,
      paramLabel = "ID",
      description = "The gateway's id, as the browser brought it.")
  private String paymentId = "";

  @Option(
      names = "--order-id",
      required = true,
      paramLabel = "ID",
      description = "The order's id, from your own records.")
  private String orderId = "";

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "N",
      description = "The price, from your own records, never from the browser.")
  private String amount = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Currency (default: KRW).")
  private String currency = "KRW";

  @Option(
      names = "--returned-order-id",
      paramLabel = "ID",
      description = "The order id that the browser brought back. If it differs, nothing is sent.")
  private @Nullable String returnedOrderId;

  @Option(
      names = "--returned-amount",
      paramLabel = "N",
      description = "The amount that the browser brought back. If it differs, nothing is sent.")
  private @Nullable String returnedAmount;

  @Option(
      names = "--payment-token",
      paramLabel = "TOKEN",
      description =
          "PortOne, manual confirmation: the token from the browser. With it, confirm captures.")
  private @Nullable String paymentToken;

  @Option(
      names = "--on-mismatch",
      paramLabel = "report|cancel",
      converter = OnMismatchText.class,
      description = "If this order is paid with a wrong amount: report it (default), or refund it.")
  private OnMismatch onMismatch = OnMismatch.REPORT;

  @Option(
      names = "--accept-test-payments",
      description = "Accept payments of a test channel at Iamport or PortOne. No effect at Toss.")
  private boolean acceptTestPayments;

  ConfirmCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  boolean acceptTestPayments() {
    return acceptTestPayments;
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byPaymentId(PaymentId.of(paymentId)));
  }

  @Override
  String ifUnknown() {
    return "Or run the same confirm again: nothing is captured twice.";
  }

  @Override
  Report execute(PaymentGateway gateway) {
    ConfirmRequest.Builder request =
        ConfirmRequest.builder(
                PaymentId.of(paymentId), OrderId.of(orderId), Money.of(amount, currency))
            .onMismatch(onMismatch);
    if (paymentToken != null) {
      request.paymentToken(paymentToken);
    }
    if (returnedOrderId != null) {
      request.returnedOrderId(OrderId.of(returnedOrderId));
    }
    if (returnedAmount != null) {
      request.returnedMoney(Money.of(returnedAmount, currency));
    }
    return new ConfirmReport(gateway.confirm(request.build()));
  }

  private static final class OnMismatchText implements ITypeConverter<OnMismatch> {
    @Override
    public OnMismatch convert(String text) {
      for (OnMismatch value : OnMismatch.values()) {
        if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
          return value;
        }
      }
      throw new TypeConversionException("it must be report or cancel");
    }
  }
}
