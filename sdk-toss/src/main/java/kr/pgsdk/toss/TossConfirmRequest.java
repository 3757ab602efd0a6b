package kr.pgsdk.toss;

import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.core.internal.text.Texts;

/**
 * A confirm as Toss takes it. Immutable.
 *
 * <p>Unless you set an idempotency key, the SDK derives one from payment, order and amount: the
 * same confirm has the same key on every server, and two payments never have the same key. Toss
 * keeps each response under its key for 15 days, refusals too.
 */
public final class TossConfirmRequest {
  private final PaymentId paymentKey;
  private final OrderId orderId;
  private final Money amount;
  private final String idempotencyKey;

  private TossConfirmRequest(
      PaymentId paymentKey, OrderId orderId, Money amount, String idempotencyKey) {
    this.paymentKey = paymentKey;
    this.orderId = orderId;
    this.amount = amount;
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * Returns a confirm.
   *
   * @param paymentKey as the browser brought it
   * @param orderId from the shop's own records
   * @param amount from the shop's own records; Toss gets only the number, not the currency
   * @throws IllegalArgumentException if the amount is zero
   */
  public static TossConfirmRequest of(PaymentId paymentKey, OrderId orderId, Money amount) {
    return withKeyNumber(paymentKey, orderId, amount, 1);
  }

  /** Returns a confirm with the key of this number; see {@link #derivedKey}. */
  static TossConfirmRequest withKeyNumber(
      PaymentId paymentKey, OrderId orderId, Money amount, int number) {
    Objects.requireNonNull(paymentKey, "paymentKey");
    Objects.requireNonNull(orderId, "orderId");
    if (amount.isZero()) {
      throw new IllegalArgumentException("amount must be more than zero");
    }
    return new TossConfirmRequest(
        paymentKey, orderId, amount, derivedKey(paymentKey, orderId, amount, number));
  }

  /**
   * Returns the key of a confirm: see {@link DerivedKey}.
   *
   * @param number from 1; the next only after a lookup has shown the payment not captured
   */
  static String derivedKey(PaymentId paymentKey, OrderId orderId, Money amount, int number) {
    return DerivedKey.of(
        "confirm",
        paymentKey.value(),
        orderId.value(),
        amount.toPlainString(),
        Integer.toString(number));
  }

  /**
   * Returns a key of a confirm for which the caller gave a key.
   *
   * @param key the caller's, the first one as it is
   * @param number from 1, as above
   */
  static String numberedKey(String key, int number) {
    return number == 1 ? key : DerivedKey.of("confirm by key", key, Integer.toString(number));
  }

  /**
   * Returns this confirm with a key of the caller's own: 1 to 300 visible ASCII characters, never
   * used for another payment.
   *
   * @throws IllegalArgumentException if it breaks that rule
   */
  public TossConfirmRequest withIdempotencyKey(String idempotencyKey) {
    return new TossConfirmRequest(
        paymentKey, orderId, amount, Texts.idempotencyKey(idempotencyKey));
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money amount() {
    return amount;
  }

  /** The key by which Toss recognises a repetition. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  String toJson() {
    return JsonText.object()
        .put("paymentKey", paymentKey.value())
        .put("orderId", orderId.value())
        .put("amount", amount)
        .toString();
  }

  @Override
  public String toString() {
    return "TossConfirmRequest[" + paymentKey + ", " + orderId + ", " + amount + "]";
  }
}
