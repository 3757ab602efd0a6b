package kr.pgsdk.toss;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.toss.internal.DerivedKey;

/** The idempotency key of a confirm, derived from what is confirmed: see {@link DerivedKey}. */
final class TossConfirmKey {
  private TossConfirmKey() {}

  /**
   * Returns the key, 64 hexadecimal digits.
   *
   * @param attempt from 1; the next only after a lookup has shown the payment not captured
   */
  static String of(PaymentId paymentKey, OrderId orderId, Money amount, int attempt) {
    return DerivedKey.of(
        "confirm",
        paymentKey.value(),
        orderId.value(),
        amount.toPlainString(),
        Integer.toString(attempt));
  }

  /**
   * Returns the key of an attempt at a confirm for which the caller gave a key.
   *
   * @param key the caller's, sent as it is with the first attempt
   */
  static String of(String key, int attempt) {
    return attempt == 1 ? key : DerivedKey.of("confirm by key", key, Integer.toString(attempt));
  }
}
