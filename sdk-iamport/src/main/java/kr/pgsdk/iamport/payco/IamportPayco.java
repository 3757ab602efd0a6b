package kr.pgsdk.iamport.payco;

import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Orders of Payco payments.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportPayco {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportPayco(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /payco/orders/status/{imp_uid}}: tells Payco how far the order is. Refunding is
   * another call. Sent once.
   */
  public IamportPaycoOrder changeOrderStatus(PaymentId paymentId, IamportPaycoOrderStatus status) {
    return calls.object(
        HttpRequest.once(
                "change Payco order status", "POST", "payco", "orders", "status", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId))
            .body(new RequestFields().word("status", status)),
        IamportPaycoOrder::new);
  }
}
