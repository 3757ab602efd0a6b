package kr.pgsdk.portone;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.http.CustomRequest;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.billing.PortOneBillingKeys;
import kr.pgsdk.portone.company.PortOneCompanies;
import kr.pgsdk.portone.escrow.PortOneEscrows;
import kr.pgsdk.portone.identity.PortOneIdentityVerifications;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;
import kr.pgsdk.portone.model.PortOneCancellation;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.model.PortOnePaymentSummary;
import kr.pgsdk.portone.payment.PortOnePayments;
import kr.pgsdk.portone.platform.PortOnePlatform;
import kr.pgsdk.portone.promotion.PortOnePromotions;
import kr.pgsdk.portone.receipt.PortOneCashReceipts;
import kr.pgsdk.portone.reconciliation.PortOneVatReports;
import kr.pgsdk.portone.schedule.PortOneSchedules;
import kr.pgsdk.portone.session.PortOneSessions;
import org.jspecify.annotations.Nullable;

/**
 * The REST API of PortOne V2, one method for each endpoint, with PortOne's own names. The core
 * endpoints are here; each feature has a class of its own. To take payments use {@link
 * PortOneGateway}, which also verifies payments, and looks them up after lost responses.
 *
 * <p>Calls block until their deadline at most. They throw the exceptions of {@link
 * kr.pgsdk.core.PaymentGateway}, with PortOne's {@code type} as the code and with its message, and
 * {@link IllegalStateException} after {@link #close}. Thread-safe.
 */
public final class PortOneClient implements AutoCloseable {
  private final PortOneCalls calls;

  PortOneClient(PortOneCalls calls) {
    this.calls = calls;
  }

  /** Starts a client for a merchant. */
  public static Builder builder(PortOneApiSecret apiSecret) {
    return new Builder(apiSecret);
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
   * Returns the payment with this id, which the shop gave it. GET /payments/{paymentId}.
   *
   * @param paymentId the shop's own id ({@code paymentId}), never PortOne's {@code transactionId}
   * @throws kr.pgsdk.core.error.GatewayException if there is none: {@code PAYMENT_NOT_FOUND}
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response can't be read, or is
   *     about another payment
   */
  public PortOnePayment payment(OrderId paymentId) {
    return api().payment(paymentId);
  }

  /** Billing keys: issuing, looking up, charging, deleting. */
  public PortOneBillingKeys billingKeys() {
    return new PortOneBillingKeys(calls);
  }

  /** Billing keys, under a deadline. */
  PortOneBillingKeys billingKeys(Deadline deadline) {
    return new PortOneBillingKeys(calls.within(deadline));
  }

  /** Cash receipts: issuing, cancelling, listing. */
  public PortOneCashReceipts cashReceipts() {
    return new PortOneCashReceipts(calls);
  }

  /** Endpoints for single payment companies and banks. */
  public PortOneCompanies companies() {
    return new PortOneCompanies(calls);
  }

  /** Deliveries of payments under escrow. */
  public PortOneEscrows escrows() {
    return new PortOneEscrows(calls);
  }

  /** Identity verifications. */
  public PortOneIdentityVerifications identityVerifications() {
    return new PortOneIdentityVerifications(calls);
  }

  /** Lists of payments, and other operations on a payment than the five verbs. */
  public PortOnePayments payments() {
    return new PortOnePayments(calls);
  }

  /** Partner settlement: a platform pays the partners for whom it sells. */
  public PortOnePlatform platform() {
    return new PortOnePlatform(calls);
  }

  /** Discounts of the shop and of card companies. */
  public PortOnePromotions promotions() {
    return new PortOnePromotions(calls);
  }

  /** Payments that PortOne makes with a billing key at a scheduled time. */
  public PortOneSchedules schedules() {
    return new PortOneSchedules(calls);
  }

  /** The hosted checkout. */
  public PortOneSessions sessions() {
    return new PortOneSessions(calls);
  }

  /** Reports of value added tax. */
  public PortOneVatReports vatReports() {
    return new PortOneVatReports(calls);
  }

  /**
   * Registers the amount of a payment before the checkout. No money moves. POST
   * /payments/{paymentId}/pre-register. PortOne doesn't document what this protects.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for a payment that is paid
   *     ({@code ALREADY_PAID})
   * @throws IllegalArgumentException if the amount is zero or no whole number of minor units
   */
  public void preRegister(OrderId paymentId, Money total) {
    api().preRegister(paymentId, total, null);
  }

  /**
   * Like {@link #preRegister(OrderId, Money)}, with the tax-free part of the amount.
   *
   * @throws IllegalArgumentException if the part is more than the whole, or in another currency
   */
  public void preRegister(OrderId paymentId, Money total, Money taxFree) {
    api().preRegister(paymentId, total, taxFree);
  }

  /**
   * Confirms a payment through a channel with manual confirmation: <strong>captures the
   * money</strong>, or issues the virtual account. POST /payments/{paymentId}/confirm, repeated
   * only with the same idempotency key. The response has neither status nor amount: look the
   * payment up, as {@link PortOneGateway#confirm} does.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company ({@code
   *     PG_PROVIDER}) refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read
   */
  public PortOnePaymentSummary confirm(PortOneConfirmRequest request) {
    return api().confirm(request).payment();
  }

  /**
   * Cancels a payment, wholly or in part: <strong>moves money</strong>. POST
   * /payments/{paymentId}/cancel, repeated only with the same idempotency key, and not after a
   * server error.
   *
   * @return the cancel, which may be {@code REQUESTED}, to be finished later, or {@code FAILED}
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company ({@code
   *     PG_PROVIDER}) refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost, a server error or
   *     can't be read: look the payment up, then send the same request again within three hours,
   *     never a new one; after a server error not before two minutes have passed
   */
  public PortOneCancellation cancel(PortOneCancelRequest request) {
    return api().cancel(request);
  }

  /**
   * Closes the virtual account of a payment that waits for its deposit. POST
   * /payments/{paymentId}/virtual-account/close, repeated only with the same idempotency key.
   *
   * @return when it was closed, if PortOne says so
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses ({@code
   *     PAYMENT_NOT_WAITING_FOR_DEPOSIT}), or the payment company
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read
   */
  public Optional<Instant> closeVirtualAccount(OrderId paymentId) {
    return api().closeAccount(paymentId, PortOneKey.random());
  }

  /**
   * Calls an endpoint that has no method here: any method, path, query and JSON body. A GET is
   * repeated like every read. Any other request is sent once; {@link #request(String, String,
   * String, String)} gives it an idempotency key. The SDK doesn't add the store id: add it where it
   * is needed.
   *
   * <p>If the response is a payment, read it with {@link PortOnePayment#parse}. <strong>These move
   * money</strong>: POST to {@code /payments/{paymentId}/confirm}, {@code /cancel}, {@code
   * /instant}, {@code /billing-key} and {@code /capture}; and every request that pays out. Prefer
   * the methods of this client and of {@link PortOneGateway}.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path what follows the base URL: it starts with {@code /}, and is percent-encoded
   * @param jsonBody the body, one JSON document of at most 1 MiB, or 16 MiB if it is an array; null
   *     for none, as GET has it: a list's filter goes into the query field {@code requestBody}
   * @return the response's body as JSON, of at most 1 MiB, or 16 MiB if it is an array; empty if it
   *     has none
   * @throws IllegalArgumentException if method, path or body break a rule above
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it isn't a GET and the response is lost
   */
  public String request(String method, String path, @Nullable String jsonBody) {
    HttpRequest.Builder request = CustomRequest.of(method, path, jsonBody);
    return api().custom(request); // only now: a large body takes its time to read
  }

  /**
   * Calls an endpoint that has no method here. The SDK repeats the request with the same
   * idempotency key, as for {@link #confirm}.
   *
   * @param method POST, PUT, PATCH or DELETE
   * @param idempotencyKey 1 to 300 visible ASCII characters, never used for anything else; the SDK
   *     sends a hash of a key that PortOne wouldn't accept
   * @return the response's body as JSON; empty if it has none
   * @throws IllegalArgumentException if a rule above, or one of {@link #request(String, String,
   *     String)}, is broken
   */
  public String request(
      String method, String path, @Nullable String jsonBody, String idempotencyKey) {
    String header = PortOneKey.header(Texts.idempotencyKey(idempotencyKey));
    HttpRequest.Builder request = CustomRequest.keyed(method, path, jsonBody, header);
    return api().custom(request);
  }

  /**
   * Returns a client with another deadline, number of attempts, or headers. The two share
   * connections; closing either closes both.
   */
  public PortOneClient with(CallOptions options) {
    return new PortOneClient(calls.by(sender().with(options)));
  }

  /** The time now. */
  Instant now() {
    return calls.clock().instant();
  }

  /** What sends its requests, for the verbs that are made of several. */
  Sender sender() {
    return calls.sender();
  }

  /** The REST calls, under a deadline. */
  PortOneApi api(Deadline deadline) {
    return new PortOneApi(calls.within(deadline));
  }

  private PortOneApi api() {
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

  /** Builds a {@link PortOneClient}. */
  public static final class Builder extends PortOneBuilder<Builder> {
    private Builder(PortOneApiSecret apiSecret) {
      super(apiSecret);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws IllegalArgumentException if the base URL names another host of PortOne, another
     *     gateway's, or a path at {@code api.portone.io}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public PortOneClient build() {
      return client();
    }
  }
}
