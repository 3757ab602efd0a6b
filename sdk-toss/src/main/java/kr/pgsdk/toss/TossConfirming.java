package kr.pgsdk.toss;

import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.Confirming;
import kr.pgsdk.core.internal.Deadline;
import kr.pgsdk.core.internal.Sender;
import org.jspecify.annotations.Nullable;

/**
 * One confirm: the POST that captures, and a lookup after every answer that doesn't say for certain
 * where the payment stands now.
 */
final class TossConfirming {
  private static final int MAX_ATTEMPTS = 3;

  /** Nothing is captured, and a request under way may still do it. */
  private static final Set<Known> UNFINISHED = EnumSet.of(Known.READY, Known.IN_PROGRESS);

  /** Nothing is captured, and nothing will be. */
  private static final Set<Known> GIVEN_UP = EnumSet.of(Known.FAILED, Known.EXPIRED);

  private static final Set<TossErrorCode> DONE_BEFORE =
      Set.of(TossErrorCode.ALREADY_PROCESSED_PAYMENT, TossErrorCode.ALREADY_COMPLETED_PAYMENT);

  private final TossCalls calls;
  private final ConfirmRequest request;
  private final PaymentLookup lookup;
  private final Deadline deadline;

  TossConfirming(TossCalls calls, ConfirmRequest request, Deadline deadline) {
    this.calls = calls;
    this.request = request;
    this.lookup = PaymentLookup.byPaymentId(request.paymentId());
    this.deadline = deadline;
  }

  Confirmation confirm() {
    Confirmation outcome = attempt(1);
    for (int number = 2;
        number <= MAX_ATTEMPTS
            && isInProgress(outcome)
            && calls.sender().pause(number - 1, deadline);
        number++) {
      try {
        outcome = attempt(number);
      } catch (TransportException | GatewayException e) {
        // This attempt surely did nothing, so what the one before it learned still stands.
        return outcome;
      }
    }
    return outcome;
  }

  /** Says where the payment stands, and sends no POST; an error of the lookup is the caller's. */
  Confirmation look() {
    Payment now = calls.find(lookup, deadline).orElse(null);
    return now == null
        ? NotConfirmed.builder(PaymentOfToss.TERMS, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build()
        : judge(now, Capture.ALREADY_CAPTURED);
  }

  /** Toss keeps a refusal under its key for 15 days: each attempt has a key of its own. */
  private Confirmation attempt(int number) {
    TossConfirmRequest derived =
        TossConfirmRequest.attempt(request.paymentId(), request.orderId(), request.money(), number);
    TossConfirmRequest confirm =
        request
            .idempotencyKey()
            .map(key -> derived.withIdempotencyKey(ConfirmKey.of(key, number)))
            .orElse(derived);
    Answered answered;
    try {
      answered = calls.confirm(confirm, deadline);
    } catch (OutcomeUnknownException e) {
      GatewayException refusal = Sender.refusalIn(e);
      return refusal == null ? byLookup(e) : afterServerErrorAndRefusal(refusal);
    } catch (GatewayException e) {
      return afterRefusal(e);
    }
    Confirmation judged = judge(answered.payment().toPayment(), Capture.BY_THIS_CALL);
    return answered.replayed() || isOfAnotherConfirm(judged) ? byLookup(null) : judged;
  }

  /**
   * A key of the caller's may have served a confirm of other things: then its answer comes back.
   */
  private boolean isOfAnotherConfirm(Confirmation judged) {
    return request.idempotencyKey().isPresent()
        && judged instanceof NotConfirmed refused
        && refused.reason() == Reason.MISMATCH;
  }

  private static boolean isInProgress(Confirmation outcome) {
    return outcome instanceof NotConfirmed refused
        && refused.reason() == Reason.REFUSED
        && refused.payment().filter(p -> p.status().known() == Known.IN_PROGRESS).isPresent();
  }

  private Confirmation judge(Payment payment, Capture capture) {
    // Toss marks no payment as a test: the key alone decides.
    return Confirming.judge(request, payment, capture, true);
  }

  /**
   * What a lookup makes of a confirm that may have been executed.
   *
   * @param doubt why that isn't known; null if the answer was a replay, which tells the past
   */
  private Confirmation byLookup(@Nullable OutcomeUnknownException doubt) {
    Payment now = lookUp(doubt);
    if (now == null || UNFINISHED.contains(now.status().known())) {
      // While the first request may still run, neither proves that nothing comes of it.
      throw unknown(doubt, null);
    }
    return judge(now, Capture.ALREADY_CAPTURED);
  }

  /** The refusal may be due to what the request did before, when it ended in a 5xx. */
  private Confirmation afterServerErrorAndRefusal(GatewayException refusal) {
    Payment now = lookUp(refusal);
    if (now == null
        || UNFINISHED.contains(now.status().known())
        || GIVEN_UP.contains(now.status().known())) {
      return afterRefusal(refusal);
    }
    return judge(now, Capture.ALREADY_CAPTURED);
  }

  private Confirmation afterRefusal(GatewayException refusal) {
    if (refusal.httpStatus().orElse(0) == 429) {
      throw refusal;
    }
    String code = refusal.gatewayCode().orElse(null);
    if (TossAnswers.isNotFound(code)) {
      return refused(Reason.NOT_FOUND, MoneyHeld.UNKNOWN, Refusal.of(refusal), null);
    }
    TossErrorCode known = code == null ? null : TossErrorCode.of(code);
    if (known == null || !known.isUncertain()) {
      return afterDefiniteRefusal(refusal);
    }
    Payment now = lookUp(refusal);
    boolean unfinished = now == null || UNFINISHED.contains(now.status().known());
    if (unfinished && DONE_BEFORE.contains(known)) {
      throw unknown(refusal, null);
    }
    if (now == null) {
      return refused(Reason.REFUSED, MoneyHeld.UNKNOWN, Refusal.of(refusal, true), null);
    }
    if (unfinished || GIVEN_UP.contains(now.status().known())) {
      MoneyHeld held = Confirming.moneyHeld(request, now);
      return refused(Reason.REFUSED, held, Refusal.of(refusal, true), now);
    }
    return judge(now, Capture.ALREADY_CAPTURED);
  }

  /**
   * This request did nothing, and that is all its refusal says: it may be an old one, given again,
   * and another amount may have been captured under the same payment key.
   */
  private Confirmation afterDefiniteRefusal(GatewayException refusal) {
    Payment now;
    try {
      now = calls.find(lookup, deadline).orElse(null);
    } catch (PaymentException | IllegalStateException e) {
      refusal.addSuppressed(e);
      now = null;
    }
    if (now == null) {
      return refused(Reason.REFUSED, MoneyHeld.UNKNOWN, Refusal.of(refusal), null);
    }
    MoneyHeld held = Confirming.moneyHeld(request, now);
    return held == MoneyHeld.NO
        ? refused(Reason.REFUSED, held, Refusal.of(refusal), null)
        : judge(now, Capture.ALREADY_CAPTURED);
  }

  private static NotConfirmed refused(
      Reason reason, MoneyHeld held, Refusal refusal, @Nullable Payment payment) {
    return NotConfirmed.builder(PaymentOfToss.TERMS, reason, held)
        .refusal(refusal)
        .payment(payment)
        .build();
  }

  /** Returns the payment; null if Toss says that there is none. */
  private @Nullable Payment lookUp(@Nullable PaymentException why) {
    try {
      return calls.find(lookup, deadline).orElse(null);
    } catch (PaymentException | IllegalStateException e) {
      throw unknown(why, e);
    }
  }

  private OutcomeUnknownException unknown(
      @Nullable PaymentException why, @Nullable RuntimeException failedLookup) {
    ErrorDetails.Builder details =
        why != null ? why.toDetails() : ErrorDetails.builder(PaymentOfToss.TERMS.gateway());
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "confirm of "
                + request.paymentId()
                + " may have been executed, and a lookup "
                + (failedLookup == null ? "proved nothing" : "failed")
                + ". Treat the order as neither paid nor refused: find it by lookup() later, or"
                + " confirm it again.",
            details.retryable(false).build(),
            lookup,
            null);
    if (failedLookup != null) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }
}
