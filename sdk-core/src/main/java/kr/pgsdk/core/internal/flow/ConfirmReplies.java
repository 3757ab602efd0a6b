package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.NotConfirmedBuilder;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.http.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the gateway's reply to a capture, with a lookup where the reply proves nothing.
 */
final class ConfirmReplies {
  /** Nothing is captured, and a sending under way may still do it. */
  static final Set<Known> UNFINISHED = EnumSet.of(Known.READY, Known.IN_PROGRESS);

  /** Nothing was captured, and nothing will be: what was captured never comes to this. */
  private static final Set<Known> CAME_TO_NOTHING = EnumSet.of(Known.FAILED, Known.EXPIRED);

  private final CaptureSteps steps;
  private final PaymentJudge judge;
  private final ConfirmLookup lookup;
  private final ConfirmSent sent;
  private final ConfirmRequest request;
  private final ConfirmErrors errors;

  ConfirmReplies(
      CaptureSteps steps,
      PaymentJudge judge,
      ConfirmLookup lookup,
      ConfirmSent sent,
      ConfirmRequest request) {
    this.steps = steps;
    this.judge = judge;
    this.lookup = lookup;
    this.sent = sent;
    this.request = request;
    this.errors = new ConfirmErrors(request, steps.terms());
  }

  /** What ends this call says nothing about the calls before it. */
  PaymentException kept(PaymentException e) {
    GatewayException doubted = sent.doubted();
    return sent.isAnotherOpen() ? errors.unknown(doubted != null ? doubted : e, null) : e;
  }

  /** Where the payment stands once no sending follows a refusal. */
  Confirmation afterRefused(GatewayException refused, @Nullable Payment shown) {
    boolean ended = isEndedBy(refused, shown);
    if (shown != null) {
      return afterLookup(shown, refused, ended);
    }
    if (!ended) {
      throw errors.unknown(refused, null);
    }
    Reason reason = steps.saysNotFound(refused) ? Reason.NOT_FOUND : Reason.REFUSED;
    return refusedUnseen(reason, refused);
  }

  /**
   * Whether nothing that was sent for this payment captures after this refusal. A final one speaks
   * for all that went out under its key; one of this sending for nothing else; and one that another
   * sending may pass not even for that: an earlier call may be what stands in its way.
   */
  private boolean isEndedBy(GatewayException refused, @Nullable Payment shown) {
    return switch (steps.classify(refused)) {
      case FINAL -> !sent.isOtherKeyOpen();
      case OF_THIS_SENDING -> !steps.mayPass(refused) && !sent.isAnotherOpen();
      // It may have captured all the same: only a lookup makes it a refusal.
      case BY_THE_COMPANY -> shown != null && !steps.mayPass(refused) && !sent.isAnotherOpen();
      case UNCERTAIN, UNCERTAIN_AT_THE_BANK -> false;
    };
  }

  /** What a lookup makes of a capture that may have been executed. */
  Confirmation afterLoss(OutcomeUnknownException lost) {
    GatewayException repetition = Outcomes.refusalIn(lost);
    PaymentException why = repetition != null ? repetition : lost;
    Payment now = lookup.findOrDoubt(why);
    boolean ended =
        repetition != null
            && steps.classify(repetition) == RefusalClass.FINAL
            && isEndedBy(repetition, null)
            && (now == null || !steps.saysNotFound(repetition));
    if (now != null) {
      return afterLookup(now, why, ended);
    }
    if (!ended || repetition == null) {
      throw errors.unknown(why, null);
    }
    sent.end();
    return refusedUnseen(Reason.REFUSED, repetition);
  }

  /**
   * Judges what a lookup shows after a sending that was refused or in doubt.
   *
   * @param why the gateway's last words, or the doubt; null if there is nothing more to say
   * @param ended whether no sending can have captured unless the lookup shows it
   */
  private Confirmation afterLookup(Payment now, @Nullable PaymentException why, boolean ended) {
    Known status = now.status().known();
    if (!UNFINISHED.contains(status) && !CAME_TO_NOTHING.contains(status)) {
      return said(judged(now, Capture.ALREADY_CAPTURED), now);
    }
    if (!ended && status != Known.FAILED && !(status == Known.EXPIRED && lookup.isOver())) {
      throw errors.unknown(why, null);
    }
    if (!(why instanceof GatewayException refused)) {
      return said(judged(now, Capture.ALREADY_CAPTURED), now);
    }
    NotConfirmed judged = refusedShown(refused, now);
    return mayBeCaptured(refused, now) ? judged : said(judged, now);
  }

  Confirmation afterCaptured(Captured answer) {
    Payment payment = answer.payment();
    if (payment == null) {
      return afterUnseen(answer);
    }
    boolean anothers = !payment.paymentId().equals(request.paymentId());
    Known status = payment.status().known();
    boolean mayBeElsewhere = answer.followsDoubt() || sent.isAnotherOpen();
    boolean unfinished = UNFINISHED.contains(status) || (status == Known.EXPIRED && mayBeElsewhere);
    Confirmation judged = judged(payment, Capture.BY_THIS_CALL);
    boolean ofAnotherConfirm =
        request.idempotencyKey().isPresent()
            && judged instanceof NotConfirmed refused
            && refused.reason() == Reason.MISMATCH;
    if (!answer.replay() && !anothers && !unfinished && !ofAnotherConfirm) {
      return said(judged, payment);
    }
    Payment now;
    try {
      now = lookup.find();
    } catch (PaymentException | IllegalStateException e) {
      if (judged instanceof AwaitingDeposit) {
        return said(judged, payment);
      }
      throw errors.unknown(null, e);
    }
    boolean saidCaptured = !anothers && PaymentJudge.wasCaptured(payment);
    if (now == null
        || UNFINISHED.contains(now.status().known())
        || (saidCaptured && CAME_TO_NOTHING.contains(now.status().known()))) {
      if (anothers && !answer.followsDoubt() && request.idempotencyKey().isPresent()) {
        sent.end();
        throw kept(errors.keyOfAnother(payment));
      }
      throw errors.unknown(null, null);
    }
    return afterLookup(now, null, false);
  }

  /** Judges what a lookup shows after a response that says captured, and nothing of the payment. */
  private Confirmation afterUnseen(Captured answer) {
    Payment now = lookup.findOrDoubt(null);
    if (now == null
        || !now.paymentId().equals(request.paymentId())
        || UNFINISHED.contains(now.status().known())
        || CAME_TO_NOTHING.contains(now.status().known())) {
      throw errors.unknown(null, null);
    }
    // It may be the response that an earlier call in doubt didn't get, or under a caller's key that
    // of another payment.
    boolean mayBeEarlier =
        answer.replay() || sent.isAnotherOpen() || request.idempotencyKey().isPresent();
    Capture capture = mayBeEarlier ? Capture.ALREADY_CAPTURED : Capture.BY_THIS_CALL;
    return said(judged(now, capture), now);
  }

  private Confirmation judged(Payment payment, Capture capture) {
    return judge.judge(PaymentJudge.expected(request), payment, capture);
  }

  /** Forgets the last sending, unless the payment's status is unknown. */
  private Confirmation said(Confirmation confirmation, Payment payment) {
    if (payment.status().known() != Known.UNKNOWN) {
      sent.end();
    }
    return confirmation;
  }

  /** Refused, and no lookup shows the payment. */
  private NotConfirmed refusedUnseen(Reason reason, GatewayException refusal) {
    return builder(reason, MoneyHeld.UNKNOWN, refusal).build();
  }

  /** Whether the payment company may have captured, and the gateway not know it yet. */
  private boolean mayBeCaptured(GatewayException refusal, Payment now) {
    return steps.classify(refusal) == RefusalClass.BY_THE_COMPANY
        && now.status().known() != Known.FAILED;
  }

  /** Refused, and nothing captured by what a lookup shows. */
  private NotConfirmed refusedShown(GatewayException refusal, Payment now) {
    MoneyHeld held =
        mayBeCaptured(refusal, now)
            ? MoneyHeld.UNKNOWN
            : PaymentJudge.moneyHeld(PaymentJudge.expected(request), now);
    Reason reason = Reason.REFUSED;
    List<Mismatch> mismatches = List.of();
    if (steps.saysMismatch(refusal)
        && judged(now, Capture.ALREADY_CAPTURED) instanceof NotConfirmed differing
        && (differing.reason() == Reason.MISMATCH || differing.reason() == Reason.TEST_PAYMENT)) {
      reason = differing.reason();
      mismatches = differing.mismatches();
    }
    return builder(reason, held, refusal).mismatches(mismatches).payment(now).build();
  }

  private NotConfirmedBuilder builder(Reason reason, MoneyHeld held, GatewayException refusal) {
    return NotConfirmed.builder(steps.terms(), reason, held).refusal(Refusal.of(refusal));
  }
}
