package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Causes;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One attempt after the other: credential, exchange, and what the answer says. Whether there is to
 * be another one is {@link Sender}'s to decide.
 */
final class Attempts {
  /** How one attempt ended; {@code status} is 0 if there was no answer. */
  record Attempt<T>(
      Verdict verdict, int status, @Nullable T value, @Nullable PaymentException failure) {}

  private final String gateway;
  private final Redaction redaction;
  private final Transport exchange;
  private final Authorizer authorizer;
  private final Clock clock;
  private final Map<String, String> headers;
  private final CountDownLatch closed;

  Attempts(
      Observer watch,
      Transport exchange,
      Authorizer authorizer,
      Clock clock,
      Map<String, String> headers,
      CountDownLatch closed) {
    this.gateway = watch.gateway();
    this.redaction = watch.redaction();
    this.exchange = exchange;
    this.authorizer = authorizer;
    this.clock = clock;
    this.headers = headers;
    this.closed = closed;
  }

  /**
   * Sends a request once, or twice around a 401.
   *
   * @param now what the clock of {@code limit} says
   * @param mayBeDone whether an earlier attempt of the same call may have been executed
   * @param watched is told of every sending, also of the one that ends in the 401
   */
  <T> Attempt<T> run(
      HttpRequest request,
      ResponseReader<T> reader,
      Deadline limit,
      long now,
      boolean mayBeDone,
      ObservedRequest watched) {
    try {
      AuthToken token = request.authorized() ? token(limit, now) : null;
      HttpResponse answer = exchange(request, token, limit, watched);
      Attempt<T> attempt = read(request, reader, answer, mayBeDone);
      // The gateway's own 401 is said before execution, so even what must be sent once may be sent
      // again. Whether it is the gateway's own, its reader knows: a proxy says 401 as well.
      if (answer.status() == 401
          && attempt.failure() instanceof AuthenticationException
          && token != null
          && authorizer.rejected(token)) {
        watched.ended(Verdict.NO_CREDENTIAL, answer);
        answer = exchange(request, authorizer.token(limit.left()), limit, watched);
        attempt = read(request, reader, answer, mayBeDone);
      }
      watched.ended(attempt.verdict(), answer);
      return attempt;
    } catch (NoResponseException e) {
      Attempt<T> lost =
          new Attempt<>(
              e.sent() ? Verdict.LOST : Verdict.NOT_SENT, e.status(), null, noAnswer(request, e));
      watched.failed(lost.verdict(), lost.status());
      return lost;
    } catch (PaymentException e) {
      return new Attempt<>(Verdict.NO_CREDENTIAL, 0, null, e);
    } catch (IllegalStateException e) {
      // Closed while waiting for a token: an earlier attempt's doubt must not be lost over it.
      return new Attempt<>(
          Verdict.NO_CREDENTIAL, 0, null, noAnswer(request, new NoResponseException(false, 0, e)));
    }
  }

  private AuthToken token(Deadline limit, long now) {
    AuthToken fresh = authorizer.fresh(now);
    return fresh != null ? fresh : authorizer.token(limit.left());
  }

  private HttpResponse exchange(
      HttpRequest request, @Nullable AuthToken token, Deadline limit, ObservedRequest watched)
      throws NoResponseException {
    if (limit.isOver()) {
      // A slow token store may have taken the time that the token was given.
      throw new NoResponseException(
          false, 0, new InterruptedIOException("the deadline passed before sending"));
    }
    if (closed.getCount() == 0) {
      // Closed in the middle of the call; the exchange may not know of it yet.
      throw new NoResponseException(false, 0, new IOException("closed"));
    }
    watched.starts();
    return exchange.send(
        request, token == null ? null : token.headerValue(), headers, limit.left());
  }

  private <T> Attempt<T> read(
      HttpRequest request, ResponseReader<T> reader, HttpResponse answered, boolean mayBeDone) {
    HttpResponse answer = mayBeDone ? answered.followingDoubt() : answered;
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

  private PaymentException malformed(
      HttpRequest request, HttpResponse answer, JsonProblem problem) {
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
            .retryAfter(answer.retryAfter(clock.instant()))
            .cause(problem)
            .build());
  }

  private PaymentException noAnswer(HttpRequest request, NoResponseException e) {
    // It may end as the cause of a doubt, and must not deny it.
    boolean harmless = request.kind() == RetryMode.SAFE || !e.sent();
    ErrorDetails.Builder details =
        ErrorDetails.builder(gateway)
            .retryable(true)
            .cause(Causes.shown(e.getCause(), redaction, request.hidden()));
    return new TransportException(
        gateway
            + " "
            + request
            + (e.sent() ? ": no whole answer (" : ": not reached (")
            + reason(request, e.getCause())
            + (harmless ? "). No money has moved by this; it may be called again." : ")."),
        e.status() == 0 ? details.build() : details.httpStatus(e.status()).build());
  }

  private String reason(HttpRequest request, @Nullable Throwable cause) {
    if (closed.getCount() == 0) {
      return "the gateway object was closed";
    }
    if (RunningCall.isEnded()) {
      return "its caller ended the call";
    }
    if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return "the thread was interrupted";
    }
    if (cause == null) {
      return "unknown";
    }
    String name = cause.getClass().getSimpleName();
    String message =
        cause instanceof IOException
            ? redaction.redact(cause.getMessage(), request.hidden())
            : null;
    return message == null ? name : name + ": " + message;
  }
}
