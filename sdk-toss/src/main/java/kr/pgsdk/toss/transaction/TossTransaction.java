package kr.pgsdk.toss.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** What moved, or was announced, in one payment: its capture, or a cancel. */
public final class TossTransaction extends TossObject {
  private final String transactionKey;

  TossTransaction(JsonObject json) {
    super(json);
    json.requireOnce("paymentKey", "status", "transactionAt", "currency", "amount");
    this.transactionKey = required("transactionKey"); // the next page is asked for by it
  }

  /** {@code transactionKey}: its number at Toss. */
  public String transactionKey() {
    return transactionKey;
  }

  /** {@code mId}: the merchant's number at Toss. */
  public Optional<String> mId() {
    return text("mId");
  }

  /** {@code paymentKey}: Toss's number for the payment. */
  public Optional<PaymentId> paymentKey() {
    return word("paymentKey", PaymentId::of);
  }

  /** {@code orderId}: the shop's number for the order. */
  public Optional<OrderId> orderId() {
    return word("orderId", OrderId::of);
  }

  /** {@code method}: how it was paid, in Toss's words, such as 카드. */
  public Optional<String> method() {
    return text("method");
  }

  /** {@code customerKey}: the customer of a billing key. A secret: keep it out of logs. */
  public Optional<String> customerKey() {
    return text("customerKey");
  }

  /** {@code useEscrow}: whether an escrow holds the money. */
  public Optional<Boolean> useEscrow() {
    return flag("useEscrow");
  }

  /** {@code receiptUrl}: where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return text("receiptUrl");
  }

  /** {@code status}: what the payment's status was after it, such as {@code DONE}. */
  public Optional<String> status() {
    return text("status");
  }

  /** {@code transactionAt}: when it happened. */
  public Optional<Instant> transactionAt() {
    return time("transactionAt");
  }

  /** {@code currency}: the currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /**
   * {@code amount}: how much, in {@link #currency()}; 0 for a virtual account that nobody has paid
   * into.
   */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }
}
