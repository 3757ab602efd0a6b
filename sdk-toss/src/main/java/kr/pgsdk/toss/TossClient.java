package kr.pgsdk.toss;

import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.http.CustomRequest;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.billing.TossBillingKeys;
import kr.pgsdk.toss.brandpay.TossBrandpay;
import kr.pgsdk.toss.card.TossCardPayments;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.model.TossCancellation;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.promotion.TossPromotions;
import kr.pgsdk.toss.receipt.TossCashReceipts;
import kr.pgsdk.toss.settlement.TossSettlements;
import kr.pgsdk.toss.submall.TossSubMalls;
import kr.pgsdk.toss.transaction.TossTransactions;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccounts;
import org.jspecify.annotations.Nullable;

/**
 * The REST API of Toss Payments v1, one method for each endpoint, with Toss's own names. The core
 * endpoints are here; each feature has a class of its own, such as {@link #billingKeys()}. To take
 * payments use {@link TossGateway}, which also verifies payments, recognises repeated responses,
 * and looks payments up after lost responses.
 *
 * <p>Calls block until their deadline at most. They throw the exceptions of {@link
 * kr.pgsdk.core.PaymentGateway}, with Toss's code, message and trace id, and {@link
 * IllegalStateException} after {@link #close}. Thread-safe.
 */
public final class TossClient implements AutoCloseable {
  private final TossCalls calls;

  TossClient(TossCalls calls) {
    this.calls = calls;
  }

  /** Starts a client for a merchant. */
  public static Builder builder(TossSecretKey secretKey) {
    return new Builder(secretKey);
  }

  /**
   * Returns the credential that every request carries. Sends no request.
   *
   * @throws IllegalStateException if this is closed
   */
  public AuthToken getToken() {
    return sender().token();
  }

  /**
   * Confirms a payment: <strong>captures the money</strong>, or issues the virtual account. POST
   * /v1/payments/confirm, repeated only with the same idempotency key.
   *
   * <p>Toss may repeat an older answer for the same key, and the payment may have been cancelled
   * since. {@link TossGateway#confirm} looks the payment up then.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read
   */
  public TossPayment confirm(TossConfirmRequest request) {
    return api().confirmSame(request);
  }

  /**
   * Returns the payment with this key. GET /v1/payments/{paymentKey}.
   *
   * @throws kr.pgsdk.core.error.GatewayException if there is none: {@code NOT_FOUND_PAYMENT}
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response can't be read, or is
   *     about another payment
   */
  public TossPayment payment(PaymentId paymentKey) {
    return api().payment(PaymentLookup.byPaymentId(paymentKey));
  }

  /**
   * Returns the payment of this order. GET /v1/payments/orders/{orderId}.
   *
   * @throws kr.pgsdk.core.error.GatewayException if there is none: {@code NOT_FOUND_PAYMENT}
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response can't be read, or is
   *     about another order
   */
  public TossPayment paymentByOrderId(OrderId orderId) {
    return api().payment(PaymentLookup.byOrderId(orderId));
  }

  /**
   * Cancels a payment, wholly or in part: <strong>moves money</strong>. POST
   * /v1/payments/{paymentKey}/cancel, repeated only with the same idempotency key, and not after a
   * server error: it isn't documented whether Toss then knows the key.
   *
   * <p>Toss may answer before the refund is finished: see {@link TossCancellation#cancelStatus()}.
   * It may also repeat an older answer for the same key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost, a server error or
   *     can't be read: look the payment up, then send the same request again, never a new one;
   *     after a server error, wait two minutes first
   */
  public TossPayment cancel(TossCancelRequest request) {
    return api().cancel(request);
  }

  /** Billing keys: issuing, charging, deleting. */
  public TossBillingKeys billingKeys() {
    return new TossBillingKeys(calls);
  }

  /** Billing keys, under a deadline. */
  TossBillingKeys billingKeys(Deadline deadline) {
    return new TossBillingKeys(calls.within(deadline));
  }

  /** Brandpay: the wallet of a customer's cards and accounts. */
  public TossBrandpay brandpay() {
    return new TossBrandpay(calls);
  }

  /** Payments with a card's data. */
  public TossCardPayments cardPayments() {
    return new TossCardPayments(calls);
  }

  /** Cash receipts: issuing, cancelling, listing. */
  public TossCashReceipts cashReceipts() {
    return new TossCashReceipts(calls);
  }

  /** Promotions of the card companies. */
  public TossPromotions promotions() {
    return new TossPromotions(calls);
  }

  /** What Toss pays out to the merchant. */
  public TossSettlements settlements() {
    return new TossSettlements(calls);
  }

  /** Sub-malls of payouts v1, and what is paid out to them. */
  public TossSubMalls subMalls() {
    return new TossSubMalls(calls);
  }

  /** Captures and cancels, listed by time. */
  public TossTransactions transactions() {
    return new TossTransactions(calls);
  }

  /** Virtual accounts without a checkout page. */
  public TossVirtualAccounts virtualAccounts() {
    return new TossVirtualAccounts(calls);
  }

  /**
   * Calls an endpoint that has no method here: any method, path, query and JSON body. A GET is
   * repeated like every read. Any other request is sent once, because Toss couldn't recognise a
   * repetition; {@link #request(String, String, String, String)} gives a POST an idempotency key.
   *
   * <p>If the response is a payment, read it like this:
   *
   * <pre>{@code
   * TossPayment payment =
   *     TossPayment.parse(client.request("GET", "/v1/payments/orders/order_1", null));
   * }</pre>
   *
   * <p><strong>These move money</strong>: POST to {@code /v1/payments/confirm}, {@code
   * /v1/payments/{paymentKey}/cancel}, {@code /v1/payments/key-in} and {@code
   * /v1/billing/{billingKey}}; and every request that pays out. Send them with an idempotency key,
   * and after an {@code OutcomeUnknownException} send the same request with the same key. Prefer
   * the methods of this client and of {@link TossGateway}.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path what follows the base URL: it starts with {@code /}, and is percent-encoded
   * @param jsonBody the body, one JSON document of at most 1 MiB, or 16 MiB if it is an array; null
   *     for none, as GET has it
   * @return the response's body as JSON, of at most 1 MiB, or 16 MiB if it is an array; empty if it
   *     has none, as after deleting a billing key
   * @throws IllegalArgumentException if method, path or body break a rule above
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it isn't a GET and the response is lost
   */
  public String request(String method, String path, @Nullable String jsonBody) {
    return calls.documentOrNothing(CustomRequest.of(method, path, jsonBody));
  }

  /**
   * Calls an endpoint that has no method here. The SDK repeats the request with the same
   * idempotency key, as for {@link #confirm}.
   *
   * @param method POST: Toss ignores the key of any other method
   * @param idempotencyKey 1 to 300 visible ASCII characters, never used for anything else
   * @return the response's body as JSON; empty if it has none
   * @throws IllegalArgumentException if a rule above, or one of {@link #request(String, String,
   *     String)}, is broken
   */
  public String request(
      String method, String path, @Nullable String jsonBody, String idempotencyKey) {
    if (!method.equals("POST")) {
      throw new IllegalArgumentException("an idempotency key works for POST only");
    }
    String key = Texts.idempotencyKey(idempotencyKey);
    return calls.documentOrNothing(CustomRequest.keyed(method, path, jsonBody, key));
  }

  /**
   * Returns a client with another deadline, number of attempts, or headers. The two share
   * connections; closing either closes both.
   */
  public TossClient with(CallOptions options) {
    return new TossClient(calls.by(sender().with(options)));
  }

  /**
   * What sends its requests, for the SDK's other artifacts.
   *
   * @hidden
   */
  public TossCalls calls() {
    return calls;
  }

  /** What sends its requests, for the verbs that are made of several. */
  Sender sender() {
    return calls.sender();
  }

  /** The REST calls, under a deadline. */
  TossApi api(Deadline deadline) {
    return new TossApi(calls.within(deadline));
  }

  private TossApi api() {
    return api(sender().deadline());
  }

  /**
   * Ends running calls and closes the connections that this client made. A caller's {@code
   * OkHttpClient} stays open. Idempotent.
   */
  @Override
  public void close() {
    sender().close();
  }

  /** Builds a {@link TossClient}. */
  public static final class Builder extends TossBuilder<Builder> {
    private Builder(TossSecretKey secretKey) {
      super(secretKey);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws IllegalArgumentException if the base URL ends in an API version, such as {@code /v1}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public TossClient build() {
      return client();
    }
  }
}
