package kr.pgsdk.core;

import java.util.Optional;
import kr.pgsdk.core.auth.AuthToken;

/**
 * A payment gateway with five verbs. What a verb promises holds at every gateway.
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
 *       from calls that move no money (getToken, prepare, find, and confirm at Iamport).
 *   <li>{@link kr.pgsdk.core.error.VerificationException}: from cancel, if the payment belongs to
 *       another order.
 * </ul>
 */
public interface PaymentGateway extends AutoCloseable {
  /**
   * Returns the credential that the next request would carry. Moves no money. At Iamport the token
   * comes from the cache or from one request; Toss needs no request.
   */
  AuthToken getToken();

  /**
   * Prepares an order, so that its checkout may start. The result's type says who checks the
   * amount. Moves no money.
   *
   * <p>Iamport: registers the amount. If the order is registered already with the same amount, the
   * call succeeds; with another amount it fails, unless the request says {@code replaceAmount}.
   * Toss: checks the order against Toss's rules, without a request.
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
   * Whether confirm captures the money (Toss), so that nothing is captured before it. Otherwise the
   * checkout has captured it already, and confirm looks and verifies (Iamport, and PortOne V2 but
   * for a confirm with a payment token). It has no default: a gateway around another one says what
   * that says.
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
   * What tells this merchant's credentials from others', live from test, without showing them: the
   * same text for the same credentials in every process. Durable payments store it, so that nothing
   * is sent to a merchant or a mode that the stored payments aren't of. Toss: of the secret key.
   * Iamport: of the API key and the tier; a new API secret changes nothing. It has no default: a
   * gateway around another one that left it out would end the comparison unseen.
   *
   * @return empty if it isn't known, as of a stand-in in a test: then nothing is compared
   */
  Optional<String> credentialFingerprint();

  /**
   * Returns a gateway with another deadline, number of attempts, or headers. The two share
   * connections, token, and what they remember of confirms and refunds; closing either closes both.
   */
  PaymentGateway with(CallOptions options);

  /**
   * Ends waiting calls and closes the connections that this gateway made. A caller's {@code
   * OkHttpClient} stays open. Later calls throw {@link IllegalStateException}. Idempotent.
   */
  @Override
  void close();
}
