package kr.pgsdk.benchmarks.calls;

import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.server.Sample;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * What is asked for, by whoever asks: the order and the payments the server's answers are about.
 */
public final class Orders {
  private Orders() {}

  /** The payment that is found and confirmed. */
  public static PaymentId paymentId(Gateway gateway) {
    return PaymentId.of(gateway == Gateway.TOSS ? Sample.TOSS_PAYMENT_KEY : Sample.IMP_UID);
  }

  /** Its order. */
  public static OrderId orderId(Gateway gateway) {
    return OrderId.of(gateway == Gateway.TOSS ? Sample.TOSS_ORDER_ID : Sample.MERCHANT_UID);
  }

  /** Its amount. */
  public static Money money(Gateway gateway) {
    return Money.krw(gateway == Gateway.TOSS ? 1_000 : 1);
  }

  /** A cancel that names the balance. A new one for each call. */
  public static CancelRequest newCancel(Gateway gateway) {
    return gateway == Gateway.TOSS
        ? CancelRequest.partial(paymentId(gateway), Money.krw(300), "one item returned")
            .expectedBalance(Money.krw(1_000))
            .build()
        : CancelRequest.full(PaymentId.of(Sample.CANCELLED_IMP_UID), "order returned")
            .expectedBalance(Money.krw(100))
            .build();
  }
}
