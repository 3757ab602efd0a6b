package kr.pgsdk.portone.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A hosted checkout, as its page reads it. */
public final class PortOneSession extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSession(JsonObject json) {
    super(json);
    // One without a currency shows no amounts.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** The store's id. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** The shop's id for the payment. */
  public Optional<String> paymentId() {
    return text("paymentId");
  }

  /** The checkout profile. */
  public Optional<String> profileKey() {
    return text("profileKey");
  }

  /** The means of payment, in PortOne's words. */
  public Optional<String> paymentMethod() {
    return text("paymentMethod");
  }

  /** The country, in two letters. */
  public Optional<String> country() {
    return text("country");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** The whole amount. */
  public Optional<Money> totalAmount() {
    return minorMoney("totalAmount", currency);
  }

  /** What is bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** Where the buyer's browser goes afterwards. */
  public Optional<String> redirectUrl() {
    return text("redirectUrl");
  }

  /** What is bought, product by product. Unmodifiable. */
  public List<PortOneSessionProduct> products() {
    return objects("products", each -> new PortOneSessionProduct(each, currency));
  }

  /** The buyer's name. */
  public Optional<String> customerName() {
    return text("customerName");
  }

  /** The buyer's e-mail address. */
  public Optional<String> customerEmail() {
    return text("customerEmail");
  }

  /** The shop's name. */
  public Optional<String> storeName() {
    return text("storeName");
  }

  /** The terms the buyer agrees to. Unmodifiable. */
  public List<PortOneSessionAgreement> agreements() {
    return objects("agreements", PortOneSessionAgreement::new);
  }

  /** A picture of what is bought. */
  public Optional<String> orderImageUrl() {
    return text("orderImageUrl");
  }

  /** What the shop stored with it. */
  public Optional<String> customData() {
    return text("customData");
  }

  /** The page's colors. */
  public Optional<PortOneSessionColors> colors() {
    return object("colors", PortOneSessionColors::new);
  }

  /** When it was made. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it expires. */
  public Optional<Instant> expiresAt() {
    return time("expiresAt");
  }
}
