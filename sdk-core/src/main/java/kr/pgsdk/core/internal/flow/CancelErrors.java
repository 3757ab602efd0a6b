package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.CancelState.Words;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The words in which a cancel says why it ends without a cancellation, or in doubt. */
public final class CancelErrors {
  private final CancelRequest request;
  private final String gateway;

  CancelErrors(CancelRequest request, GatewayTerms terms) {
    this.request = request;
    this.gateway = terms.gateway();
  }

  /**
   * What keeps this call from asking the gateway says nothing about the calls before it.
   *
   * @param e why nothing was sent now
   * @return {@code e} if nothing that was sent earlier can have moved money; else a doubt
   */
  public static PaymentException kept(CancelRequest request, PaymentException e) {
    return CancelMemory.of(request).state().nothingMoved() ? e : unknown(request, e, null);
  }

  /** As {@link #kept(CancelRequest, PaymentException)}. */
  PaymentException kept(PaymentException e) {
    return kept(request, e);
  }

  /** As {@link #unknown(PaymentException, Duration)}, when it isn't known when to call again. */
  OutcomeUnknownException unknown(PaymentException why) {
    return unknown(request, why, null);
  }

  /**
   * Returns the doubt.
   *
   * @param why what led to it, with the gateway's last words if it had any
   * @param retryAfter when handing it in again may help; null if that isn't known
   */
  OutcomeUnknownException unknown(PaymentException why, @Nullable Duration retryAfter) {
    return unknown(request, why, retryAfter);
  }

  private static OutcomeUnknownException unknown(
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
                        ? " was accepted earlier, but its current state could not be read"
                        : " may have been executed, but nothing proves it yet")
                    + (code == null ? "" : " (the gateway's last code: " + code + ")")
                    + ". Call cancel again with pendingCancel()"
                    + (retryAfter == null ? "" : " in " + (retryAfter.toSeconds() + 1) + " s")
                    + "; a new request could refund twice.",
                (retryAfter == null ? details : details.retryAfter(retryAfter)).build(),
                PaymentLookup.byPaymentId(request.paymentId()),
                request);
    for (Throwable failedLookup : why.getSuppressed()) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }

  GatewayException givenUp() {
    return error(
        "the cancel of "
            + request.paymentId()
            + " was accepted and then given up: the gateway didn't pay it out, or the transfer to"
            + " the refund account failed. Look at the payment's refundStatus; the SDK won't send"
            + " this request again");
  }

  GatewayException notExecuted(CancelState state) {
    Words words = state.words();
    String code = words == null ? null : words.code();
    String message =
        "the cancel of "
            + request.paymentId()
            + " was not executed, as a lookup proves"
            + (code == null ? "" : " (the gateway's last code: " + code + ")")
            + ". You may call again with the same request";
    return Errors.make()
        .gateway(
            message, details(code, words == null ? null : words.message()).retryable(true).build());
  }

  GatewayException moreThanOne() {
    return error(
        "payment "
            + request.paymentId()
            + " shows more than one cancel that could be this one: compare them in the"
            + " console");
  }

  GatewayException notSentAgain(boolean refundsLater) {
    return error(
        "cancel of "
            + request.paymentId()
            + " was not sent again: "
            + (refundsLater
                ? "the payment company refunds later and shows nothing until then"
                : "the first request may have been executed, and the gateway may have no record of"
                    + " its key"));
  }

  GatewayException keyIsOld() {
    return error(
        "cancel of "
            + request.paymentId()
            + " was not sent again: the gateway may have forgotten its key, and the first request"
            + " may have been executed");
  }

  GatewayException keyOfAnotherRefund() {
    return error(
        "nothing was cancelled: the idempotency key was used for another refund of "
            + request.paymentId()
            + ". Give each refund a key of its own");
  }

  GatewayException keyOfAnotherPayment(PaymentId other) {
    return error(
        "nothing was cancelled: the idempotency key belongs to the cancel of another payment, "
            + other
            + ". Leave the key out, or give each refund its own");
  }

  /** A lookup after the response failed: why is suppressed in it. */
  TransportException unread() {
    return Errors.make()
        .transport(
            "the current state of the cancel of " + request.paymentId() + " could not be read",
            details(null, null).build());
  }

  GatewayException wrongInput(IllegalArgumentException e) {
    return error(String.valueOf(e.getMessage()));
  }

  private GatewayException error(String message) {
    return Errors.make().gateway(message, details(null, null).build());
  }

  private ErrorDetails.Builder details(@Nullable String code, @Nullable String message) {
    return ErrorDetails.builder(gateway).gatewayCode(code).gatewayMessage(message);
  }
}
