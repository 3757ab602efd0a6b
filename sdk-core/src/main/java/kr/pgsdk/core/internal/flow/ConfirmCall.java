package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.Deadline;
import kr.pgsdk.core.internal.Sender;
import kr.pgsdk.core.internal.flow.ConfirmSteps.Captured;
import kr.pgsdk.core.internal.flow.ConfirmSteps.Found;
import org.jspecify.annotations.Nullable;

/**
 * One confirm that captures: a sending, then a lookup wherever the answer doesn't say for certain
 * where the payment stands; another sending, under the next key, only when all before were refused
 * and the payment still waits.
 */
final class ConfirmCall {
  private static final int MAX_SENDINGS = 3;

  /** Nothing is captured, and a sending under way may still do it. */
  private static final Set<Known> UNFINISHED = EnumSet.of(Known.READY, Known.IN_PROGRESS);

  private final ConfirmSteps steps;
  private final PaymentJudge judge;
  private final ConfirmRequest request;
  private final Deadline deadline;

  /** The refusal that left a doubt, under an earlier key; null if none did. */
  private @Nullable GatewayException doubted;

  /** What the lookup after the last refusal showed. */
  private @Nullable Payment shown;

  /** Whether a lookup has shown that nothing can be captured any more. */
  private boolean over;

  ConfirmCall(ConfirmSteps steps, PaymentJudge judge, ConfirmRequest request, Deadline deadline) {
    this.steps = steps;
    this.judge = judge;
    this.request = request;
    this.deadline = deadline;
  }

  Confirmation run() {
    int number = 1;
    for (int sending = 1; ; sending++) {
      Captured captured = null;
      GatewayException refusal = null;
      try {
        captured = steps.capture(request, number, deadline);
      } catch (OutcomeUnknownException doubt) {
        return afterDoubt(doubt);
      } catch (GatewayException e) {
        refusal = e;
      } catch (TransportException | AuthenticationException notExecuted) {
        throw doubted == null ? notExecuted : unknown(doubted, null);
      }
      if (captured != null) {
        return afterCaptured(captured);
      }
      if (!mayGoOn(Objects.requireNonNull(refusal), sending)) {
        return afterRefused(refusal);
      }
      // What was refused in front of the record isn't kept under its key: the key is still good.
      number = steps.classify(refusal).isDefinite() ? number : number + 1;
    }
  }

  /** Looks where the payment stands after a refusal; whether another sending is to follow. */
  private boolean mayGoOn(GatewayException refusal, int sending) {
    if (refusal.httpStatus().orElse(0) == 429) {
      throw doubted == null ? refusal : unknown(doubted, null);
    }
    boolean definite = steps.classify(refusal).isDefinite();
    if (doubted == null && steps.saysNotFound(refusal)) {
      shown = null;
      return false;
    }
    shown = definite ? lookUpOrNull(refusal) : lookUpUnlessMisdirected(refusal);
    doubted = definite ? doubted : refusal;
    boolean waits = shown != null && shown.status().known() == Known.IN_PROGRESS;
    return waits
        && sending < MAX_SENDINGS
        && steps.mayPass(refusal)
        && steps.pause(sending, deadline);
  }

  /** Where the payment stands once no sending follows a refusal. */
  private Confirmation afterRefused(GatewayException refusal) {
    // A refusal speaks for its own key alone; one that another sending may pass, for none: a call
    // before this one may be what stands in its way.
    boolean ended = doubted == null && !isInTheWay(refusal);
    Payment now = shown;
    if (now != null) {
      return afterLookup(now, refusal, ended);
    }
    if (!ended) {
      throw unknown(refusal, null);
    }
    Reason reason = steps.saysNotFound(refusal) ? Reason.NOT_FOUND : Reason.REFUSED;
    return refused(reason, MoneyHeld.UNKNOWN, refusal, null);
  }

  private boolean isInTheWay(GatewayException refusal) {
    return steps.classify(refusal) == RefusalClass.OF_THIS_SENDING && steps.mayPass(refusal);
  }

  /** What a lookup makes of a capture that may have been executed. */
  private Confirmation afterDoubt(OutcomeUnknownException doubt) {
    GatewayException refusal = Sender.refusalIn(doubt);
    boolean ended =
        doubted == null && refusal != null && steps.classify(refusal) == RefusalClass.FINAL;
    Payment now = lookUp(refusal != null ? refusal : doubt);
    if (now == null) {
      if (!ended || refusal == null) {
        throw unknown(refusal != null ? refusal : doubt, null);
      }
      return refused(Reason.REFUSED, MoneyHeld.UNKNOWN, refusal, null);
    }
    return afterLookup(now, refusal != null ? refusal : doubt, ended);
  }

  /**
   * Judges what a lookup shows after a sending that was refused or in doubt.
   *
   * @param why the gateway's last words, or the doubt
   * @param ended whether no sending can have captured unless the lookup shows it
   */
  private Confirmation afterLookup(Payment now, PaymentException why, boolean ended) {
    Known status = now.status().known();
    boolean nothingCaptured =
        UNFINISHED.contains(status) || status == Known.EXPIRED || status == Known.FAILED;
    if (!nothingCaptured) {
      return judge.judge(request, now, Capture.ALREADY_CAPTURED);
    }
    if (!ended && status != Known.FAILED && !(status == Known.EXPIRED && over)) {
      throw unknown(why, null);
    }
    return why instanceof GatewayException refusal
        ? refused(Reason.REFUSED, PaymentJudge.moneyHeld(request, now), refusal, now)
        : judge.judge(request, now, Capture.ALREADY_CAPTURED);
  }

  private Confirmation afterCaptured(Captured captured) {
    Payment payment = captured.payment();
    boolean anothers = !payment.paymentId().equals(request.paymentId());
    boolean unfinished = UNFINISHED.contains(payment.status().known());
    Confirmation judged = judge.judge(request, payment, Capture.BY_THIS_CALL);
    boolean ofAnotherConfirm =
        request.idempotencyKey().isPresent()
            && judged instanceof NotConfirmed refused
            && refused.reason() == Reason.MISMATCH;
    if (!captured.mayBeReplay() && !anothers && !unfinished && !ofAnotherConfirm) {
      return judged;
    }
    Payment now;
    try {
      now = find();
    } catch (PaymentException | IllegalStateException e) {
      if (judged instanceof AwaitingDeposit) {
        return judged;
      }
      throw unknown(null, e);
    }
    if (now == null || UNFINISHED.contains(now.status().known())) {
      if (anothers && request.idempotencyKey().isPresent()) {
        throw keyOfAnother(payment);
      }
      throw unknown(null, null);
    }
    return judge.judge(request, now, Capture.ALREADY_CAPTURED);
  }

  private GatewayException keyOfAnother(Payment payment) {
    return new GatewayException(
        "nothing was confirmed: the idempotency key belongs to the confirm of another payment, "
            + payment.paymentId()
            + ". Leave the key out, or give each payment its own",
        ErrorDetails.builder(steps.terms().gateway()).build());
  }

  private NotConfirmed refused(
      Reason reason, MoneyHeld held, GatewayException refusal, @Nullable Payment payment) {
    return NotConfirmed.builder(steps.terms(), reason, held)
        .refusal(Refusal.of(refusal))
        .payment(payment)
        .build();
  }

  private @Nullable Payment find() {
    Found found = steps.find(request.paymentId(), deadline);
    over = found.over();
    return found.payment();
  }

  /** Returns the payment; null if the gateway says that there is none. */
  private @Nullable Payment lookUp(PaymentException why) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      throw unknown(why, e);
    }
  }

  /** A wrong address answers a lookup as it answered the only sending: nothing was asked of it. */
  private @Nullable Payment lookUpUnlessMisdirected(GatewayException refusal) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      boolean misdirected =
          e instanceof GatewayException answer
              && steps.isMisdirected(answer)
              && steps.isMisdirected(refusal);
      throw misdirected && doubted == null ? refusal : unknown(refusal, e);
    }
  }

  private @Nullable Payment lookUpOrNull(GatewayException refusal) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      refusal.addSuppressed(e);
      return null;
    }
  }

  private OutcomeUnknownException unknown(
      @Nullable PaymentException why, @Nullable RuntimeException failedLookup) {
    ErrorDetails.Builder details =
        why != null ? why.toDetails() : ErrorDetails.builder(steps.terms().gateway());
    String code = why == null ? null : why.gatewayCode().orElse(null);
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "confirm of "
                + request.paymentId()
                + " may have been executed, and a lookup "
                + (failedLookup == null ? "proved nothing" : "failed")
                + (code == null ? "" : " (the gateway's last code: " + code + ")")
                + ". Treat the order as neither paid nor refused: find it by lookup() later, or"
                + " confirm it again.",
            details.retryable(false).build(),
            PaymentLookup.byPaymentId(request.paymentId()),
            null);
    if (failedLookup != null) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }
}
