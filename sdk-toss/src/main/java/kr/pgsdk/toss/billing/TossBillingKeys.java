package kr.pgsdk.toss.billing;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.TossPayment;

/**
 * Billing keys: issuing, charging and deleting. Toss has no call that looks a key up, so store it
 * when it is issued.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossBillingKeys {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossBillingKeys(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/billing/authorizations/issue}: issues a key after its customer has agreed on
   * Toss's page. No money moves. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again, for the auth key is good for one request
   */
  public TossBillingKey issue(TossBillingKeyRequest request) {
    return key(
        HttpRequest.keyed(
                "issue billing key",
                request.idempotencyKey(),
                "v1",
                "billing",
                "authorizations",
                "issue")
            .body(RequestFields.of(request)),
        request.customerKey());
  }

  /**
   * {@code POST /v1/billing/authorizations/card}: issues a key by a card's data, for merchants that
   * have a contract for it. No money moves. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again
   */
  public TossBillingKey issue(TossCardBillingKeyRequest request) {
    return key(
        HttpRequest.keyed(
                "issue billing key",
                request.idempotencyKey(),
                "v1",
                "billing",
                "authorizations",
                "card")
            .body(RequestFields.of(request)),
        request.customerKey());
  }

  private TossBillingKey key(HttpRequest.Builder request, String customerKey) {
    return calls.object(
        request, ResponseMatch.about("customerKey", customerKey, TossBillingKey::new));
  }

  /**
   * {@code POST /v1/billing/{billingKey}}: charges a key. <strong>Moves money.</strong> Toss may
   * take 60 seconds, which the default timeouts allow for. Repeated only with the same idempotency
   * key. Toss may repeat an older answer for the same key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the order up, or send the same request again, never another for the order
   */
  public TossPayment charge(TossChargeRequest request) {
    return reply(request).payment();
  }

  /**
   * As {@link #charge}, with what tells whether the response is an older one.
   *
   * @hidden
   */
  public TossReply reply(TossChargeRequest request) {
    return calls.reply(
        HttpRequest.keyed("charge", request.idempotencyKey(), "v1", "billing", request.billingKey())
            .executedOnceInAnyCase() // an order that is charged: DUPLICATED_ORDER_ID
            .about(PaymentLookup.byOrderId(request.orderId()))
            .hide(request.billingKey())
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }

  /**
   * {@code DELETE /v1/billing/{billingKey}}: deletes a key, which can't be charged any more. No
   * money moves. Sent once.
   *
   * @param billingKey a secret: no message shows it
   * @throws IllegalArgumentException if it isn't 1 to 200 visible ASCII characters
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: delete it again; a
   *     key that is gone stays gone
   */
  public void delete(String billingKey) {
    calls.empty(
        HttpRequest.once(
                "delete billing key",
                "DELETE",
                "v1",
                "billing",
                TossFields.requireBillingKey(billingKey))
            .hide(billingKey));
  }
}
