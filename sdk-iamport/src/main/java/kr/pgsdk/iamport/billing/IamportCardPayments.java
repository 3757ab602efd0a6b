package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;

/**
 * Payments by card data that the shop took in itself.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportCardPayments {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportCardPayments(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /subscribe/payments/onetime}. <strong>Moves money</strong>, and is sent once.
   *
   * @return the payment. A declined card is a normal answer: its status is {@code failed}. So check
   *     the status.
   * @throws kr.pgsdk.core.error.GatewayException if Iamport refuses the request
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed: look the
   *     order up before anything else
   */
  public IamportPayment pay(IamportCardPaymentRequest request) {
    return calls.payment(
        HttpRequest.once("pay by card", "POST", "subscribe", "payments", "onetime")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }
}
