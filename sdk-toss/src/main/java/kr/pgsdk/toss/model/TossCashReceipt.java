package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * A cash receipt of a payment. Inside a payment's {@code cashReceipt} most of it is absent; the
 * entries of {@code cashReceipts} have all of it. Amounts are in the payment's currency.
 */
public final class TossCashReceipt {
  private final JsonObject json;

  TossCashReceipt(JsonObject json) {
    this.json = json;
  }

  /** Its key; a cancelled receipt's begins with {@code c_}. */
  public Optional<String> receiptKey() {
    return Optional.ofNullable(json.text("receiptKey"));
  }

  /** The kind in Toss's words: 소득공제, 지출증빙. */
  public Optional<String> type() {
    return Optional.ofNullable(json.text("type"));
  }

  /** The number it was issued under. */
  public Optional<String> issueNumber() {
    return Optional.ofNullable(json.text("issueNumber"));
  }

  /** Where it is shown. */
  public Optional<String> receiptUrl() {
    return Optional.ofNullable(json.text("receiptUrl"));
  }

  /** What it is for. */
  public Optional<BigDecimal> amount() {
    return Optional.ofNullable(json.number("amount"));
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return Optional.ofNullable(json.number("taxFreeAmount"));
  }

  /** The order. */
  public Optional<String> orderId() {
    return Optional.ofNullable(json.text("orderId"));
  }

  /** What was bought. */
  public Optional<String> orderName() {
    return Optional.ofNullable(json.text("orderName"));
  }

  /** The business it was issued by. */
  public Optional<String> businessNumber() {
    return Optional.ofNullable(json.text("businessNumber"));
  }

  /** {@code CONFIRM}, or {@code CANCEL} for a cancelled one. */
  public Optional<String> transactionType() {
    return Optional.ofNullable(json.text("transactionType"));
  }

  /** How far it has come: {@code IN_PROGRESS}, {@code COMPLETED}, {@code FAILED}. */
  public Optional<String> issueStatus() {
    return Optional.ofNullable(json.text("issueStatus"));
  }

  /** Whom it was issued to, by phone or business number. Keep it out of logs. */
  public Optional<String> customerIdentityNumber() {
    return Optional.ofNullable(json.text("customerIdentityNumber"));
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return Optional.ofNullable(json.koreanTime("requestedAt"));
  }

  /** Its number in older API versions. */
  public Optional<String> approvalNumber() {
    return Optional.ofNullable(json.text("approvalNumber"));
  }

  /** When it was issued; older API versions only. */
  public Optional<Instant> approvedAt() {
    return Optional.ofNullable(json.koreanTime("approvedAt"));
  }

  /** When it was cancelled; older API versions only. */
  public Optional<Instant> canceledAt() {
    return Optional.ofNullable(json.koreanTime("canceledAt"));
  }

  /** Why it was not issued. */
  public Optional<TossFailure> failure() {
    return Optional.ofNullable(json.object("failure")).map(TossFailure::new);
  }

  /** Shows transactionType, issueStatus alone. */
  @Override
  public String toString() {
    return "TossCashReceipt[transactionType="
        + json.word("transactionType")
        + ", issueStatus="
        + json.word("issueStatus")
        + "]";
  }
}
