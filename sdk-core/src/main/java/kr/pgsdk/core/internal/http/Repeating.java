package kr.pgsdk.core.internal.http;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/** Sends a request again as far as the {@link RetryRules}, the attempts and the deadline allow. */
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
      if (!RetryRules.isRepeatable(request, last)
          || !backoff.pause(number, last.retryAfter(), sending.deadline(), closed)) {
        break;
      }
    }
    throw errors.ofCall(request, failure(request, last), sending.followsDoubt());
  }

  private PaymentException failure(HttpRequest request, @Nullable Attempt<?> last) {
    return last == null ? errors.outOfTime(request) : Objects.requireNonNull(last.failure());
  }
}
