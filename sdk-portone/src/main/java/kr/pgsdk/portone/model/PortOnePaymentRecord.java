package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * What PortOne tells alike of a payment, of an attempt to make it, and of an event in its life.
 * Immutable.
 *
 * <p>One accessor for each field makes the file long; there is nothing else in it.
 */
public abstract class PortOnePaymentRecord extends PortOneObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected PortOnePaymentRecord(JsonObject json) {
    super(json);
  }

  /** The currency's code, such as {@code KRW}. */
  public abstract String currency();

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
    return objects("products", each -> new PortOneProduct(each, currency()));
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
    return object("cashReceipt", each -> new PortOnePaymentCashReceipt(each, currency()));
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
}
