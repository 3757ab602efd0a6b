package kr.pgsdk.iamport.cvs;

import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;

/**
 * Payments at convenience stores. No money moves before the buyer pays there. Each request is sent
 * once: after an {@code OutcomeUnknownException}, look the payment up before trying again.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportConvenienceStores {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportConvenienceStores(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /cvs}: issues a barcode for an order, or registers one of the shop's own.
   *
   * @throws IllegalArgumentException if it would expire in the past
   */
  public IamportPayment issue(IamportConvenienceStoreRequest request) {
    calls.requireFuture("expired_at", request.expiresAt());
    return calls.payment(
        HttpRequest.once("issue barcode", "POST", "cvs")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        p -> p.orderId().equals(request.orderId()));
  }

  /** {@code DELETE /cvs/{imp_uid}}: makes a barcode invalid that wasn't paid. */
  public IamportPayment revoke(PaymentId paymentId) {
    return calls.payment(
        HttpRequest.once("revoke barcode", "DELETE", "cvs", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId)),
        p -> p.paymentId().equals(paymentId));
  }
}
