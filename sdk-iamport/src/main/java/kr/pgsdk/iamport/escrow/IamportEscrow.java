package kr.pgsdk.iamport.escrow;

import java.util.Optional;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Deliveries of escrow payments. No money moves by itself: the buyer confirms the purchase after
 * the delivery. Changes are sent once: after an {@code OutcomeUnknownException}, {@link #find}
 * shows what is registered.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportEscrow {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportEscrow(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /escrows/logis/{imp_uid}}: the delivery of a payment; empty if none is registered
   * (HTTP 409), or there is no such payment.
   */
  public Optional<IamportEscrowDelivery> find(PaymentId paymentId) {
    return calls.<Optional<IamportEscrowDelivery>>send(
        request(HttpRequest.safe("escrow delivery", "GET", path(paymentId)), paymentId),
        body -> Optional.of(new IamportEscrowDelivery(body.requiredObject("response"))),
        refusal ->
            IamportCalls.isNotFound(refusal) || refusal.httpStatus().orElse(0) == 409
                ? Optional.empty()
                : null);
  }

  /**
   * {@code POST /escrows/logis/{imp_uid}}: registers the delivery of a payment.
   *
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 409 if one is registered already
   */
  public IamportEscrowDelivery register(PaymentId paymentId, IamportEscrowRequest delivery) {
    return change("register escrow delivery", "POST", paymentId, delivery);
  }

  /**
   * {@code PUT /escrows/logis/{imp_uid}}: changes the delivery of a payment.
   *
   * @throws IllegalArgumentException if {@code send_email} is set
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 409 if none is registered
   */
  public IamportEscrowDelivery change(PaymentId paymentId, IamportEscrowRequest delivery) {
    if (RequestFields.of(delivery).has("send_email")) {
      throw new IllegalArgumentException("send_email must be set for registering alone");
    }
    return change("change escrow delivery", "PUT", paymentId, delivery);
  }

  private IamportEscrowDelivery change(
      String name, String method, PaymentId paymentId, IamportEscrowRequest delivery) {
    return IamportCalls.change(
        () ->
            calls.object(
                request(HttpRequest.once(name, method, path(paymentId)), paymentId)
                    .body(RequestFields.of(delivery)),
                IamportEscrowDelivery::new));
  }

  private static String[] path(PaymentId paymentId) {
    return new String[] {"escrows", "logis", paymentId.value()};
  }

  private static HttpRequest.Builder request(HttpRequest.Builder request, PaymentId paymentId) {
    return request.about(PaymentLookup.byPaymentId(paymentId));
  }
}
