package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.Objects;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How one sending of a request ended: with a value or a failure.
 *
 * @param status the status of the response; 0 if there was none
 */
record Attempt<T>(
    Outcome outcome, int status, @Nullable T value, @Nullable PaymentException failure) {
  static <T> Attempt<T> done(int status, T value) {
    return new Attempt<>(Outcome.DONE, status, value, null);
  }

  static <T> Attempt<T> failed(Outcome outcome, int status, PaymentException failure) {
    return new Attempt<>(outcome, status, null, failure);
  }

  /** Whether the gateway may have done what was asked. */
  boolean mayBeDone() {
    return outcome == Outcome.LOST || outcome == Outcome.UNCERTAIN;
  }

  /** How long the gateway asks to wait before the next one. */
  @Nullable Duration retryAfter() {
    return Objects.requireNonNull(failure).retryAfter().orElse(null);
  }
}
