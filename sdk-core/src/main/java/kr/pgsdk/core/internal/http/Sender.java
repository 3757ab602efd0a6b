package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.http.Attempts.Attempt;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as often as their {@link RetryMode} allows, and says how each ended: with a value,
 * a definite error, or an {@link OutcomeUnknownException}. Nothing else decides about repetition.
 */
public final class Sender {
  private final Observer watch;
  private final String gateway;
  private final Transport exchange;
  private final Authorizer authorizer;
  private final Environment environment;
  private final Backoff backoff;
  private final Attempts attempts;
  private final Duration deadline;
  private final Map<String, String> headers;
  private final CountDownLatch closed;

  private Sender(
      Observer watch,
      Transport exchange,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline,
      Map<String, String> headers,
      CountDownLatch closed) {
    this.watch = watch;
    this.gateway = watch.gateway();
    this.exchange = exchange;
    this.authorizer = authorizer;
    this.environment = environment;
    this.backoff = new Backoff(retryPolicy, environment);
    this.attempts = new Attempts(watch, exchange, authorizer, environment.clock(), headers, closed);
    this.deadline = deadline;
    this.headers = headers;
    this.closed = closed;
  }

  /**
   * Makes a sender over {@code exchange}.
   *
   * @param watch who watches; knows the gateway's short name
   * @param deadline how long a whole call may take
   */
  public static Sender of(
      Observer watch,
      Transport exchange,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline) {
    return new Sender(
        watch,
        exchange,
        authorizer,
        environment,
        retryPolicy,
        deadline,
        Map.of(),
        new CountDownLatch(1));
  }

  /** Returns a sender with other options over the same connections and token. */
  public Sender with(CallOptions options) {
    RetryPolicy policy = backoff.policy();
    return new Sender(
        watch,
        exchange,
        authorizer,
        environment,
        policy.withAttempts(options.attempts().orElse(policy.attempts())),
        options.deadline().orElse(deadline),
        options.headers().isEmpty() ? headers : options.headers(),
        closed);
  }

  /**
   * Returns the deadline of a call that starts now; for one that had to wait for its thread, it
   * counts from before that.
   *
   * @throws IllegalStateException if this is closed
   */
  public Deadline deadline() {
    requireOpen();
    return Deadline.in(deadline, environment).earlier(RunningCall.waited());
  }

  /** Returns the deadline of a part of a call, which has this much time left. */
  public Deadline deadline(Duration left) {
    return Deadline.in(left, environment);
  }

  /**
   * Returns the credential that the next request would carry. One at hand is no call, unless
   * somebody watches.
   *
   * @throws IllegalStateException if this is closed, also while another fetches it
   */
  public AuthToken token() {
    requireOpen();
    AuthToken fresh =
        watch.isWatching() || Observer.isTelling()
            ? null
            : authorizer.fresh(environment.nanoTime().getAsLong());
    if (fresh != null) {
      return fresh;
    }
    Deadline deadline = deadline();
    return watch.call("getToken", null, null, () -> authorizer.token(deadline.left()));
  }

  /** Who watches, for calls that take more than one request, or none. */
  public Observer watch() {
    return watch;
  }

  /**
   * Sends a request, and again as far as its kind, the attempts and the deadline allow.
   *
   * @throws TransportException if it was surely not executed, or moves no money
   * @throws OutcomeUnknownException if it moves money and an attempt may have been executed, also
   *     if a later one was refused: the refusal is the cause, and whether it speaks for the earlier
   *     attempts is the gateway's to say
   */
  public <T> T send(HttpRequest request, ResponseReader<T> reader, Deadline deadline) {
    if (watch.isInCall()) {
      return repeat(request, reader, deadline); // two frames less for every call that waits
    }
    PaymentLookup about = request.about();
    return watch.call(
        request.callName(),
        about == null ? null : about.orderId().orElse(null),
        about == null ? null : about.paymentId().orElse(null),
        () -> repeat(request, reader, deadline));
  }

  private <T> T repeat(HttpRequest request, ResponseReader<T> reader, Deadline deadline) {
    ObservedRequest watched = watch.request(request);
    Deadline limit = request.kind() == RetryMode.SAFE ? deadline : deadline.forMoney();
    boolean mayBeDone = false;
    PaymentException last = null;
    for (int number = 1; ; number++) {
      long now = limit.nanoTime();
      if (limit.isOver(now)) {
        break;
      }
      Attempt<T> attempt = attempts.run(request, reader, limit, now, mayBeDone, watched);
      if (attempt.failure() == null) {
        return Objects.requireNonNull(attempt.value());
      }
      last = attempt.failure();
      mayBeDone |= attempt.verdict().mayBeDone();
      boolean again =
          attempt.verdict().isRepeatable(request.kind(), attempt.status())
              && !(request.endsAtServerError() && attempt.status() >= 500);
      if (!again || !backoff.pause(number, last.retryAfter().orElse(null), limit, closed)) {
        break;
      }
    }
    throw failure(request, last != null ? last : outOfTime(request), mayBeDone);
  }

  /**
   * Waits before the next try of a whole verb, as before the repetition of a request.
   *
   * @return false if there must be no next try
   */
  public boolean pause(int attempt, Deadline deadline) {
    return backoff.pause(attempt, null, deadline, closed);
  }

  /** Returns the refusal that came after an attempt in doubt, if one ended it; else null. */
  public static @Nullable GatewayException refusalIn(OutcomeUnknownException doubt) {
    return doubt.getCause() instanceof GatewayException last
            && Verdict.ofError(last.httpStatus().orElse(0), true) == Verdict.REFUSED
        ? last
        : null;
  }

  /** Returns the server error, the gateway's or anybody's before it, that led to a doubt. */
  public static @Nullable PaymentException serverErrorIn(OutcomeUnknownException doubt) {
    return doubt.getCause() instanceof PaymentException last && last.httpStatus().orElse(0) >= 500
        ? last
        : null;
  }

  private PaymentException failure(HttpRequest request, PaymentException last, boolean mayBeDone) {
    if (request.kind() == RetryMode.SAFE) {
      return last;
    }
    if (mayBeDone) {
      return new OutcomeUnknownException(
          gateway
              + " "
              + request
              + " may have been executed: its answer is lost or can't be read. Look the payment up"
              + " before anything else.",
          last.toDetails().retryable(false).build(),
          request.about(),
          null);
    }
    if (last instanceof MalformedResponseException) {
      return new TransportException(
          gateway + " " + request + " was not sent: the token's answer can't be read.",
          last.toDetails().retryable(true).build());
    }
    return last;
  }

  private PaymentException outOfTime(HttpRequest request) {
    return new TransportException(
        gateway + " " + request + " was not sent: the deadline passed before. It may be repeated.",
        ErrorDetails.builder(gateway).retryable(true).build());
  }

  private void requireOpen() {
    if (closed.getCount() == 0) {
      throw new IllegalStateException(
          "this " + gateway + " gateway is closed: build a new one to go on");
    }
  }

  /** Ends calls and waits under way. Idempotent. */
  public void close() {
    closed.countDown();
    authorizer.close();
    exchange.close();
  }
}
