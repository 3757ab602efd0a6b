package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Environment;

/**
 * Sends requests through a chain: <em>observing, repeating, authorizing, one exchange</em>. Each
 * ends with a value, a definite error, or an {@link OutcomeUnknownException}.
 */
public final class Sender {
  private final Observer observer;
  private final Transport transport;
  private final Authorizer authorizer;
  private final Environment environment;
  private final Backoff backoff;
  private final Duration deadline;
  private final Map<String, String> headers;
  private final CountDownLatch closed;
  private final SendErrors errors;
  private final Observing chain;

  private Sender(
      Observer observer,
      Transport transport,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline,
      Map<String, String> headers,
      CountDownLatch closed) {
    this.observer = observer;
    this.transport = transport;
    this.authorizer = authorizer;
    this.environment = environment;
    this.backoff = new Backoff(retryPolicy, environment);
    this.deadline = deadline;
    this.headers = headers;
    this.closed = closed;
    this.errors = new SendErrors(observer, environment.clock(), closed);
    this.chain =
        new Observing(
            observer,
            new Repeating(
                backoff,
                new Authorizing(
                    authorizer, new Exchanging(transport, headers, errors, closed), errors),
                errors,
                closed));
  }

  /**
   * Makes a sender.
   *
   * @param observer is told of calls; knows the gateway's short name
   * @param deadline how long a whole call may take
   */
  public static Sender of(
      Observer observer,
      Transport transport,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline) {
    return new Sender(
        observer,
        transport,
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
        observer,
        transport,
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
   * Returns the credential that the next request would carry. A cached one is no call, unless a
   * listener or the log observes calls.
   *
   * @throws IllegalStateException if this is closed, also while another fetches it
   */
  public AuthToken token() {
    requireOpen();
    AuthToken fresh =
        observer.isObserving() || Observer.isTelling()
            ? null
            : authorizer.fresh(environment.nanoTime().getAsLong());
    if (fresh != null) {
      return fresh;
    }
    Deadline deadline = deadline();
    return observer.call("getToken", null, null, () -> authorizer.token(deadline.left()));
  }

  /** Who is told of calls, for those that take more than one request. */
  public Observer observer() {
    return observer;
  }

  /**
   * Sends a request, and again as far as its retry mode, the attempts and the deadline allow.
   *
   * @throws kr.pgsdk.core.error.TransportException if it was surely not executed, or moves no money
   * @throws OutcomeUnknownException if it moves money and an attempt may have been executed, also
   *     if a later one was refused: the refusal is the cause, and whether it speaks for the earlier
   *     attempts is the gateway's to say
   */
  public <T> T send(HttpRequest request, ResponseReader<T> reader, Deadline deadline) {
    return chain.send(request, reader, deadline);
  }

  /**
   * Waits before a verb's next request, as before the repetition of one.
   *
   * @param number how many came before
   * @return false if there must be no next one
   */
  public boolean pause(int number, Deadline deadline) {
    return backoff.pause(number, null, deadline, closed);
  }

  SendErrors errors() {
    return errors;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException(
          "this " + observer.gateway() + " gateway is closed: build a new one to go on");
    }
  }

  /** Ends calls and waits under way. Idempotent. */
  public void close() {
    closed.countDown();
    authorizer.close();
    transport.close();
  }
}
