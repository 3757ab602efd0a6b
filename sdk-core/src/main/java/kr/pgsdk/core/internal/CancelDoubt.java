package kr.pgsdk.core.internal;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequest.Progress;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;

/** Not knowing whether a refund was executed: said aloud, and remembered by its request. */
public final class CancelDoubt {
  private CancelDoubt() {}

  /**
   * What keeps this serving from asking the gateway says nothing about the servings before it.
   *
   * @param e why nothing was sent now
   * @return {@code e} if nothing that was sent earlier can have been executed; else the doubt
   */
  public static PaymentException kept(CancelRequest request, PaymentException e) {
    return request.progress() == Progress.NOT_EXECUTED ? e : unknown(request, e);
  }

  /** Says that it isn't known, and what to go on with. */
  static OutcomeUnknownException unknown(CancelRequest request, PaymentException doubt) {
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "cancel of "
                + request.paymentId()
                + " may have been executed, and no lookup has proved it. Hand in pendingCancel()"
                + " again; a new request could refund twice.",
            doubt.toDetails().retryable(false).build(),
            PaymentLookup.byPaymentId(request.paymentId()),
            request);
    for (Throwable failedLookup : doubt.getSuppressed()) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }
}
