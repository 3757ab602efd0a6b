package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;

/** The cash receipt of a payment. */
public final class PortOnePaymentCashReceipt extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePaymentCashReceipt(JsonObject json, String currency) {
    super(json);
    this.currency = currency;
  }

  /** {@code ISSUED} or {@code CANCELLED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** {@code PERSONAL} or {@code CORPORATE}. */
  public Optional<String> type() {
    return text("type");
  }

  /** The payment company's number for it. */
  public Optional<String> pgReceiptId() {
    return text("pgReceiptId");
  }

  /** The number of its approval. */
  public Optional<String> issueNumber() {
    return text("issueNumber");
  }

  /** For how much it is. */
  public Optional<Money> totalAmount() {
    return minorMoney("totalAmount", currency);
  }

  /** The tax-free part. */
  public Optional<Money> taxFreeAmount() {
    return minorMoney("taxFreeAmount", currency);
  }

  /** The currency. */
  public Optional<String> currency() {
    return text("currency");
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
}
