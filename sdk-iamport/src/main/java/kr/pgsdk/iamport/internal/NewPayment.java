package kr.pgsdk.iamport.internal;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.text.Texts;

/** What Iamport demands of a payment that is to be made. */
public final class NewPayment {
  private static final int MAX_MERCHANT_UID_LENGTH = 40; // v1.openapi.json, POST /payments/prepare

  private NewPayment() {}

  /**
   * Checks order id and amount.
   *
   * @throws IllegalArgumentException if Iamport would refuse them
   */
  public static void check(OrderId orderId, Money money) {
    Texts.atMost(orderId.value(), "merchant_uid", MAX_MERCHANT_UID_LENGTH);
    if (money.isZero()) {
      throw new IllegalArgumentException("amount must be more than zero");
    }
  }
}
