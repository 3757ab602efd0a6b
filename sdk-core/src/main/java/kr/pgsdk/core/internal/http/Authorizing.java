package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;
import kr.pgsdk.core.internal.time.Deadline;

/**
 * Gives a request its credential, and sends it once more with a new one if the gateway refuses it.
 */
final class Authorizing {
  private final Authorizer authorizer;
  private final Exchanging next;
  private final SendErrors errors;

  Authorizing(Authorizer authorizer, Exchanging next, SendErrors errors) {
    this.authorizer = authorizer;
    this.next = next;
    this.errors = errors;
  }

  /** Sends a request once, or twice around a 401. */
  <T> Attempt<T> send(Sending<T> sending) {
    if (!sending.request().authorized()) {
      return next.send(sending, null);
    }
    try {
      AuthToken token = token(sending.deadline());
      Attempt<T> attempt = next.send(sending, token);
      // The gateway refuses a credential before it executes anything, so even what must be sent
      // once
      // may be sent again. A proxy's 401 proves nothing: the reader tells the two apart.
      boolean refused =
          attempt.status() == 401 && attempt.failure() instanceof AuthenticationException;
      return refused && authorizer.rejected(token)
          ? next.send(sending, authorizer.token(sending.deadline().left()))
          : attempt;
    } catch (PaymentException e) {
      return Attempt.failed(Outcome.UNAUTHORIZED, 0, e);
    } catch (IllegalStateException e) {
      // Closed while waiting for a token: an earlier attempt's doubt must not be lost over it.
      return Attempt.failed(
          Outcome.UNAUTHORIZED,
          0,
          errors.noResponse(sending.request(), new NoResponseException(false, 0, e)));
    }
  }

  private AuthToken token(Deadline deadline) {
    AuthToken fresh = authorizer.fresh(deadline.nanoTime());
    return fresh != null ? fresh : authorizer.token(deadline.left());
  }
}
