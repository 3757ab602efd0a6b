package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;

/** Which responses let a request be sent again. How long to wait before that: {@link Backoff}. */
public final class RetryRules {
  private RetryRules() {}

  /** Too many requests: the gateway has executed nothing. */
  public static boolean isBusy(int status) {
    return status == 429;
  }

  /** Whether this is a response to too many requests. */
  public static boolean isBusy(PaymentException failure) {
    return isBusy(failure.httpStatus().orElse(0));
  }

  /** Whether the same request may succeed later, by its status alone. */
  public static boolean isRetryable(int status) {
    return status == 408 || isBusy(status) || status >= 500;
  }

  /** Whether an error of this status leaves open what became of the request. */
  static boolean provesNothing(int status) {
    return status == 408 || status == 409 || status >= 500 || status / 100 == 3;
  }

  /** Whether the SDK sends the request again by itself. */
  static boolean isRepeatable(HttpRequest request, Attempt<?> last) {
    return isRepeatable(request.retryMode(), last)
        && !(request.endsAtServerError() && last.status() >= 500);
  }

  private static boolean isRepeatable(RetryMode mode, Attempt<?> last) {
    int status = last.status();
    boolean notExecuted = last.outcome() == Outcome.NOT_SENT || last.outcome() == Outcome.BUSY;
    return switch (mode) {
      case ONCE -> false;
      case KEYED -> notExecuted || last.mayBeDone();
      case SAFE ->
          notExecuted
              || last.outcome() == Outcome.LOST
              || (last.outcome() == Outcome.UNCERTAIN
                  && (status == 408 || (status >= 502 && status <= 504)));
    };
  }
}
