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

@Command(description = "Make sure that an order is paid. At Toss this captures the money.")
final class ConfirmCommand extends Verb {
  @Option(
      names = "--payment-id",
      required = true,
      paramLabel = "ID",
      description = "The gateway's number, as the browser brought it.")
  private String paymentId = "";

  @Option(
      names = "--order-id",
      required = true,
      paramLabel = "ID",
      description = "The order, from your own records.")
  private String orderId = "";

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "N",
      description = "What it costs, from your own records; never from the browser.")
  private String amount = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "KRW unless given.")
  private String currency = "KRW";

  @Option(
      names = "--returned-order-id",
      paramLabel = "ID",
      description = "What the browser brought back; a difference sends nothing.")
  private @Nullable String returnedOrderId;

  @Option(
      names = "--returned-amount",
      paramLabel = "N",
      description = "What the browser brought back; a difference sends nothing.")
  private @Nullable String returnedAmount;

  @Option(
      names = "--on-mismatch",
      paramLabel = "report|cancel",
      converter = OnMismatchText.class,
      description = "cancel: refund a paid payment of this order whose amount is wrong.")
  private OnMismatch onMismatch = OnMismatch.REPORT;

  @Option(
      names = "--accept-test-payments",
      description = "Iamport: count payments of a test channel. Toss: the key decides.")
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
  Report ask(PaymentGateway gateway) {
    ConfirmRequest.Builder request =
        ConfirmRequest.builder(
                PaymentId.of(paymentId), OrderId.of(orderId), Money.of(amount, currency))
            .onMismatch(onMismatch);
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
      throw new TypeConversionException("it is either report or cancel");
    }
  }
}
