package kr.pgsdk.toss;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.text.DerivedKey;

/** The idempotency key of a confirm, derived from what is confirmed: see {@link DerivedKey}. */
final class TossConfirmKey {
  private TossConfirmKey() {}

  /**
   * Returns the key, 64 hexadecimal digits.
   *
   * @param number from 1; the next only after a lookup has shown the payment not captured
   */
  static String of(PaymentId paymentKey, OrderId orderId, Money amount, int number) {
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
  static String of(String key, int number) {
    return number == 1 ? key : DerivedKey.of("confirm by key", key, Integer.toString(number));
  }
}
