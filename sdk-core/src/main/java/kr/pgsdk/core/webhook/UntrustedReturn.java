package kr.pgsdk.core.webhook;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer's browser brought back from a checkout, at any gateway. Anyone can type such an
 * address: use it only to know which payment to confirm. Immutable.
 */
public final class UntrustedReturn {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private final GatewayTerms terms;
  private final @Nullable PaymentId paymentId;
  private final @Nullable OrderId orderId;
  private final @Nullable BigDecimal amount;
  private final @Nullable String code;
  private final @Nullable String paymentToken;

  private UntrustedReturn(
      GatewayTerms terms,
      @Nullable PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable BigDecimal amount,
      @Nullable String code,
      @Nullable String paymentToken) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.paymentId = paymentId;
    this.orderId = orderId;
    this.amount = amount;
    this.code = code;
    this.paymentToken = paymentToken;
  }

  /**
   * Returns what the browser brought back; pass null for what it didn't bring. A code that isn't a
   * word counts as absent.
   *
   * @param code why the checkout claims to have failed
   * @throws RejectedRequestException if both ids are null
   */
  public static UntrustedReturn of(
      GatewayTerms terms,
      @Nullable PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable BigDecimal amount,
      @Nullable String code) {
    if (paymentId == null && orderId == null) {
      throw new RejectedRequestException(
          400, "neither " + terms.paymentId() + " nor " + terms.orderId() + " is present");
    }
    boolean word = code != null && CODE.matcher(code).matches();
    return new UntrustedReturn(terms, paymentId, orderId, amount, word ? code : null, null);
  }

  /**
   * Returns this with the token that the browser brought back: see {@link
   * ConfirmRequest.Builder#paymentToken}. If the token is null, the request that {@link
   * #confirmRequest} returns captures nothing at a gateway that needs a token.
   */
  public UntrustedReturn withPaymentToken(@Nullable String paymentToken) {
    return new UntrustedReturn(terms, paymentId, orderId, amount, code, paymentToken);
  }

  /** Whether the browser brought a token, so that a confirm captures the money. */
  public boolean hasPaymentToken() {
    return paymentToken != null;
  }

  /** The short name of the gateway from whose checkout the browser claims to come. */
  public String gateway() {
    return terms.gateway();
  }

  /** The payment that is named. */
  public Optional<PaymentId> claimedPaymentId() {
    return Optional.ofNullable(paymentId);
  }

  /** The order that is named. */
  public Optional<OrderId> claimedOrderId() {
    return Optional.ofNullable(orderId);
  }

  /** The claimed amount; the currency isn't named. */
  public Optional<BigDecimal> claimedAmount() {
    return Optional.ofNullable(amount);
  }

  /** The claimed reason why the checkout failed. Base no decision on this code. */
  public Optional<String> claimedCode() {
    return Optional.ofNullable(code);
  }

  /** The named payment and order, to look them up. */
  public UntrustedPayment payment() {
    return UntrustedPayment.of(terms, paymentId, orderId, null);
  }

  /**
   * Returns the request to confirm a payment. It also has what the browser brought, which the SDK
   * compares before it sends anything.
   *
   * @param paymentId the payment, as the browser brought it or as it was found
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException if the amount can't be one of the price's currency, such as a
   *     fraction of a won
   */
  public ConfirmRequest confirmRequest(PaymentId paymentId, OrderId orderId, Money price) {
    ConfirmRequest.Builder request = ConfirmRequest.builder(paymentId, orderId, price);
    if (this.orderId != null) {
      request.returnedOrderId(this.orderId);
    }
    if (amount != null) {
      request.returnedMoney(money(amount, price.currency()));
    }
    if (paymentToken != null) {
      addToken(request, paymentToken);
    }
    return request.build();
  }

  private static void addToken(ConfirmRequest.Builder request, String token) {
    try {
      request.paymentToken(token);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(
          400, "a parameter of the return is refused: " + e.getMessage());
    }
  }

  private Money money(BigDecimal claimed, String currency) {
    try {
      return Money.of(claimed, currency);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(
          400, "the amount of the return is refused: " + e.getMessage());
    }
  }

  /**
   * Confirms the order, even if the browser brought a failure; without a payment id, looks the
   * order's payment up first. Moves money where {@link PaymentGateway#confirm} does.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException as from {@link #confirmRequest}
   * @throws kr.pgsdk.core.error.PaymentException as from {@link PaymentGateway#confirm}
   */
  public Confirmation confirm(PaymentGateway gateway, OrderId orderId, Money price) {
    PaymentId id = paymentId;
    if (id == null) {
      id = gateway.find(PaymentLookup.byOrderId(orderId)).map(Payment::paymentId).orElse(null);
    }
    return id == null
        ? NotConfirmed.builder(terms, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build()
        : gateway.confirm(confirmRequest(id, orderId, price));
  }

  /** Shows ids and the claimed amount. */
  @Override
  public String toString() {
    return "UntrustedReturn["
        + payment()
        + ", claimed amount="
        + (amount == null ? null : amount.toPlainString())
        + ", claimed code="
        + code
        + "]";
  }
}
