package kr.pgsdk.portone.receipt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneObject;

/** A cash receipt. One that could not be issued has neither amounts nor numbers. */
public final class PortOneCashReceipt extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCashReceipt(JsonObject json) {
    super(json);
    // One without a currency shows no amounts.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** Its status, in PortOne's words. */
  public Optional<String> status() {
    return text("status");
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

  /** The channel it went through. */
  public Optional<PortOneChannel> channel() {
    return object("channel", PortOneChannel::new);
  }

  /** The amount on the receipt. */
  public Optional<Money> amount() {
    return minorMoney("amount", currency);
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

  /** What is bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** Whether it was issued by hand. */
  public Optional<Boolean> isManual() {
    return flag("isManual");
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** The payment company's number for the receipt. */
  public Optional<String> pgReceiptId() {
    return text("pgReceiptId");
  }

  /** The number it has at the tax office. */
  public Optional<String> issueNumber() {
    return text("issueNumber");
  }

  /** Where it is shown. */
  public Optional<String> url() {
    return text("url");
  }

  /** When it was issued. */
  public Optional<Instant> issuedAt() {
    return time("issuedAt");
  }

  /** When it was cancelled. */
  public Optional<Instant> cancelledAt() {
    return time("cancelledAt");
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }
}
