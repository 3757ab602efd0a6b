package kr.pgsdk.core.internal.flow;

import java.util.UUID;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.ChargeSteps.Found;
import kr.pgsdk.core.internal.flow.OpenCharges.Sent;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.http.RetryRules;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One charge: a look at the order, one sending if nothing stands in its way, and another look
 * wherever the response doesn't say for certain what came of it.
 */
final class ChargeCall {
  private final ChargeSteps steps;
  private final OpenCharges open;
  private final ChargeRequest request;
  private final OrderId order;
  private final Deadline deadline;
  private final ChargeErrors errors;
  private final ChargeOutcome outcome;
  private final @Nullable String key;
  private final @Nullable Sent doubtedBefore;
  private @Nullable String mark;

  ChargeCall(
      ChargeSteps steps,
      PaymentJudge judge,
      OpenCharges open,
      ChargeRequest request,
      @Nullable String key,
      Deadline deadline) {
    this.steps = steps;
    this.open = open;
    this.request = request;
    this.order = request.orderId();
    this.deadline = deadline;
    this.errors = new ChargeErrors(order, steps.terms());
    this.outcome = new ChargeOutcome(steps, judge, open, errors, request, key);
    this.key = key;
    this.doubtedBefore = open.inDoubt(order);
    this.mark = doubtedBefore == null ? null : doubtedBefore.mark();
  }

  Confirmation run() {
    Confirmation known = lookBefore();
    return known != null ? known : send();
  }

  /** Where the order stands before anything is sent; null if the charge is to be sent. */
  private @Nullable Confirmation lookBefore() {
    Found found;
    try {
      found = steps.find(request, mark, deadline);
    } catch (MalformedResponseException e) {
      throw kept(errors.unreadable(e));
    } catch (PaymentException e) {
      throw kept(e);
    }
    Confirmation decided = outcome.shown(found, null, false);
    if (decided != null) {
      return decided;
    }
    Payment payment = found.payment();
    if (payment != null && !outcome.isNothing(found, payment)) {
      if (!found.byKey()) {
        return notPaid(payment);
      }
      if (key == null) {
        throw errors.unknown(null, null); // a charge of an earlier call, or of another server
      }
    }
    if (doubtedBefore != null && !isRepetitionOf(doubtedBefore)) {
      throw errors.unknown(null, null);
    }
    Sent decidedBefore = open.decided(order);
    if (decidedBefore != null && !isRepetitionOf(decidedBefore)) {
      throw errors.behind();
    }
    return null;
  }

  /** Whether the gateway would recognise this charge as one that was sent. */
  private boolean isRepetitionOf(Sent earlier) {
    return key != null && key.equals(earlier.key());
  }

  /** Another payment of the order is open, such as a checkout that the buyer may still finish. */
  private Confirmation notPaid(Payment payment) {
    if (doubtedBefore != null) {
      throw errors.unknown(null, null);
    }
    return NotConfirmed.builder(payment.terms(), Reason.NOT_YET_PAID, MoneyHeld.NO)
        .payment(payment)
        .build();
  }

  private Confirmation send() {
    String sent = mark != null ? mark : UUID.randomUUID().toString();
    mark = sent;
    open.begin(order, new Sent(key, sent));
    Captured answer;
    try {
      answer = steps.charge(request, sent, deadline);
    } catch (OutcomeUnknownException lost) {
      return afterLoss(lost);
    } catch (GatewayException refused) {
      return afterRefusal(refused);
    } catch (TransportException | AuthenticationException e) {
      throw notExecuted(e);
    }
    return afterAnswer(answer);
  }

  /** Nothing came of this sending. */
  private PaymentException notExecuted(PaymentException e) {
    if (doubtedBefore == null) {
      open.end(order);
    }
    return kept(e);
  }

  private Confirmation afterAnswer(Captured answer) {
    Payment payment = answer.payment();
    if (payment == null) {
      return afterUnseen(answer);
    }
    boolean declined = payment.status().known() == Known.FAILED;
    boolean contradicts = declined && open.isCaptured(order);
    outcome.noteIfCaptured(payment);
    if (answer.replay()
        || ChargeOutcome.UNFINISHED.contains(payment.status().known())
        || contradicts) {
      return afterLook(null, false);
    }
    return declined ? afterDecline(payment) : outcome.said(payment, Capture.BY_THIS_CALL);
  }

  /** Judges what a look shows after a response that says captured, and nothing of the payment. */
  private Confirmation afterUnseen(Captured answer) {
    Payment now;
    try {
      now = steps.find(request, mark, deadline).payment();
    } catch (PaymentException | IllegalStateException e) {
      throw errors.unknown(null, e);
    }
    if (now == null
        || ChargeOutcome.UNFINISHED.contains(now.status().known())
        || now.status().known() == Known.FAILED) {
      throw errors.unknown(null, null);
    }
    return outcome.said(now, answer.replay() ? Capture.ALREADY_CAPTURED : Capture.BY_THIS_CALL);
  }

  /** The order may have been paid otherwise since the look before, as by another server. */
  private Confirmation afterDecline(Payment declined) {
    Payment now;
    try {
      now = steps.find(request, mark, deadline).payment();
    } catch (PaymentException | IllegalStateException e) {
      now = null; // the decline stands, whatever else came of the order
    }
    return now != null && !now.balance().isZero()
        ? outcome.said(now, Capture.ALREADY_CAPTURED)
        : outcome.said(declined, Capture.BY_THIS_CALL);
  }

  private Confirmation afterRefusal(GatewayException refused) {
    if (RetryRules.isBusy(refused)) {
      throw notExecuted(refused);
    }
    RefusalClass proof = steps.classify(refused);
    boolean ofThisSending = proof.isDefinite() || proof == RefusalClass.BY_THE_COMPANY;
    boolean ended = proof == RefusalClass.FINAL || (ofThisSending && doubtedBefore == null);
    return afterLook(refused, ended);
  }

  private Confirmation afterLoss(OutcomeUnknownException lost) {
    GatewayException repetition = Outcomes.refusalIn(lost);
    boolean ended = repetition != null && steps.classify(repetition) == RefusalClass.FINAL;
    return afterLook(repetition != null ? repetition : lost, ended);
  }

  /**
   * What a look makes of a charge that was refused or is in doubt.
   *
   * @param why the gateway's last words, or the doubt; null if there is nothing more to say
   * @param ended whether no sending can have charged unless the look shows it
   */
  private Confirmation afterLook(@Nullable PaymentException why, boolean ended) {
    Found found;
    try {
      found = steps.find(request, mark, deadline);
    } catch (PaymentException | IllegalStateException e) {
      // The payment company may have charged all the same: only a look makes it a refusal.
      if (ended
          && why instanceof GatewayException refused
          && steps.classify(refused) != RefusalClass.BY_THE_COMPANY) {
        refused.addSuppressed(e);
        outcome.decide();
        if (outcome.mayBePaid(refused)) {
          throw errors.unknown(why, e);
        }
        return outcome.refused(refused, null, MoneyHeld.UNKNOWN);
      }
      throw errors.unknown(why, e);
    }
    Confirmation decided = outcome.shown(found, why, ended);
    if (decided != null) {
      return decided;
    }
    if (!ended || !(why instanceof GatewayException refused)) {
      throw errors.unknown(why, null);
    }
    Payment left = found.payment();
    boolean underWay =
        left != null && found.byKey() && ChargeOutcome.UNFINISHED.contains(left.status().known());
    outcome.decide();
    if (underWay || outcome.mayBePaid(refused)) {
      // This sending is over; one of an earlier process may have charged.
      throw errors.unknown(why, null);
    }
    boolean open =
        steps.classify(refused) == RefusalClass.BY_THE_COMPANY
            && (left == null || left.status().known() != Known.FAILED);
    return outcome.refused(refused, left, open ? MoneyHeld.UNKNOWN : MoneyHeld.NO);
  }

  /** What ends this call says nothing about the calls before it. */
  private PaymentException kept(PaymentException e) {
    return doubtedBefore != null ? errors.unknown(e, null) : e;
  }
}
