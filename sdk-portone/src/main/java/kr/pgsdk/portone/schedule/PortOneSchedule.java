package kr.pgsdk.portone.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneCustomer;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.model.PortOneProduct;

/** A payment that PortOne makes with a billing key at the time it says. */
public final class PortOneSchedule extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSchedule(JsonObject json) {
    super(json);
    // One without a currency shows no amounts.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** Its status, in PortOne's words. */
  public Optional<String> status() {
    return text("status");
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** The merchant's id. */
  public Optional<String> merchantId() {
    return text("merchantId");
  }

  /** The store's id. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** The shop's id for the payment. */
  public Optional<String> paymentId() {
    return text("paymentId");
  }

  /** The billing key. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return text("billingKey");
  }

  /** What is bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** Whether it counts as spent on culture. */
  public Optional<Boolean> isCulturalExpense() {
    return flag("isCulturalExpense");
  }

  /** Whether an escrow holds the money. */
  public Optional<Boolean> isEscrow() {
    return flag("isEscrow");
  }

  /** The buyer. */
  public Optional<PortOneCustomer> customer() {
    return object("customer", PortOneCustomer::new);
  }

  /** What the shop stored with it. */
  public Optional<String> customData() {
    return text("customData");
  }

  /** The whole amount. */
  public Optional<Money> totalAmount() {
    return minorMoney("totalAmount", currency);
  }

  /** The tax-free part. */
  public Optional<Money> taxFreeAmount() {
    return minorMoney("taxFreeAmount", currency);
  }

  /** The VAT. */
  public Optional<Money> vatAmount() {
    return minorMoney("vatAmount", currency);
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** How many months it is paid in. */
  public OptionalInt installmentMonth() {
    return integer("installmentMonth");
  }

  /** Where webhooks about it are sent. */
  public List<String> noticeUrls() {
    return texts("noticeUrls");
  }

  /** What is bought, product by product. Unmodifiable. */
  public List<PortOneProduct> products() {
    return objects("products", each -> new PortOneProduct(each, currency));
  }

  /** When it was made. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it is to be paid. */
  public Optional<Instant> timeToPay() {
    return time("timeToPay");
  }

  /** When PortOne began with it. */
  public Optional<Instant> startedAt() {
    return time("startedAt");
  }

  /** When the payment was tried. */
  public Optional<Instant> completedAt() {
    return time("completedAt");
  }

  /** When it was revoked. */
  public Optional<Instant> revokedAt() {
    return time("revokedAt");
  }
}
