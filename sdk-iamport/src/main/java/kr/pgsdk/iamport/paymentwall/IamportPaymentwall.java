package kr.pgsdk.iamport.paymentwall;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Deliveries of Paymentwall payments.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportPaymentwall {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportPaymentwall(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /paymentwall/delivery}: reports a delivery. No money moves. Sent once.
   *
   * @return what Paymentwall says: also that it didn't take it
   * @throws kr.pgsdk.core.error.GatewayException if Iamport refuses, as for an unknown payment
   */
  public IamportPaymentwallDelivery registerDelivery(IamportPaymentwallDeliveryRequest request) {
    return calls.object(
        HttpRequest.once("register Paymentwall delivery", "POST", "paymentwall", "delivery")
            .about(PaymentLookup.byPaymentId(request.paymentId()))
            .body(RequestFields.of(request)),
        IamportPaymentwallDelivery::new);
  }
}
