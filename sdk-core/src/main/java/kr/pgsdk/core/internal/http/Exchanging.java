package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;
import kr.pgsdk.core.internal.json.JsonProblem;
import org.jspecify.annotations.Nullable;

/** The last link of the chain: one HTTP exchange, and what its response says. */
final class Exchanging {
  private final Transport transport;
  private final Map<String, String> headers;
  private final SendErrors errors;
  private final CountDownLatch closed;

  Exchanging(
      Transport transport, Map<String, String> headers, SendErrors errors, CountDownLatch closed) {
    this.transport = transport;
    this.headers = headers;
    this.errors = errors;
    this.closed = closed;
  }

  <T> Attempt<T> send(Sending<T> sending, @Nullable AuthToken token) {
    HttpRequest request = sending.request();
    try {
      requireTime(sending);
      sending.observed().starts();
      String authorization = token == null ? null : token.headerValue();
      HttpResponse response =
          transport.send(request, authorization, headers, sending.deadline().left());
      Attempt<T> attempt = read(sending, response);
      sending.observed().ended(attempt.outcome(), response);
      return attempt;
    } catch (NoResponseException e) {
      Outcome outcome = e.sent() ? Outcome.LOST : Outcome.NOT_SENT;
      sending.observed().failed(outcome, e.status());
      return Attempt.failed(outcome, e.status(), errors.noResponse(request, e));
    }
  }

  private void requireTime(Sending<?> sending) throws NoResponseException {
    if (sending.deadline().isOver()) {
      // A slow token store may have taken the time that the token was given.
      throw new NoResponseException(
          false, 0, new InterruptedIOException("the deadline passed before sending"));
    }
    if (closed.getCount() == 0) {
      // Closed in the middle of the call; the transport may not know of it yet.
      throw new NoResponseException(false, 0, new IOException("closed"));
    }
  }

  private <T> Attempt<T> read(Sending<T> sending, HttpResponse received)
      throws NoResponseException {
    HttpResponse response = sending.followsDoubt() ? received.followingDoubt() : received;
    int status = response.status();
    try {
      return Attempt.done(status, sending.reader().read(response));
    } catch (UncheckedIOException e) {
      // Of a page, which is read only now.
      throw new NoResponseException(true, status, Objects.requireNonNullElse(e.getCause(), e));
    } catch (AuthenticationException e) {
      // Only a refusal of the credential that is said as one proves that nothing was done.
      Outcome outcome = Outcomes.ofError(status, true);
      return Attempt.failed(
          outcome == Outcome.UNCERTAIN ? outcome : Outcome.UNAUTHORIZED, status, e);
    } catch (MalformedResponseException e) {
      return Attempt.failed(Outcomes.ofError(status, false), status, e);
    } catch (PaymentException e) {
      return Attempt.failed(Outcomes.of(e, status), status, e);
    } catch (JsonProblem e) {
      return Attempt.failed(
          Outcomes.ofError(status, false),
          status,
          errors.malformed(sending.request(), response, e));
    }
  }
}
