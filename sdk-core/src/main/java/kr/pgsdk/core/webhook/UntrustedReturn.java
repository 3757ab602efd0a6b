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
 * address: it says what to confirm, and nothing else. Immutable.
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
   * Returns what was brought back; a part that wasn't is null. A code that is no word counts as
   * none.
   *
   * @param code why the checkout claims to have failed
   * @throws RejectedRequestException if neither id was brought
   */
  public static UntrustedReturn of(
      GatewayTerms terms,
      @Nullable PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable BigDecimal amount,
      @Nullable String code) {
    if (paymentId == null && orderId == null) {
      throw new RejectedRequestException(
          400, "neither " + terms.paymentId() + " nor " + terms.orderId() + " is there");
    }
    boolean word = code != null && CODE.matcher(code).matches();
    return new UntrustedReturn(terms, paymentId, orderId, amount, word ? code : null, null);
  }

  /**
   * Returns this with what was brought back to capture with: see {@link
   * ConfirmRequest.Builder#paymentToken}. Null for nothing: what {@link #confirmRequest} returns
   * then captures nothing at a gateway that needs one.
   */
  public UntrustedReturn withPaymentToken(@Nullable String paymentToken) {
    return new UntrustedReturn(terms, paymentId, orderId, amount, code, paymentToken);
  }

  /** Whether something to capture with was brought back, so that a confirm moves money. */
  public boolean hasPaymentToken() {
    return paymentToken != null;
  }

  /** The short name of the gateway whose checkout it claims to be. */
  public String gateway() {
    return terms.gateway();
  }

  /** The payment it names. */
  public Optional<PaymentId> claimedPaymentId() {
    return Optional.ofNullable(paymentId);
  }

  /** The order it names. */
  public Optional<OrderId> claimedOrderId() {
    return Optional.ofNullable(orderId);
  }

  /** The amount it claims, in a currency it doesn't name. */
  public Optional<BigDecimal> claimedAmount() {
    return Optional.ofNullable(amount);
  }

  /** Why it claims that the checkout failed. Decide nothing by it. */
  public Optional<String> claimedCode() {
    return Optional.ofNullable(code);
  }

  /** The payment and order it names, to look at. */
  public UntrustedPayment payment() {
    return UntrustedPayment.of(terms, paymentId, orderId, null);
  }

  /**
   * Returns the request to confirm a payment with, and with it what the browser brought, to be
   * compared before anything is sent.
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
          400, "what was brought back is refused: " + e.getMessage());
    }
  }

  private Money money(BigDecimal claimed, String currency) {
    try {
      return Money.of(claimed, currency);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(
          400, "the amount brought back is refused: " + e.getMessage());
    }
  }

  /**
   * Confirms the order, whatever was brought back; without a payment id the order's payment is
   * looked up first. Moves money where {@link PaymentGateway#confirm} does.
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
