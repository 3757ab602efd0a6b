package kr.pgsdk.toss;

/**
 * The script of Toss that the shop's page calls, and which part of it. Both kinds of v2 are in
 * {@code https://js.tosspayments.com/v2/standard}.
 */
public enum TossScript {
  /**
   * v2, the payment window: {@code TossPayments(clientKey).payment(checkout.payment)
   * .requestPayment(checkout.requestPayment)}. Needs a client key {@code _ck_}.
   */
  PAYMENT_WINDOW,
  /**
   * v2, the payment widget in the shop's own page: {@code
   * TossPayments(clientKey).widgets(checkout.widgets)}, then its {@code
   * setAmount(checkout.setAmount)} and {@code requestPayment(checkout.requestPayment)}. Needs a
   * client key {@code _gck_}.
   */
  PAYMENT_WIDGET,
  /**
   * v1, {@code https://js.tosspayments.com/v1/payment}: {@code
   * TossPayments(clientKey).requestPayment(...checkout.requestPayment)}, two arguments.
   */
  V1;

  /** The one that goes with a secret key's kind: {@code _gsk_} is the widget's. */
  static TossScript of(TossSecretKey secretKey) {
    return secretKey.isWidgets() ? PAYMENT_WIDGET : PAYMENT_WINDOW;
  }
}
