package kr.pgsdk.core.internal.flow;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.flow.CancelEvidence.Finding;
import kr.pgsdk.core.internal.flow.CancelEvidence.Standing;
import kr.pgsdk.core.internal.flow.CancelRows.Row;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.flow.CancelSteps.Refused;
import kr.pgsdk.core.internal.http.RetryRules;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the gateway's reply to a cancel, with a lookup where the reply proves nothing.
 */
final class CancelReplies {
  private final CancelSteps steps;
  private final CancelLookup lookup;
  private final CancelEvidence evidence;
  private final CancelGoal goal;
  private final CancelErrors errors;
  private final CancelOutcome outcome;
  private final CancelRequest request;
  private final CancelMemory memory;

  CancelReplies(
      CancelSteps steps,
      CancelLookup lookup,
      CancelEvidence evidence,
      CancelErrors errors,
      CancelOutcome outcome,
      CancelRequest request) {
    this.steps = steps;
    this.lookup = lookup;
    this.evidence = evidence;
    this.goal = evidence.goal();
    this.errors = errors;
    this.outcome = outcome;
    this.request = request;
    this.memory = CancelMemory.of(request);
  }

  /** What a lookup after a doubt proves; null if nothing. */
  @Nullable Cancellation provedNow(PaymentException doubt) {
    Payment now = lookup.nowOrNull(doubt);
    if (now == null) {
      return null;
    }
    Cancellation shown = outcome.shown(evidence.inLookup(now, memory.state()), now, false);
    return shown == null && goal.isReached(now) ? outcome.already(now) : shown;
  }

  Cancellation afterAccepted(CancelSent sent, Accepted accepted) {
    Payment payment = accepted.payment();
    if (!payment.paymentId().equals(request.paymentId())) {
      return afterAnothers(sent, accepted);
    }
    if (!payment.amount().currency().equals(sent.order().balance().currency())) {
      return unreadable(sent);
    }
    if (accepted.cancelId() != null) {
      return afterNamed(sent, accepted, accepted.cancelId());
    }
    CancelToSend order = sent.order();
    Look before = sent.look();
    List<String> rows = CancelRows.keys(order.known());
    boolean ofThisCall = accepted.followsDoubt();
    boolean ofEarlierCall = accepted.replay() && !ofThisCall;
    Finding finding =
        ofEarlierCall
            ? evidence.inLookup(payment, sent.unsent())
            : evidence.inAnswer(payment, rows, order.balance());
    if (accepted.replay() && finding.standing() == Standing.NOT_SHOWN) {
      finding = ofFirst(sent, payment);
    }
    if (accepted.replay()) {
      return afterReplay(sent, accepted, finding, ofThisCall);
    }
    if (before.refundsLater() && !evidence.isMarked(finding)) {
      finding = new Finding(Standing.NOT_SHOWN, null);
    }
    Cancellation shown = outcome.shown(finding, payment, false);
    if (shown != null) {
      return shown;
    }
    if (isAccountClosed(before.payment(), accepted)) {
      return outcome.all(payment);
    }
    boolean nothingNew =
        !payment.cancels().isEmpty() && CancelRows.without(payment, rows).isEmpty();
    if (nothingNew && !before.refundsLater()) {
      // An old response, not marked as one.
      if (sent.unsent().isInDoubt()) {
        return afterReplay(sent, accepted, ofFirst(sent, payment), ofThisCall);
      }
      if (evidence.keyMayBeReused()) {
        return unreadable(sent);
      }
    }
    if (goal.isReached(payment)) {
      return outcome.all(payment);
    }
    boolean later = before.refundsLater() && !order.balance().isZero();
    return later || goal.isPending(payment, order.balance())
        ? outcome.accepted(payment)
        : unreadable(sent);
  }

  /** The response names the cancel: no other can be meant, and none is looked for. */
  private Cancellation afterNamed(CancelSent sent, Accepted accepted, String cancelId) {
    List<Row> rows = CancelRows.numbered(accepted.payment(), cancelId);
    if (rows.isEmpty()) {
      // The lookup after the response may be behind: a later one shows it.
      memory.note(memory.state().proved(Phase.IN_DOUBT, CancelRows.key(cancelId)));
    }
    if (rows.size() != 1) {
      return unreadable(sent);
    }
    Row row = rows.get(0);
    boolean before =
        !accepted.followsDoubt() && CancelRows.keys(sent.order().known()).contains(row.key());
    if (!evidence.amount().isAsked(accepted.payment(), row, sent.order().balance())) {
      // One of another amount that was there before is another's; one that is new is what this
      // call has brought about.
      boolean ofKey = before && evidence.keyMayBeReused() && !sent.unsent().isInDoubt();
      if (ofKey) {
        sent.takeBack();
        throw errors.keyOfAnotherRefund();
      }
      return unreadable(sent);
    }
    memory.note(memory.state().proved(Phase.IN_DOUBT, row.key()));
    Cancellation shown =
        outcome.shown(
            evidence.inLookup(accepted.payment(), memory.state()), accepted.payment(), before);
    return shown != null ? shown : unreadable(sent);
  }

  /** What an old response proves that may be the one to the first sending, in an earlier call. */
  private Finding ofFirst(CancelSent sent, Payment payment) {
    CancelState unsent = sent.unsent();
    return unsent.isInDoubt()
        ? evidence.inAnswer(payment, unsent.rowsBefore(), sent.order().balance())
        : new Finding(Standing.NOT_SHOWN, null);
  }

  /**
   * The gateway has a record of this key, made for another payment; or the response went astray.
   */
  private Cancellation afterAnothers(CancelSent sent, Accepted accepted) {
    PaymentId other = accepted.payment().paymentId();
    boolean ofKey =
        evidence.keyMayBeReused() && !sent.unsent().isInDoubt() && !accepted.followsDoubt();
    if (!ofKey) {
      return unreadable(sent);
    }
    GatewayException ofAnother = errors.keyOfAnotherPayment(other);
    Cancellation proved = provedNow(ofAnother);
    if (proved != null) {
      return proved;
    }
    if (ofAnother.getSuppressed().length > 0) {
      return unreadable(sent); // the lookup failed, and it may have been done
    }
    sent.takeBack();
    throw ofAnother;
  }

  /** An old response says that the cancel was accepted; the payment, what became of it. */
  private Cancellation afterReplay(
      CancelSent sent, Accepted accepted, Finding then, boolean ofThisCall) {
    if (then.row() != null) {
      memory.note(memory.state().proved(Phase.IN_DOUBT, then.row().key()));
    }
    PaymentException unread = errors.unread();
    Payment read = lookup.nowOrNull(unread);
    Payment now = read != null ? read : ofThisCall ? accepted.payment() : sent.look().payment();
    Finding finding = evidence.inLookup(now, memory.state());
    Finding newest = finding.row() != null ? finding : then;
    if (read == null && !ofThisCall && newest.standing() == Standing.PENDING) {
      memory.note(memory.state().in(Phase.ACCEPTED)); // then; it may be done by now
      throw errors.unknown(unread);
    }
    Cancellation shown = outcome.shown(newest, now, !ofThisCall);
    if (shown != null) {
      return shown;
    }
    if (goal.isReached(now)) {
      return ofThisCall ? outcome.all(now) : outcome.already(now);
    }
    boolean ofItsOwn = ofThisCall || sent.unsent().isInDoubt();
    if (ofItsOwn && goal.isPending(now, sent.order().balance())) {
      return outcome.accepted(now);
    }
    // An account nobody had paid into is closed without a cancel that would show whose it was.
    boolean asAsked = goal.isNothingLeft(accepted.payment());
    if (!ofItsOwn
        && !asAsked
        && newest.standing() == Standing.NOT_SHOWN
        && !evidence.mayBeShown(accepted.payment(), sent.unsent())) {
      sent.takeBack();
      throw errors.keyOfAnotherRefund();
    }
    return unreadable(sent);
  }

  Cancellation afterRefused(CancelSent sent, Refused refused) {
    sent.takeBack();
    GatewayException refusal = refused.refusal();
    RefusalClass proves = steps.classify(refusal);
    if (RetryRules.isBusy(refusal)) {
      throw errors.kept(refusal);
    }
    Payment seen = proves == RefusalClass.BY_THE_COMPANY ? lookup.nowOrNull(refusal) : null;
    boolean isDefinite = proves.isDefinite() || (seen != null && isUntouched(sent, seen));
    // A definite refusal alone is no work: what may still be worked on was sent before it.
    boolean mayBeWorkedOn = refused.followsDoubt() || !isDefinite;
    boolean inDoubt = mayBeWorkedOn || memory.state().isInDoubt();
    if (inDoubt) {
      sent.doubted(refusal, true, refusal);
    }
    if (mayBeWorkedOn) {
      sent.workMayGoOn();
    }
    Payment now = proves == RefusalClass.BY_THE_COMPANY ? seen : lookup.nowOrNull(refusal);
    if (now != null) {
      Finding finding = evidence.inLookup(now, memory.state());
      Cancellation shown = outcome.shown(finding, now, !refused.followsDoubt());
      if (shown != null) {
        return shown;
      }
      if (goal.isReached(now)) {
        return outcome.already(now);
      }
      if (finding.standing() == Standing.UNCLEAR) {
        throw errors.unknown(refusal);
      }
    }
    boolean byBank = memory.state().bankDoubt(); // it may have paid without the gateway's knowing
    if (inDoubt && proves == RefusalClass.FINAL && refused.replay() && !byBank) {
      memory.note(memory.state().notExecuted(false));
      throw refusal;
    }
    throw errors.kept(refusal);
  }

  /** Whether nothing has been cancelled, or is under way, since the lookup before the sending. */
  private static boolean isUntouched(CancelSent sent, Payment now) {
    Payment before = sent.look().payment();
    return now.balance().equals(before.balance())
        && CancelRows.without(now, CancelRows.keys(before)).stream()
            .allMatch(row -> row.cancel().state() == State.FAILED);
  }

  /** What was accepted can't be found in the response. */
  private Cancellation unreadable(CancelSent sent) {
    OutcomeUnknownException doubt =
        Errors.make()
            .outcomeUnknown(
                "the response to the cancel of " + request.paymentId() + " doesn't show the cancel",
                ErrorDetails.builder(steps.terms().gateway()).build(),
                null,
                request);
    sent.doubted(doubt, true, null);
    sent.workMayGoOn();
    Cancellation proved = provedNow(doubt);
    if (proved == null) {
      throw errors.unknown(doubt);
    }
    return proved;
  }

  /** Whether an account without a deposit is closed; its status then isn't documented. */
  private boolean isAccountClosed(Payment before, Accepted accepted) {
    Payment now = accepted.payment();
    return request.amount().isEmpty()
        && lookup.isAwaited(before)
        && lookup.isClosed(now, accepted.revoked())
        && CancelGoal.isNothingUnderWay(now);
  }
}
