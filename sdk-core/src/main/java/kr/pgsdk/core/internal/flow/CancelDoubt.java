package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.CancelState.Words;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** Not knowing whether a refund was executed. */
public final class CancelDoubt {
  private CancelDoubt() {}

  /**
   * What keeps this call from asking the gateway says nothing about the calls before it.
   *
   * @param e why nothing was sent now
   * @return {@code e} if nothing that was sent earlier can have moved money; else a doubt
   */
  public static PaymentException kept(CancelRequest request, PaymentException e) {
    Phase phase = CancelMemory.of(request).state().phase();
    boolean nothingMoved = phase == Phase.NOT_EXECUTED || phase == Phase.GIVEN_UP;
    return nothingMoved ? e : unknown(request, e, null);
  }

  /**
   * Returns the doubt.
   *
   * @param why what led to it, with the gateway's last words if it had any
   * @param retryAfter when handing it in again may help; null if that isn't known
   */
  static OutcomeUnknownException unknown(
      CancelRequest request, PaymentException why, @Nullable Duration retryAfter) {
    Words before = CancelMemory.of(request).state().words();
    Words words =
        why.gatewayCode().isPresent() || before == null
            ? new Words(why.gatewayCode().orElse(null), why.gatewayMessage().orElse(null))
            : before;
    String code = words.code();
    ErrorDetails.Builder details =
        ErrorDetails.after(why).retryable(false).gatewayCode(code).gatewayMessage(words.message());
    Phase phase = CancelMemory.of(request).state().phase();
    boolean accepted = phase == Phase.ACCEPTED || phase == Phase.DONE;
    OutcomeUnknownException unknown =
        Errors.make()
            .outcomeUnknown(
                "cancel of "
                    + request.paymentId()
                    + (accepted
                        ? " was accepted earlier, and how it stands now could not be read"
                        : " may have been executed, and nothing proves it yet")
                    + (code == null ? "" : " (the gateway's last code: " + code + ")")
                    + ". Hand in pendingCancel() again"
                    + (retryAfter == null ? "" : ", in " + (retryAfter.toSeconds() + 1) + " s")
                    + "; a new request could refund twice.",
                (retryAfter == null ? details : details.retryAfter(retryAfter)).build(),
                PaymentLookup.byPaymentId(request.paymentId()),
                request);
    for (Throwable failedLookup : why.getSuppressed()) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }
}
