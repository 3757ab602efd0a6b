package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The doubt about a confirm or a charge that a lookup has left open. */
final class Doubts {
  private Doubts() {}

  /**
   * Returns the doubt.
   *
   * @param what what may have been executed, up to what its lookup did
   * @param advice what the caller can do, as a sentence
   * @param lookup by what to find the payment later
   * @param why the gateway's last words, or what led to the doubt
   * @param failedLookup null if the lookup was answered, and proved nothing
   */
  static OutcomeUnknownException of(
      String gateway,
      String what,
      String advice,
      PaymentLookup lookup,
      @Nullable PaymentException why,
      @Nullable RuntimeException failedLookup) {
    ErrorDetails.Builder details =
        why != null ? ErrorDetails.after(why) : ErrorDetails.builder(gateway);
    String code = why == null ? null : why.gatewayCode().orElse(null);
    OutcomeUnknownException unknown =
        Errors.make()
            .outcomeUnknown(
                what
                    + (failedLookup == null ? "proved nothing" : "failed")
                    + (code == null ? "" : " (the gateway's last code: " + code + ")")
                    + ". "
                    + advice,
                details.retryable(false).build(),
                lookup,
                null);
    if (failedLookup != null) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }
}
