package kr.pgsdk.core;

import java.util.Optional;
import kr.pgsdk.core.auth.AuthToken;

/**
 * A payment gateway with five verbs. Every gateway keeps the promises of these verbs.
 *
 * <p>Every verb blocks; {@link kr.pgsdk.core.async.AsyncPaymentGateway} has verbs that don't. One
 * deadline (70 seconds by default, see {@link kr.pgsdk.core.http.HttpOptions}) covers a call with
 * its retries, token and lookups; a blocking DNS lookup, and interceptors and listeners of the
 * caller's, can take longer. Objects are thread-safe: use one for each merchant account, for the
 * life of the application. An interrupt ends a wait at once and leaves the thread's interrupt flag
 * set.
 *
 * <p>A wrong argument is an {@link IllegalArgumentException}, and nothing is sent. Every other
 * failure is a {@link kr.pgsdk.core.error.PaymentException}, whose type says what to do now:
 *
 * <ul>
 *   <li>{@link kr.pgsdk.core.error.TransportException}: nothing was executed; call again.
 *   <li>{@link kr.pgsdk.core.error.OutcomeUnknownException}: money may have moved; look the payment
 *       up first.
 *   <li>{@link kr.pgsdk.core.error.GatewayException}: a definite refusal; {@code isRetryable()}
 *       says whether calling later may help.
 *   <li>{@link kr.pgsdk.core.error.AuthenticationException}: fix the credentials.
 *   <li>{@link kr.pgsdk.core.error.MalformedResponseException}: the response can't be read; only
 *       from calls that move no money (getToken, prepare, find, and a confirm that only reads).
 *   <li>{@link kr.pgsdk.core.error.VerificationException}: from cancel, if the payment belongs to
 *       another order.
 * </ul>
 */
public interface PaymentGateway extends AutoCloseable {
  /**
   * Returns the credential that the next request would carry. Moves no money. At Iamport the token
   * comes from the cache or from one request; Toss and PortOne V2 need no request.
   */
  AuthToken getToken();

  /**
   * Prepares an order, so that its checkout may start. The result's type says who checks the
   * amount. Moves no money.
   *
   * <p>Iamport: registers the amount. If the order is registered already with the same amount, the
   * call succeeds; with another amount it fails, unless the request says {@code replaceAmount}.
   * Toss: checks the order against Toss's rules, without a request. PortOne V2: registers the
   * amount.
   *
   * @throws IllegalArgumentException if the gateway would refuse the order id or the order name
   * @throws kr.pgsdk.core.error.GatewayException if another amount is registered
   */
  Preparation prepare(PrepareRequest request);

  /**
   * Checks what {@link #prepare} would refuse before it sends anything. Sends nothing and moves no
   * money. The default accepts everything, and leaves the refusal to prepare.
   *
   * @throws IllegalArgumentException if the gateway would refuse the order id, the amount or the
   *     order name
   */
  default void check(PrepareRequest request) {}

  /**
   * Returns the payment with this payment id, or one payment of an order: one that holds money,
   * else one awaiting its deposit, else a fully cancelled one, else the newest. Moves no money.
   *
   * @return empty only if the gateway itself says that it knows no such payment
   */
  Optional<Payment> find(PaymentLookup lookup);

  /**
   * Confirms that an order is paid. Returns {@link Confirmation.Confirmed} only if the payment is
   * paid, and order id, payment id, amount and currency are the expected ones. A refused card or a
   * wrong amount is a value ({@link Confirmation.NotConfirmed}), not an exception.
   *
   * <p><strong>Moves money</strong> where this call captures: at Toss, and at PortOne V2 with a
   * payment token. Otherwise the checkout has captured already, and this call looks the payment up
   * and verifies it. With {@code onMismatch(CANCEL)} it may refund. Calling again with the same
   * request is safe: nothing is captured twice. A request {@code withoutCapture()} moves no money.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if a request of this call, or of an earlier
   *     confirm through this gateway object, may still capture, and a lookup proved nothing; call
   *     {@code find} with its {@code lookup()} later
   */
  Confirmation confirm(ConfirmRequest request);

  /**
   * Cancels a payment or a part of it. After return the amount is refunded, or its refund is
   * pending. <strong>Moves money.</strong> Calling again with the same request object makes no
   * second refund.
   *
   * @throws IllegalArgumentException if a partial amount is above the known balance
   * @throws kr.pgsdk.core.error.VerificationException if the payment belongs to another order than
   *     the request says; nothing was cancelled
   * @throws kr.pgsdk.core.error.GatewayException if the gateway refused, if the cancel was surely
   *     not executed, or if the gateway accepted it and gave it up
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if a cancel sent for this request, now or
   *     earlier, may have been executed, and nothing proves it yet; call again with {@code
   *     pendingCancel()}, never with a new request
   */
  Cancellation cancel(CancelRequest request);

  /**
   * The gateway's short name, as in exceptions: {@code toss}. An implementation of the caller's
   * own, such as one for tests, has its class's name unless it overrides this.
   */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * Whether nothing is captured before confirm, and confirm captures the money (Toss). Otherwise
   * the checkout captures, and confirm looks the payment up and verifies it (Iamport, and PortOne
   * V2 except for a confirm with a payment token). There is no default: a gateway that wraps
   * another one returns what that one returns.
   */
  boolean capturesOnConfirm();

  /**
   * Whether a lookup shows each cancel with the very reason it was sent with, so that the
   * references in front of two reasons tell two refunds of one amount apart (Toss). Behind Iamport
   * payment companies may drop, replace or cut a reason.
   *
   * @return false, the careful answer, by default
   */
  default boolean keepsCancelReasons() {
    return false;
  }

  /**
   * A text that identifies this merchant's credentials, live or test, without showing them: the
   * same text for the same credentials in every process. Durable payments store it, so that they
   * send nothing to another merchant or mode than that of the stored payments. At Toss and PortOne
   * V2 it is made of the secret; at Iamport of the API key and the tier, so a new API secret
   * doesn't change it. There is no default, so that a gateway that wraps another one can't switch
   * this comparison off by accident.
   *
   * @return empty if it isn't known, as for a fake gateway in a test: then nothing is compared
   */
  Optional<String> credentialFingerprint();

  /**
   * Returns a gateway with another deadline, number of attempts, or headers. The two share
   * connections, token, and what they remember of confirms and refunds; closing either closes both.
   */
  PaymentGateway with(CallOptions options);

  /**
   * Ends running calls and closes the connections that this gateway made. A caller's {@code
   * OkHttpClient} stays open. Later calls throw {@link IllegalStateException}. Idempotent.
   */
  @Override
  void close();
}
