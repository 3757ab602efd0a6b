package kr.pgsdk.toss.webhook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer's browser brings to {@code successUrl}: the buyer has authenticated, or says so.
 * Nothing is paid yet; {@link #confirm} compares it with the shop's own order, and captures.
 * Immutable.
 */
public final class TossSuccessRedirect {
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,8})?");

  private final PaymentId paymentKey;
  private final OrderId orderId;
  private final BigDecimal amount;
  private final @Nullable String paymentType;

  private TossSuccessRedirect(Parameters query) {
    if (query.value("paymentKey").isEmpty() && query.value("orderId").isEmpty()) {
      OtherSender.of(name -> query.value(name).isPresent())
          .ifPresent(
              other -> {
                throw other.refusal();
              });
    }
    this.paymentKey = required(query, "paymentKey", PaymentId::of);
    this.orderId = required(query, "orderId", OrderId::of);
    this.amount = required(query, "amount", TossSuccessRedirect::amount);
    this.paymentType = query.value("paymentType").orElse(null);
  }

  /**
   * Reads the query of {@code successUrl}.
   *
   * @throws RejectedRequestException if payment key, order id or amount is missing, is none, or is
   *     given twice
   */
  public static TossSuccessRedirect read(Parameters query) {
    return new TossSuccessRedirect(query);
  }

  private static <T> T required(Parameters query, String name, Function<String, T> make) {
    String text =
        query
            .value(name)
            .orElseThrow(() -> new RejectedRequestException(400, name + " is missing"));
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, name + " is refused: " + e.getMessage());
    }
  }

  private static BigDecimal amount(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException("a plain decimal such as 15000 or 544.68 is expected");
    }
    return new BigDecimal(text);
  }

  /** The payment and order it names. */
  public UntrustedPayment payment() {
    return UntrustedPayment.of(TossPayment.TERMS, paymentKey, orderId, null);
  }

  /** This, as what any gateway's checkout brings back. */
  public UntrustedReturn toReturn() {
    return UntrustedReturn.of(TossPayment.TERMS, paymentKey, orderId, amount, null);
  }

  /** The amount it claims, in a currency it doesn't name. */
  public BigDecimal claimedAmount() {
    return amount;
  }

  /** {@code NORMAL}, {@code BRANDPAY}, or another word of Toss's; often absent. */
  public Optional<String> claimedPaymentType() {
    return Optional.ofNullable(paymentType);
  }

  /**
   * Returns the request to confirm with, and with it what the browser brought, to be compared
   * before anything is sent.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException if the amount can't be one of the price's currency, such as a
   *     fraction of a won
   */
  public ConfirmRequest confirmRequest(OrderId orderId, Money price) {
    return toReturn().confirmRequest(paymentKey, orderId, price);
  }

  /**
   * Confirms the payment. <strong>Moves money</strong>, as {@link PaymentGateway#confirm}.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException as from {@link #confirmRequest}
   * @throws kr.pgsdk.core.error.PaymentException as from {@link PaymentGateway#confirm}
   */
  public Confirmation confirm(PaymentGateway gateway, OrderId orderId, Money price) {
    return gateway.confirm(confirmRequest(orderId, price));
  }

  /** Shows ids and the claimed amount. */
  @Override
  public String toString() {
    return "TossSuccessRedirect[" + payment() + ", claimed amount=" + amount.toPlainString() + "]";
  }
}
