package kr.pgsdk.toss.billing;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.text.DerivedKey;

/** The idempotency key of a charge, derived from what is charged: see {@link DerivedKey}. */
final class TossChargeKey {
  private TossChargeKey() {}

  /**
   * Returns the key.
   *
   * @param number from 1; the next only after a lookup has shown the order not charged
   */
  static String of(
      String billingKey, String customerKey, OrderId orderId, Money amount, int number) {
    return DerivedKey.of(
        "charge",
        billingKey,
        customerKey,
        orderId.value(),
        amount.toPlainString(),
        amount.currency(),
        Integer.toString(number));
  }

  /**
   * Returns the key of a charge for which the caller gave a key.
   *
   * @param key the caller's, sent as it is under the first number
   */
  static String of(String key, int number) {
    return number == 1 ? key : DerivedKey.of("charge by key", key, Integer.toString(number));
  }
}
