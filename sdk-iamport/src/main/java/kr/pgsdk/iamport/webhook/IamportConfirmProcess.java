package kr.pgsdk.iamport.webhook;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that says it is Iamport's, sent to {@code confirm_url} just before a payment is
 * approved: shall it go on? Answer within 10 seconds; 200 lets it go on, anything else makes the
 * payment fail (confirm process guide). Immutable.
 *
 * <p>Nothing is paid at this moment, nothing is signed, and anyone can send it: don't ship, and let
 * go of what you reserve if no payment follows. {@link #compare} needs no request; the payment is
 * verified once it is paid, as ever.
 */
public final class IamportConfirmProcess {
  /** What to answer to a confirm request. */
  public static final class Answer {
    private final int httpStatus;
    private final String body;

    private Answer(int httpStatus, String body) {
      this.httpStatus = httpStatus;
      this.body = body;
    }

    /** Whether the payment goes on. */
    public boolean isApproval() {
      return httpStatus == 200;
    }

    /** The status to answer with. */
    public int httpStatus() {
      return httpStatus;
    }

    /** The body to answer with: JSON, in UTF-8. */
    public String body() {
      return body;
    }

    /** The content type of {@link #body}. */
    public String contentType() {
      return "application/json; charset=utf-8";
    }

    @Override
    public String toString() {
      return "Answer[" + httpStatus + ", " + body + "]";
    }
  }

  private final UntrustedPayment payment;
  private final @Nullable BigDecimal amount;
  private final @Nullable String event;
  private final @Nullable String payType;
  private final @Nullable String barcode;

  private IamportConfirmProcess(Claims claims) {
    this.payment = claims.payment();
    this.amount = claims.amount("amount");
    this.event = claims.text("event").orElse(null);
    this.payType = claims.text("extra", "payType").orElse(null);
    this.barcode = claims.text("extra", "barcode").orElse(null);
  }

  /**
   * Reads a request, in JSON or as a form: which one Iamport sends is not documented.
   *
   * @throws kr.pgsdk.core.webhook.RejectedRequestException if it can't be read, or names no payment
   */
  public static IamportConfirmProcess read(WebhookRequest request) {
    return new IamportConfirmProcess(Claims.of(request));
  }

  /** The payment it names; not paid yet. */
  public UntrustedPayment payment() {
    return payment;
  }

  /** What it says is about to be paid, in a currency it doesn't name. */
  public Optional<BigDecimal> claimedAmount() {
    return Optional.ofNullable(amount);
  }

  /** {@code Galaxia.Cvs.Confirm} for a convenience store's barcode; empty for all else. */
  public Optional<String> claimedEvent() {
    return Optional.ofNullable(event);
  }

  /** How the buyer pays at a convenience store. */
  public Optional<String> claimedPayType() {
    return Optional.ofNullable(payType);
  }

  /** The convenience store's barcode. Keep it out of logs: it can be paid with. */
  public Optional<String> claimedBarcode() {
    return Optional.ofNullable(barcode);
  }

  /**
   * Compares the claims with the shop's own order, and says what to answer. An amount that isn't
   * there is not compared: an older form of this request, and a convenience store's, have none.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   */
  public Answer compare(OrderId orderId, Money price) {
    if (!orderId.equals(payment.claimedOrderId().orElse(orderId))) {
      return refuse("merchant_uid is another order's");
    }
    if (amount != null && amount.compareTo(price.amount()) != 0) {
      return refuse("amount is not the order's");
    }
    return approve();
  }

  /** Lets the payment go on. */
  public static Answer approve() {
    return new Answer(200, "{}");
  }

  /**
   * Lets the payment fail.
   *
   * @param reason shown to the buyer, and kept as the payment's {@code fail_reason}
   */
  public static Answer refuse(String reason) {
    Objects.requireNonNull(reason, "reason");
    return new Answer(409, JsonText.object().put("reason", reason).toString());
  }

  /** Shows ids and the claimed amount. */
  @Override
  public String toString() {
    return "IamportConfirmProcess["
        + payment
        + ", claimed amount="
        + (amount == null ? null : amount.toString())
        + "]";
  }
}
