package kr.pgsdk.portone.model;

import java.util.List;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.SavedPayment;
import kr.pgsdk.core.internal.text.Redaction;

/**
 * A payment with every field PortOne documents for V2, by PortOne's names. Immutable.
 *
 * <p>What decides about money is read strictly: the two ids, amounts, currency, status, channel,
 * cancellations, {@code paidAt}, {@code failure}, the method's account and its refund. Of the wrong
 * type, or there twice, it makes the payment malformed. Anything else that is missing or odd is
 * empty. What PortOne adds is in {@link #toJson()}.
 */
public final class PortOnePayment extends PortOnePaymentRecord {
  /** What PortOne calls the fields that every payment has; for a {@link Payment} made in a test. */
  public static final GatewayTerms TERMS =
      new GatewayTerms("portone", "paymentId", "transactionId", "totalAmount");

  private static final Redaction PATTERNS_ALONE = new Redaction(List.of());

  private final OrderId paymentId;
  private final PaymentId transactionId;
  private final String status;
  private final String currency;
  private final PortOneAmount amount;
  private final List<PortOneCancellation> cancellations;
  private final Payment payment;

  private PortOnePayment(JsonObject json, Redaction redaction) {
    super(json);
    this.paymentId = json.required("id", OrderId::of);
    this.transactionId = json.required("transactionId", PaymentId::of);
    this.status = json.requiredText("status");
    this.currency = json.requiredCurrency("currency");
    this.amount = new PortOneAmount(json.requiredObject("amount"), currency);
    this.cancellations =
        json.strictObjects("cancellations", each -> new PortOneCancellation(each, currency));
    this.payment = PortOnePaymentMapper.read(this, json, redaction);
  }

  /**
   * Returns the payment that {@code json} holds, such as a response that was saved. No request.
   * What {@link Payment#failureMessage} shows is searched for what looks like a secret; a client,
   * which knows the shop's own, searches for those too.
   *
   * @throws MalformedResponseException if it holds anything else: an error, a list, a webhook, a
   *     payment in which one of the fields named above is missing or odd
   */
  public static PortOnePayment parse(String json) {
    return SavedPayment.read(json, "PortOne payment", TERMS, saved -> read(saved, PATTERNS_ALONE));
  }

  /**
   * Reads a payment in a response.
   *
   * @param redaction what must not be seen in the words that say why it failed
   * @throws JsonProblem if it is no payment
   * @hidden
   */
  public static PortOnePayment read(JsonObject json, Redaction redaction) {
    return new PortOnePayment(json, redaction);
  }

  /** This payment as every gateway's payments look. */
  public Payment toPayment() {
    return payment;
  }

  /** The shop's id for it ({@code id}; {@code paymentId} in requests). */
  public OrderId paymentId() {
    return paymentId;
  }

  /** PortOne's id for the attempt that counts ({@code txId} in the browser). */
  public PaymentId transactionId() {
    return transactionId;
  }

  /**
   * {@code READY}, {@code PAY_PENDING}, {@code VIRTUAL_ACCOUNT_ISSUED}, {@code PAID}, {@code
   * PARTIAL_CANCELLED}, {@code CANCELLED}, {@code FAILED}, or a word added since.
   */
  public String status() {
    return status;
  }

  @Override
  public String currency() {
    return currency;
  }

  /** Its amounts. */
  public PortOneAmount amount() {
    return amount;
  }

  /** All cancels, finished or not, in PortOne's order. Unmodifiable. */
  public List<PortOneCancellation> cancellations() {
    return cancellations;
  }

  /** Shows ids, status and amounts; nothing of the buyer, no card, account or key. */
  @Override
  public String toString() {
    return "PortOnePayment[paymentId="
        + paymentId
        + ", transactionId="
        + transactionId
        + ", status="
        + payment.status()
        + ", amount="
        + amount
        + "]";
  }
}
