package kr.pgsdk.core.internal.http;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** Sends a request again as far as its {@link RetryMode}, the attempts and the deadline allow. */
final class Repeating {
  private final Backoff backoff;
  private final Authorizing next;
  private final SendErrors errors;
  private final CountDownLatch closed;

  Repeating(Backoff backoff, Authorizing next, SendErrors errors, CountDownLatch closed) {
    this.backoff = backoff;
    this.next = next;
    this.errors = errors;
    this.closed = closed;
  }

  <T> T send(Sending<T> first) {
    HttpRequest request = first.request();
    Sending<T> sending = first;
    Attempt<T> last = null;
    for (int number = 1; !sending.deadline().isOver(); number++) {
      last = next.send(sending);
      if (last.failure() == null) {
        return Objects.requireNonNull(last.value());
      }
      sending = last.mayBeDone() ? sending.afterDoubt() : sending;
      if (!isRepeated(request, last)
          || !backoff.pause(number, last.retryAfter(), sending.deadline(), closed)) {
        break;
      }
    }
    throw errors.ofCall(request, failure(request, last), sending.followsDoubt());
  }

  private static boolean isRepeated(HttpRequest request, Attempt<?> last) {
    return isRepeatable(last, request.retryMode())
        && !(request.endsAtServerError() && last.status() >= 500);
  }

  private static boolean isRepeatable(Attempt<?> attempt, RetryMode mode) {
    int status = attempt.status();
    boolean notExecuted =
        attempt.outcome() == Outcome.NOT_SENT || attempt.outcome() == Outcome.BUSY;
    return switch (mode) {
      case ONCE -> false;
      case KEYED -> notExecuted || attempt.mayBeDone();
      case SAFE ->
          notExecuted
              || attempt.outcome() == Outcome.LOST
              || (attempt.outcome() == Outcome.UNCERTAIN
                  && (status == 408 || (status >= 502 && status <= 504)));
    };
  }

  private PaymentException failure(HttpRequest request, @Nullable Attempt<?> last) {
    return last == null ? errors.outOfTime(request) : Objects.requireNonNull(last.failure());
  }
}
