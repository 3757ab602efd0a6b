package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * A cash receipt, of a payment or of money received elsewhere. Inside a payment's {@code
 * cashReceipt} most of it is absent; the entries of {@code cashReceipts} have all of it. Amounts
 * are in the payment's currency.
 */
public final class TossCashReceipt extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossCashReceipt(JsonObject json) {
    super(json);
  }

  /** Its key; a cancelled receipt's begins with {@code c_}. */
  public Optional<String> receiptKey() {
    return text("receiptKey");
  }

  /** The kind in Toss's words: 소득공제, 지출증빙. */
  public Optional<TossCashReceiptType> type() {
    return word("type", TossCashReceiptType::of);
  }

  /** The number it was issued under. */
  public Optional<String> issueNumber() {
    return text("issueNumber");
  }

  /** Where it is shown. */
  public Optional<String> receiptUrl() {
    return text("receiptUrl");
  }

  /** What it is for. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The order. */
  public Optional<String> orderId() {
    return text("orderId");
  }

  /** What was bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** The business it was issued by. */
  public Optional<String> businessNumber() {
    return text("businessNumber");
  }

  /** {@code CONFIRM}, or {@code CANCEL} for a cancelled one. */
  public Optional<TossCashReceiptTransaction> transactionType() {
    return word("transactionType", TossCashReceiptTransaction::of);
  }

  /** How far it has come: {@code IN_PROGRESS}, {@code COMPLETED}, {@code FAILED}. */
  public Optional<TossCashReceiptStatus> issueStatus() {
    return word("issueStatus", TossCashReceiptStatus::of);
  }

  /** Whom it was issued to, by phone or business number. Keep it out of logs. */
  public Optional<String> customerIdentityNumber() {
    return text("customerIdentityNumber");
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** Its number in older API versions. */
  public Optional<String> approvalNumber() {
    return text("approvalNumber");
  }

  /** When it was issued; older API versions only. */
  public Optional<Instant> approvedAt() {
    return time("approvedAt");
  }

  /** When it was cancelled; older API versions only. */
  public Optional<Instant> canceledAt() {
    return time("canceledAt");
  }

  /** Why it was not issued. */
  public Optional<TossFailure> failure() {
    return object("failure", TossFailure::new);
  }

  /** Shows transactionType, issueStatus alone. */
  @Override
  public String toString() {
    return "TossCashReceipt[transactionType="
        + shown("transactionType")
        + ", issueStatus="
        + shown("issueStatus")
        + "]";
  }
}
