package kr.pgsdk.iamport.webhook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer's browser brings back from Iamport's checkout: the query of {@code
 * m_redirect_url}, or the callback's {@code rsp} that the shop's own page posts. Anyone can type
 * either.
 *
 * <p>Neither success nor failure is one (javascript-sdk guide): {@link #confirm} asks the gateway
 * in both cases. Immutable.
 */
public final class IamportRedirect {
  private static final Redaction REDACTION = new Redaction(List.of());

  private final @Nullable PaymentId paymentId;
  private final @Nullable OrderId orderId;
  private final @Nullable UntrustedPayment payment;
  private final @Nullable OtherSender other;
  private final @Nullable BigDecimal amount;
  private final @Nullable Boolean success;
  private final @Nullable String errorCode;
  private final @Nullable String errorMessage;

  private IamportRedirect(Claims claims) {
    this.paymentId = claims.paymentId();
    this.orderId = claims.orderId();
    boolean named = paymentId != null || orderId != null;
    this.other = named ? null : claims.otherSender().orElse(null);
    this.payment =
        !named
            ? null
            : UntrustedPayment.of(IamportPayment.TERMS, paymentId, orderId, claims.status());
    this.amount = claims.amount("paid_amount");
    this.success = claims.flag("imp_success").or(() -> claims.flag("success")).orElse(null);
    this.errorCode = REDACTION.redact(claims.text("error_code").orElse(null));
    this.errorMessage = REDACTION.redact(claims.text("error_msg").orElse(null));
  }

  /**
   * Reads the query of {@code m_redirect_url}.
   *
   * @throws RejectedRequestException if an id is no id, or is given twice
   */
  public static IamportRedirect read(Parameters query) {
    return new IamportRedirect(Claims.of(query));
  }

  /**
   * Reads the callback's {@code rsp}, posted by the shop's page as JSON or as a form.
   *
   * @throws RejectedRequestException if it can't be read
   */
  public static IamportRedirect readCallback(WebhookRequest request) {
    return new IamportRedirect(Claims.of(request));
  }

  /** The payment it names; empty if the window never opened, or the query names none. */
  public Optional<UntrustedPayment> payment() {
    return Optional.ofNullable(payment);
  }

  /**
   * This, as what any gateway's checkout brings back.
   *
   * @throws RejectedRequestException if it names neither a payment nor an order
   */
  public UntrustedReturn toReturn() {
    requireOwn();
    return UntrustedReturn.of(IamportPayment.TERMS, paymentId, orderId, amount, errorCode);
  }

  private void requireOwn() {
    if (other != null) {
      throw new RejectedRequestException(400, other.message());
    }
  }

  /**
   * Whether it claims success ({@code imp_success}, {@code success}); empty if it claims neither,
   * as newer checkouts do. Decide nothing by it.
   */
  public Optional<Boolean> claimedSuccess() {
    return Optional.ofNullable(success);
  }

  /** Why it claims to have failed, as a code such as {@code F1002}; each payment company's own. */
  public Optional<String> claimedErrorCode() {
    return Optional.ofNullable(errorCode);
  }

  /** Why it claims to have failed, redacted. Untrusted text: don't show it as the shop's own. */
  public Optional<String> claimedErrorMessage() {
    return Optional.ofNullable(errorMessage);
  }

  /**
   * Returns the request to confirm with, and with it what the browser brought, to be compared.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException if no {@code imp_uid} was brought; {@link #confirm} looks the
   *     order up then
   */
  public ConfirmRequest confirmRequest(OrderId orderId, Money price) {
    requireOwn();
    if (paymentId == null) {
      throw new RejectedRequestException(
          400, "imp_uid is missing: confirm(gateway, ...) looks the order up instead");
    }
    return toReturn().confirmRequest(paymentId, orderId, price);
  }

  /**
   * Confirms the order, whatever the browser claims of success or failure; without an {@code
   * imp_uid} the order's payment is looked up.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws kr.pgsdk.core.error.PaymentException as from {@link PaymentGateway#confirm}
   */
  public Confirmation confirm(PaymentGateway gateway, OrderId orderId, Money price) {
    PaymentId id = paymentId;
    if (id == null) {
      id = gateway.find(PaymentLookup.byOrderId(orderId)).map(Payment::paymentId).orElse(null);
    }
    return id == null
        ? NotConfirmed.builder(IamportPayment.TERMS, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build()
        : gateway.confirm(request(id, orderId, price));
  }

  /** A redirect that names nothing has nothing to compare. */
  private ConfirmRequest request(PaymentId id, OrderId expected, Money price) {
    return UntrustedReturn.of(IamportPayment.TERMS, id, orderId, amount, null)
        .confirmRequest(id, expected, price);
  }

  /** Shows ids, the claimed success and the error's code. */
  @Override
  public String toString() {
    return "IamportRedirect["
        + payment
        + ", claimed success="
        + success
        + ", error code="
        + errorCode
        + "]";
  }
}
