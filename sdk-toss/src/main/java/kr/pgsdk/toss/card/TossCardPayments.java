package kr.pgsdk.toss.card;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.model.TossPayment;

/**
 * Payments with a card's data, without a checkout page. Toss takes them from merchants that have a
 * contract for it.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossCardPayments {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossCardPayments(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/payments/key-in}: charges the card. <strong>Moves money.</strong> Repeated only
   * with the same idempotency key. Toss may repeat an older answer for the same key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the order up, or send the same request again, never a new one
   */
  public TossPayment keyIn(TossKeyInRequest request) {
    return calls.payment(
        HttpRequest.keyed("key-in", request.idempotencyKey(), "v1", "payments", "key-in")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }
}
