package kr.pgsdk.core.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.RetryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests as often as their {@link Kind} allows, and says how each ended: with a value, a
 * definite error, or an {@link OutcomeUnknownException}. Nothing else decides about repetition.
 */
public final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Redaction NO_SECRETS = new Redaction(List.of());

  /** How one attempt ended. */
  private record Attempt<T>(
      Verdict verdict, int status, @Nullable T value, @Nullable PaymentException failure) {}

  private final String gateway;
  private final Exchange exchange;
  private final Authorizer authorizer;
  private final Environment environment;
  private final Backoff backoff;
  private final Duration deadline;
  private final Map<String, String> headers;
  private final CountDownLatch closed;

  private Sender(
      String gateway,
      Exchange exchange,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline,
      Map<String, String> headers,
      CountDownLatch closed) {
    this.gateway = gateway;
    this.exchange = exchange;
    this.authorizer = authorizer;
    this.environment = environment;
    this.backoff = new Backoff(retryPolicy, environment);
    this.deadline = deadline;
    this.headers = headers;
    this.closed = closed;
  }

  /**
   * Makes a sender over {@code exchange}.
   *
   * @param gateway the gateway's short name, for messages
   * @param deadline how long a whole call may take
   */
  public static Sender of(
      String gateway,
      Exchange exchange,
      Authorizer authorizer,
      Environment environment,
      RetryPolicy retryPolicy,
      Duration deadline) {
    return new Sender(
        gateway,
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
        gateway,
        exchange,
        authorizer,
        environment,
        policy.withAttempts(options.attempts().orElse(policy.attempts())),
        options.deadline().orElse(deadline),
        options.headers().isEmpty() ? headers : options.headers(),
        closed);
  }

  /** Returns the deadline of a call that starts now. */
  public Deadline deadline() {
    return Deadline.in(deadline, environment.nanoTime());
  }

  /**
   * Returns the credential that the next request would carry.
   *
   * @throws IllegalStateException if this is closed
   */
  public AuthToken token(Deadline deadline) {
    requireOpen();
    return authorizer.token(deadline.left());
  }

  /**
   * Sends a request, and again as far as its kind, the attempts and the deadline allow.
   *
   * @throws TransportException if it was surely not executed, or moves no money
   * @throws OutcomeUnknownException if it moves money and may have been executed
   * @throws IllegalStateException if this is closed
   */
  public <T> T send(RestRequest request, AnswerReader<T> reader, Deadline deadline) {
    requireOpen();
    Deadline limit = request.kind() == Kind.SAFE ? deadline : deadline.forMoney();
    boolean mayBeDone = false;
    PaymentException last = outOfTime(request);
    for (int number = 1; !limit.isOver(); number++) {
      Attempt<T> attempt = logged(request, reader, limit, number);
      if (attempt.failure() == null) {
        return Objects.requireNonNull(attempt.value());
      }
      last = attempt.failure();
      if (attempt.verdict() == Verdict.REFUSED) {
        // It answers every earlier attempt too: they went out under the same key, or moved nothing.
        throw last;
      }
      mayBeDone |= attempt.verdict().mayBeDone();
      boolean again = attempt.verdict().isRepeatable(request.kind(), attempt.status());
      if (!again || !backoff.pause(number, last.retryAfter().orElse(null), limit, closed)) {
        break;
      }
    }
    throw failure(request, last, mayBeDone);
  }

  /**
   * Waits before the next try of a whole verb, as before the repetition of a request.
   *
   * @return false if there must be no next try
   */
  public boolean pause(int attempt, Deadline deadline) {
    return backoff.pause(attempt, null, deadline, closed);
  }

  private <T> Attempt<T> logged(
      RestRequest request, AnswerReader<T> reader, Deadline limit, int number) {
    long started = environment.nanoTime().getAsLong();
    Attempt<T> attempt = attempt(request, reader, limit);
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} attempt {}: {} (HTTP {}) after {} ms",
          gateway,
          request,
          number,
          attempt.verdict(),
          attempt.status(),
          (environment.nanoTime().getAsLong() - started) / 1_000_000);
    }
    return attempt;
  }

  private <T> Attempt<T> attempt(RestRequest request, AnswerReader<T> reader, Deadline limit) {
    HttpAnswer answer;
    try {
      AuthToken token = request.authorized() ? authorizer.token(limit.left()) : null;
      answer = exchange(request, token, limit);
      // 401 is said before execution, so even what must be sent once may be sent again.
      if (answer.status() == 401 && token != null && authorizer.rejected(token)) {
        answer = exchange(request, authorizer.token(limit.left()), limit);
      }
    } catch (ExchangeFailedException e) {
      return new Attempt<>(
          e.sent() ? Verdict.LOST : Verdict.NOT_SENT,
          e.status() == null ? 0 : e.status(),
          null,
          noAnswer(request, e));
    } catch (PaymentException e) {
      return new Attempt<>(Verdict.NO_CREDENTIAL, 0, null, e);
    } catch (IllegalStateException e) {
      // Closed while waiting for a token: an earlier attempt's doubt must not be lost over it.
      return new Attempt<>(
          Verdict.NO_CREDENTIAL,
          0,
          null,
          noAnswer(request, new ExchangeFailedException(false, null, e)));
    }
    return read(request, reader, answer);
  }

  private HttpAnswer exchange(RestRequest request, @Nullable AuthToken token, Deadline limit)
      throws ExchangeFailedException {
    if (limit.isOver()) {
      // A slow token store may have taken the time that the token was given.
      throw new ExchangeFailedException(
          false, null, new InterruptedIOException("the deadline passed before sending"));
    }
    return exchange.send(
        request, token == null ? null : token.headerValue(), headers, limit.left());
  }

  private <T> Attempt<T> read(RestRequest request, AnswerReader<T> reader, HttpAnswer answer) {
    int status = answer.status();
    try {
      return new Attempt<>(Verdict.DONE, status, reader.read(answer), null);
    } catch (AuthenticationException e) {
      // Only a refusal of the credential that is said as one proves that nothing was done.
      Verdict verdict = Verdict.ofError(status, true);
      return new Attempt<>(verdict.mayBeDone() ? verdict : Verdict.NO_CREDENTIAL, status, null, e);
    } catch (MalformedResponseException e) {
      return new Attempt<>(Verdict.ofError(status, false), status, null, e);
    } catch (PaymentException e) {
      return new Attempt<>(Verdict.ofError(status, true), status, null, e);
    } catch (JsonProblem e) {
      return new Attempt<>(
          Verdict.ofError(status, false), status, null, malformed(request, answer, e));
    }
  }

  private PaymentException malformed(RestRequest request, HttpAnswer answer, JsonProblem problem) {
    return new MalformedResponseException(
        gateway
            + " "
            + request
            + ": can't read the answer (HTTP "
            + answer.status()
            + "): "
            + problem.getMessage()
            + ". Check the base URL and what stands between.",
        ErrorDetails.builder(gateway)
            .httpStatus(answer.status())
            .retryable(answer.status() == 408 || answer.status() == 429 || answer.status() >= 500)
            .retryAfter(answer.retryAfter(environment.clock().instant()))
            .cause(problem)
            .build());
  }

  private PaymentException noAnswer(RestRequest request, ExchangeFailedException e) {
    ErrorDetails.Builder details =
        ErrorDetails.builder(gateway).retryable(true).cause(e.getCause());
    Integer status = e.status();
    return new TransportException(
        gateway
            + " "
            + request
            + (e.sent() ? ": no whole answer (" : ": not reached (")
            + reason(e.getCause())
            + "). No money has moved by this; it may be called again.",
        status == null ? details.build() : details.httpStatus(status).build());
  }

  private String reason(@Nullable Throwable cause) {
    if (closed.getCount() == 0) {
      return "the gateway object was closed";
    }
    if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return "the thread was interrupted";
    }
    if (cause == null) {
      return "unknown";
    }
    String name = cause.getClass().getSimpleName();
    String message = cause instanceof IOException ? NO_SECRETS.redact(cause.getMessage()) : null;
    return message == null ? name : name + ": " + message;
  }

  private PaymentException failure(RestRequest request, PaymentException last, boolean mayBeDone) {
    if (request.kind() == Kind.SAFE) {
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

  private PaymentException outOfTime(RestRequest request) {
    return new TransportException(
        gateway + " " + request + " was not sent: the deadline passed before. It may be repeated.",
        ErrorDetails.builder(gateway).retryable(true).build());
  }

  private void requireOpen() {
    if (closed.getCount() == 0) {
      throw new IllegalStateException("this " + gateway + " gateway is closed");
    }
  }

  /** Ends calls and waits under way. Idempotent. */
  public void close() {
    closed.countDown();
    authorizer.close();
    exchange.close();
  }
}
