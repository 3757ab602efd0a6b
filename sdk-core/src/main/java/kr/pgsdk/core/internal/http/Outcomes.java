package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent.Outcome;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** What an attempt proves about the request it sent. */
public final class Outcomes {
  private Outcomes() {}

  /**
   * The outcome of an attempt whose response is an error.
   *
   * @param readable whether the response is the gateway's own, in its own shape
   */
  static Outcome ofError(int status, boolean readable) {
    if (RetryRules.isBusy(status)) {
      return Outcome.BUSY;
    }
    return !readable || RetryRules.provesNothing(status) ? Outcome.UNCERTAIN : Outcome.REFUSED;
  }

  /** The outcome of an attempt whose response was read as this error. */
  static Outcome of(PaymentException e, int status) {
    return Errors.make().isOwnRefusal(e) ? Outcome.REFUSED : ofError(status, true);
  }

  /** Returns the refusal of a later attempt that ended a call in doubt; null if none did. */
  public static @Nullable GatewayException refusalIn(OutcomeUnknownException doubt) {
    return doubt.getCause() instanceof GatewayException last
            && of(last, last.httpStatus().orElse(0)) == Outcome.REFUSED
        ? last
        : null;
  }

  /** Returns the server error, of the gateway or a proxy, that led to a doubt; else null. */
  public static @Nullable PaymentException serverErrorIn(OutcomeUnknownException doubt) {
    return doubt.getCause() instanceof PaymentException last
            && last.httpStatus().orElse(0) >= 500
            && !Errors.make().isOwnRefusal(last)
        ? last
        : null;
  }
}
