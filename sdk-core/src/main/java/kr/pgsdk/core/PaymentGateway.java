package kr.pgsdk.core;

import java.util.Optional;
import kr.pgsdk.core.auth.AuthToken;

/**
 * A payment gateway: five verbs, each worded as what holds after it returns, whichever gateway is
 * behind them.
 *
 * <p>Every verb blocks ({@link kr.pgsdk.core.async.AsyncPaymentGateway} doesn't), and is bounded by
 * one deadline (70 seconds by default, see {@link kr.pgsdk.core.http.HttpOptions}) over retries,
 * token and lookups; blocking DNS alone can outlive it. Objects are thread-safe and meant to be
 * shared: one per merchant account, for the life of the application. An interrupt ends waits at
 * once and keeps the thread's flag.
 *
 * <p>A caller's mistake is an {@link IllegalArgumentException}, before anything is sent. Everything
 * else is a {@link kr.pgsdk.core.error.PaymentException}, which says what may be done now:
 *
 * <ul>
 *   <li>{@link kr.pgsdk.core.error.TransportException}: surely not executed; call again.
 *   <li>{@link kr.pgsdk.core.error.OutcomeUnknownException}: nobody knows; look up first.
 *   <li>{@link kr.pgsdk.core.error.GatewayException}: a definite refusal; {@code isRetryable()}.
 *   <li>{@link kr.pgsdk.core.error.AuthenticationException}: fix the credentials.
 *   <li>{@link kr.pgsdk.core.error.MalformedResponseException}: from what moves no money (getToken,
 *       prepare, find, and confirm at Iamport) only; an answer that can't be read.
 *   <li>{@link kr.pgsdk.core.error.VerificationException}: from cancel, if the payment is of
 *       another order.
 * </ul>
 */
public interface PaymentGateway extends AutoCloseable {
  /**
   * Returns the credential the next request would carry. Moves no money. Iamport: from the cache,
   * or one request; Toss: no request.
   */
  AuthToken getToken();

  /**
   * After return the checkout may start, and the result's type says what guards the amount. Moves
   * no money.
   *
   * <p>Iamport: registers the amount; an order registered before with the same amount is a success,
   * with another amount an error unless {@code replaceAmount} is asked for. Toss: checks the order
   * against Toss's rules without a request.
   *
   * @throws IllegalArgumentException if the gateway would refuse the order id or the order name
   * @throws kr.pgsdk.core.error.GatewayException if another amount is registered
   */
  Preparation prepare(PrepareRequest request);

  /**
   * Returns the payment with this id, or the one payment that tells most about an order: one that
   * holds money, else one awaiting its deposit, else a fully cancelled one, else the newest. Moves
   * no money.
   *
   * @return empty only when the gateway itself says that it knows no such payment
   */
  Optional<Payment> find(PaymentLookup lookup);

  /**
   * Returns {@link Confirmation.Confirmed} only if the payment is paid, and order id, payment id,
   * amount and currency are the expected ones. A refused card or a tampered amount is a value, not
   * an exception.
   *
   * <p><strong>Moves money at Toss</strong>, where confirming captures; at Iamport the checkout has
   * already captured, and this fetches and verifies. With {@code onMismatch(CANCEL)} it may refund
   * at both. Handing in the same request again is safe: nothing is captured twice. A request {@code
   * withoutCapture()} moves no money at either.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if what was sent, now or by an earlier
   *     confirm through this gateway object, may still capture, and a lookup proved nothing; {@code
   *     lookup()} says what to ask for later
   */
  Confirmation confirm(ConfirmRequest request);

  /**
   * After return the asked money is cancelled, or its cancelling is pending. <strong>Moves
   * money.</strong> The same request object handed in twice is one refund.
   *
   * @throws IllegalArgumentException if a partial amount is above the known balance
   * @throws kr.pgsdk.core.error.VerificationException if the payment is of another order than the
   *     request's; nothing was cancelled
   * @throws kr.pgsdk.core.error.GatewayException if it was refused, surely not executed, or
   *     accepted and given up
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if what was sent for this request, now or
   *     earlier, may have been executed, and nothing proves it yet; hand in {@code pendingCancel()}
   *     again, never a new request
   */
  Cancellation cancel(CancelRequest request);

  /**
   * The gateway's short name, as errors have it: {@code iamport} or {@code toss}. A stand-in of the
   * caller's own need not have one: its class's name is used.
   */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * Returns this gateway with other deadlines, attempts or headers: it shares connections, token,
   * and what it remembers of confirms and refunds; closing either closes both.
   */
  PaymentGateway with(CallOptions options);

  /**
   * Ends waiting calls and frees what this gateway made for itself; a caller's {@code OkHttpClient}
   * stays as it is. Calls made afterwards fail with {@link IllegalStateException}. Idempotent.
   */
  @Override
  void close();
}
