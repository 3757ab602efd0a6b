package kr.pgsdk.portone.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;

/**
 * A payment with every field PortOne documents for V2, by PortOne's names. Immutable.
 *
 * <p>What decides about money is read strictly: the two ids, amounts, currency, status, channel,
 * cancellations, {@code paidAt}, {@code failure}, the method's account and its refund. Of the wrong
 * type, or there twice, it makes the payment malformed. Anything else that is missing or odd is
 * empty. What PortOne adds is in {@link #toJson()}.
 *
 * <p>One accessor for each field makes the file long; there is nothing else in it.
 */
public final class PortOnePayment extends PortOneObject {
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
   * Returns the payment that {@code json} holds, such as an answer that was saved. No request. What
   * {@link Payment#failureMessage} shows is searched for what looks like a secret; a client, which
   * knows the shop's own, searches for those too.
   *
   * @throws MalformedResponseException if it holds anything else: an error, a list, a webhook, a
   *     payment in which one of the fields named above is missing or odd
   */
  public static PortOnePayment parse(String json) {
    Objects.requireNonNull(json, "json");
    try {
      return read(Json.object(json.getBytes(StandardCharsets.UTF_8)), PATTERNS_ALONE);
    } catch (JsonProblem e) {
      throw Errors.make()
          .malformed(
              "this is no PortOne payment: " + e.getMessage(),
              ErrorDetails.builder(TERMS.gateway()).cause(e).build());
    }
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

  /** The currency's code, such as {@code KRW}. */
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

  /** The merchant's id. */
  public Optional<String> merchantId() {
    return text("merchantId");
  }

  /** The store's id. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** {@code V2}, or {@code V1} of a payment that was made there. */
  public Optional<String> version() {
    return text("version");
  }

  /** How it was paid. */
  public Optional<PortOnePaymentMethod> method() {
    return object("method", PortOnePaymentMethod::new);
  }

  /** The channel it went through; none yet in {@code READY}, and perhaps in {@code FAILED}. */
  public Optional<PortOneChannel> channel() {
    return object("channel", PortOneChannel::new);
  }

  /** The group the channel was chosen from. */
  public Optional<PortOneChannelGroup> channelGroup() {
    return object("channelGroup", PortOneChannelGroup::new);
  }

  /** The schedule that made it. */
  public Optional<String> scheduleId() {
    return text("scheduleId");
  }

  /** The billing key it was charged to. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return text("billingKey");
  }

  /** The webhooks sent about it. Unmodifiable. */
  public List<PortOneWebhookDelivery> webhooks() {
    return objects("webhooks", PortOneWebhookDelivery::new);
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** When it changed last. */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** When its status changed last. */
  public Optional<Instant> statusChangedAt() {
    return time("statusChangedAt");
  }

  /** What was bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** The buyer. */
  public Optional<PortOneCustomer> customer() {
    return object("customer", PortOneCustomer::new);
  }

  /** Where it was asked for. */
  public Optional<PortOneOrigin> origin() {
    return object("origin", PortOneOrigin::new);
  }

  /** The promotion that reduced what was charged. */
  public Optional<String> promotionId() {
    return text("promotionId");
  }

  /** Whether it counts as spent on culture. */
  public Optional<Boolean> isCulturalExpense() {
    return flag("isCulturalExpense");
  }

  /** The escrow that holds it. */
  public Optional<PortOneEscrow> escrow() {
    return object("escrow", PortOneEscrow::new);
  }

  /** What was bought, product by product. Unmodifiable. */
  public List<PortOneProduct> products() {
    return objects("products", each -> new PortOneProduct(each, currency));
  }

  /** How many products. */
  public OptionalInt productCount() {
    return integer("productCount");
  }

  /** What the shop stored with it: a text, also where the checkout was given JSON. */
  public Optional<String> customData() {
    return text("customData");
  }

  /** The country, in two letters. */
  public Optional<String> country() {
    return text("country");
  }

  /** When it was paid. */
  public Optional<Instant> paidAt() {
    return time("paidAt");
  }

  /** When it failed. */
  public Optional<Instant> failedAt() {
    return time("failedAt");
  }

  /** Why it failed. */
  public Optional<PortOneFailure> failure() {
    return object("failure", PortOneFailure::new);
  }

  /** When the last cancel was done. */
  public Optional<Instant> cancelledAt() {
    return time("cancelledAt");
  }

  /** The payment company's number for it. */
  public Optional<String> pgTxId() {
    return text("pgTxId");
  }

  /** What the payment company answered; it may hold personal data. */
  public Optional<String> pgResponse() {
    return text("pgResponse");
  }

  /** The cash receipt. */
  public Optional<PortOnePaymentCashReceipt> cashReceipt() {
    return object("cashReceipt", each -> new PortOnePaymentCashReceipt(each, currency));
  }

  /** {@code ISSUED} or {@code NOT_ISSUED}, as known when it was paid. */
  public Optional<String> cashReceiptIssuanceStatus() {
    return text("cashReceiptIssuanceStatus");
  }

  /** Where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return text("receiptUrl");
  }

  /** What is disputed about it. Unmodifiable. */
  public List<PortOneDispute> disputes() {
    return objects("disputes", PortOneDispute::new);
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
