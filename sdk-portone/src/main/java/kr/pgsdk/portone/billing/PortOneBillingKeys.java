package kr.pgsdk.portone.billing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.ItemPages;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;
import kr.pgsdk.portone.internal.PortOneReply;
import kr.pgsdk.portone.model.PortOnePaymentSummary;

/**
 * Billing keys: issuing, looking up, deleting.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw. No message
 * shows a key.
 */
public final class PortOneBillingKeys {
  private static final String BILLING_KEYS = "billing-keys";
  private static final String NEW_KEY = "the billing keys of this buyer";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneBillingKeys(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /billing-keys}: issues a key for a card. Repeated only with the same idempotency
   * key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #list}
   */
  public PortOneIssuedBillingKey issue(PortOneBillingKeyRequest request) {
    return issue(request, PortOneIssuedBillingKey::new);
  }

  /**
   * As {@link #issue}, of the key, which must be there: a response without one leaves a doubt.
   *
   * @hidden
   */
  public PortOneBillingKeySummary issued(PortOneBillingKeyRequest request) {
    return issue(
        request,
        json -> {
          JsonObject key = json.requiredObject("billingKeyInfo");
          String unused = key.required("billingKey", text -> BillingKey.of(text).value());
          return new PortOneBillingKeySummary(key);
        });
  }

  private <T> T issue(PortOneBillingKeyRequest request, Function<JsonObject, T> reader) {
    return calls.object(
        HttpRequest.keyed(
                "issue billing key", PortOneKey.header(request.idempotencyKey()), BILLING_KEYS)
            .subject(NEW_KEY)
            .body(calls.inBody(RequestFields.of(request))),
        reader);
  }

  /**
   * {@code POST /billing-keys/confirm}: confirms that a key is issued. Repeated only with the same
   * idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #list}
   */
  public PortOneConfirmedBillingKey confirm(PortOneConfirmBillingKeyRequest request) {
    return calls.object(
        HttpRequest.keyed(
                "confirm billing key",
                PortOneKey.header(request.idempotencyKey()),
                BILLING_KEYS,
                "confirm")
            .subject(NEW_KEY)
            .body(calls.inBody(RequestFields.of(request))),
        PortOneConfirmedBillingKey::new);
  }

  /**
   * {@code POST /billing-keys/confirm-issue-and-pay}: confirms that a key is issued and a payment
   * made with it: <strong>moves money</strong>. Repeated only with the same idempotency key. The
   * answer says nothing of amounts: look the payment up, as {@code PortOneGateway.confirm} does.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the payment up, or send the same request again within three hours
   */
  public PortOneConfirmedBillingKey confirmAndPay(PortOneConfirmAndPayRequest request) {
    return calls.object(
        HttpRequest.keyed(
                "confirm billing key and pay",
                PortOneKey.header(request.idempotencyKey()),
                BILLING_KEYS,
                "confirm-issue-and-pay")
            .about(PaymentLookup.byOrderId(request.paymentId()))
            .body(calls.inBody(RequestFields.of(request))),
        PortOneConfirmedBillingKey::new);
  }

  /**
   * {@code POST /payments/{paymentId}/billing-key}: charges a key: <strong>moves money</strong>.
   * Repeated only with the same idempotency key. The response says nothing of amounts: look the
   * payment up, as {@code PortOneGateway.billing()} does.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company ({@code
   *     PG_PROVIDER}) refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the payment up, or send the same request again within three hours
   */
  public PortOnePaymentSummary pay(PortOneBillingKeyPaymentRequest request) {
    return reply(request).payment();
  }

  /**
   * As {@link #pay}, with what tells whether the response is an older one of the same key.
   *
   * @hidden
   */
  public PortOneReply reply(PortOneBillingKeyPaymentRequest request) {
    return calls.reply(
        PortOneCalls.change(
                "charge billing key", request.paymentId(), request.idempotencyKey(), "billing-key")
            .executedOnceInAnyCase() // a payment succeeds once
            .body(calls.inBody(RequestFields.of(request))),
        json -> new PortOnePaymentSummary(json.requiredObject("payment")));
  }

  /** {@code GET /billing-keys/{billingKey}}: what PortOne knows of a key. */
  public PortOneBillingKey get(String billingKey) {
    return calls.object(
        calls
            .inQuery(HttpRequest.safe("billing key", "GET", BILLING_KEYS, billingKey))
            .hide(billingKey),
        PortOneBillingKey::new);
  }

  /**
   * {@code GET /billing-keys}: the keys that fit. The SDK fetches each page when you read it. Close
   * the stream, with try-with-resources; a stream that is read to its end closes itself. The stream
   * is sequential, and for one thread. Reading it throws the exceptions of a call.
   */
  public Stream<PortOneBillingKey> list(PortOneBillingKeyFilter filter) {
    RequestFields wanted =
        new RequestFields().object("filter", calls.inBody(RequestFields.of(filter)));
    return calls.stream(
        new ItemPages<>(
            BILLING_KEYS,
            BILLING_KEYS,
            wanted,
            PortOneBillingKey::new,
            row -> row.billingKey().orElseGet(row::toJson)));
  }

  /**
   * {@code DELETE /billing-keys/{billingKey}}: deletes a key; schedules that use it fail.
   *
   * @return when it was deleted
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for a key that is deleted
   *     ({@code BILLING_KEY_ALREADY_DELETED})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look at {@link
   *     #get}
   */
  public Optional<Instant> delete(String billingKey, PortOneBillingKeyDeletion deletion) {
    return calls.object(
        calls.inQuery(deletion.request(billingKey)).subject("the billing key").hide(billingKey),
        json -> Optional.ofNullable(json.koreanTime("deletedAt")));
  }
}
