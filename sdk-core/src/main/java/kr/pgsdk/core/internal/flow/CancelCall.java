package kr.pgsdk.core.internal.flow;

import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
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
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.flow.CancelSteps.Refused;
import kr.pgsdk.core.internal.flow.CancelSteps.Reply;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One call with a cancel request: a lookup, then a sending unless the lookup ends it, then a lookup
 * wherever the answer alone proves nothing. What a payment proves is {@link CancelEvidence}'s to
 * say; what follows from it is decided here.
 */
final class CancelCall {
  /** What comes next. */
  private enum State {
    LOOK,
    SEND,
    LOOK_AFTER_LOSS,
    JUDGE_ACCEPTED,
    JUDGE_REFUSED,
    ENDED
  }

  private final CancelSteps steps;
  private final CancelLookup lookup;
  private final CancelEvidence evidence;
  private final CancelErrors errors;
  private final CancelOutcome outcome;
  private final CancelStart start;
  private final ClaimedRows claims;
  private final CancelRequest request;
  private final CancelMemory memory;
  private final Deadline deadline;

  /** The lookup before, and what is sent on its ground. */
  private @Nullable Look look;

  private @Nullable CancelOrder order;

  private CancelNotes notes;
  private @Nullable Reply reply;
  private @Nullable OutcomeUnknownException loss;
  private @Nullable Cancellation result;
  private boolean opened;

  CancelCall(
      CancelSteps steps,
      ClaimedRows claims,
      CancelRequest request,
      CancelMemory memory,
      Deadline deadline) {
    this.steps = steps;
    this.lookup = new CancelLookup(steps, request, deadline);
    this.evidence = new CancelEvidence(request, steps, claims);
    this.errors = new CancelErrors(request, steps.terms());
    this.outcome = new CancelOutcome(request, memory, claims, errors);
    this.start = new CancelStart(steps, lookup, evidence, errors, outcome, request);
    this.claims = claims;
    this.request = request;
    this.memory = memory;
    this.deadline = deadline;
    this.notes = new CancelNotes(steps, memory, deadline);
  }

  /** Runs the call; its turn has been taken. */
  Cancellation run() {
    State state = State.LOOK;
    while (state != State.ENDED) {
      state =
          switch (state) {
            case LOOK -> look();
            case SEND -> send();
            case LOOK_AFTER_LOSS -> lookAfterLoss(Objects.requireNonNull(loss));
            case JUDGE_ACCEPTED -> ended(afterAccepted((Accepted) Objects.requireNonNull(reply)));
            case JUDGE_REFUSED -> ended(afterRefused((Refused) Objects.requireNonNull(reply)));
            case ENDED -> throw new AssertionError("left the loop");
          };
    }
    return Objects.requireNonNull(result);
  }

  private State ended(Cancellation cancellation) {
    result = cancellation;
    return State.ENDED;
  }

  private State look() {
    CancelState known = memory.state();
    boolean accepted = known.phase() == Phase.ACCEPTED && known.ownRow() == null;
    if (known.sent() != null && (known.phase() == Phase.IN_DOUBT || accepted)) {
      openFor(Money.of(known.sent().pinned(), known.sent().currency()));
    }
    Look now = start.look();
    Cancellation ended = start.endedBy(now.payment());
    if (ended != null) {
      return ended(ended);
    }
    CancelOrder next = start.order(now, deadline.nanoTime());
    look = now;
    order = next;
    notes = new CancelNotes(steps, memory, deadline);
    openFor(next.balance());
    return State.SEND;
  }

  private void openFor(Money balance) {
    Money amount = request.amount().orElse(balance);
    claims.open(request.paymentId(), amount, request.idempotencyKey());
    opened = true;
  }

  /** Whether the refund counts as open because of this call. */
  boolean hasOpened() {
    return opened;
  }

  // --- a sending

  private State send() {
    notes.sending();
    try {
      reply = steps.execute(Objects.requireNonNull(order), deadline);
    } catch (OutcomeUnknownException doubt) {
      loss = doubt;
      return State.LOOK_AFTER_LOSS;
    } catch (PaymentException notExecuted) {
      notes.takeBack();
      throw CancelDoubt.kept(request, notExecuted);
    }
    return reply instanceof Accepted ? State.JUDGE_ACCEPTED : State.JUDGE_REFUSED;
  }

  /** Sends it again after a server error that a lookup doesn't explain; a lost one isn't. */
  private State lookAfterLoss(OutcomeUnknownException doubt) {
    PaymentException answer = Outcomes.serverErrorIn(doubt);
    notes.doubted(doubt, answer != null, answer instanceof GatewayException words ? words : null);
    notes.workMayGoOn();
    Cancellation proved = provedNow(doubt);
    if (proved != null) {
      return ended(proved);
    }
    boolean looked = doubt.getSuppressed().length == 0;
    if (answer != null && looked && steps.pause(notes.sendings(), deadline)) {
      return State.SEND;
    }
    throw CancelDoubt.unknown(request, doubt, null);
  }

  /** What a lookup after a doubt proves; null if nothing. */
  private @Nullable Cancellation provedNow(PaymentException doubt) {
    Payment now = lookup.nowOrNull(doubt);
    if (now == null) {
      return null;
    }
    Cancellation shown = outcome.shown(evidence.inLookup(now, memory.state()), now, false);
    return shown == null && evidence.isGoalReached(now) ? outcome.already(now) : shown;
  }

  // --- after an answer

  private Cancellation afterAccepted(Accepted accepted) {
    Payment payment = accepted.payment();
    if (!payment.paymentId().equals(request.paymentId())) {
      return afterAnothers(accepted);
    }
    CancelOrder sent = Objects.requireNonNull(order);
    Look before = Objects.requireNonNull(look);
    List<String> rows = CancelRows.keys(sent.known());
    boolean ofThisCall = accepted.repeated() || notes.sendings() > 1;
    boolean ofEarlierCall = accepted.replay() && !ofThisCall;
    Finding finding =
        ofEarlierCall
            ? evidence.inLookup(payment, notes.unsent())
            : evidence.inAnswer(payment, rows, sent.balance());
    if (accepted.replay() && finding.standing() == Standing.NOT_SHOWN) {
      finding = ofFirst(payment);
    }
    if (accepted.replay()) {
      return afterReplay(accepted, finding, ofThisCall);
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
      // An old answer, not marked as one.
      if (notes.unsent().phase() == Phase.IN_DOUBT) {
        return afterReplay(accepted, ofFirst(payment), ofThisCall);
      }
      if (evidence.keyMayBeOld()) {
        return unreadable();
      }
    }
    if (evidence.isGoalReached(payment)) {
      return outcome.all(payment);
    }
    boolean later = before.refundsLater() && !sent.balance().isZero();
    return later || evidence.isGoalPending(payment, sent.balance())
        ? outcome.accepted(payment)
        : unreadable();
  }

  /** What an old answer proves that may be the one to the first sending, in an earlier call. */
  private Finding ofFirst(Payment payment) {
    CancelState unsent = notes.unsent();
    return unsent.phase() == Phase.IN_DOUBT
        ? evidence.inAnswer(payment, unsent.rowsBefore(), Objects.requireNonNull(order).balance())
        : new Finding(Standing.NOT_SHOWN, null);
  }

  /** The gateway has a record of this key, made for another payment; or the answer went astray. */
  private Cancellation afterAnothers(Accepted accepted) {
    PaymentId other = accepted.payment().paymentId();
    boolean ofKey =
        evidence.keyMayBeOld()
            && notes.unsent().phase() != Phase.IN_DOUBT
            && notes.sendings() == 1
            && !accepted.repeated();
    if (!ofKey) {
      return unreadable();
    }
    GatewayException ofAnother = errors.keyOfAnotherPayment(other);
    Cancellation proved = provedNow(ofAnother);
    if (proved != null) {
      return proved;
    }
    if (ofAnother.getSuppressed().length > 0) {
      return unreadable(); // nobody could be asked whether it was done all the same
    }
    notes.takeBack();
    throw ofAnother;
  }

  /** An old answer says that the cancel was accepted; the payment, what became of it. */
  private Cancellation afterReplay(Accepted accepted, Finding then, boolean ofThisCall) {
    if (then.row() != null) {
      memory.note(memory.state().proved(Phase.IN_DOUBT, then.row().key()));
    }
    Payment known = ofThisCall ? accepted.payment() : Objects.requireNonNull(look).payment();
    Payment now = lookup.nowOr(known);
    Finding finding = evidence.inLookup(now, memory.state());
    Finding newest = finding.row() != null ? finding : then;
    Cancellation shown = outcome.shown(newest, now, !ofThisCall);
    if (shown != null) {
      return shown;
    }
    if (evidence.isGoalReached(now)) {
      return ofThisCall ? outcome.all(now) : outcome.already(now);
    }
    boolean ofItsOwn = ofThisCall || notes.unsent().phase() == Phase.IN_DOUBT;
    if (ofItsOwn && evidence.isGoalPending(now, Objects.requireNonNull(order).balance())) {
      return outcome.accepted(now);
    }
    if (!ofItsOwn
        && newest.standing() == Standing.NOT_SHOWN
        && !evidence.mayBeShown(accepted.payment(), notes.unsent())) {
      notes.takeBack();
      throw errors.keyOfAnotherRefund();
    }
    return unreadable();
  }

  private Cancellation afterRefused(Refused refused) {
    notes.takeBack();
    GatewayException refusal = refused.refusal();
    RefusalClass proves = steps.classify(refusal);
    if (refusal.httpStatus().orElse(0) == 429) {
      throw CancelDoubt.kept(request, refusal);
    }
    // A definite refusal alone is no work: what may still be worked on was sent before it.
    boolean mayBeWorkedOn = refused.inDoubt() || !proves.isDefinite();
    boolean inDoubt = mayBeWorkedOn || memory.state().phase() == Phase.IN_DOUBT;
    if (inDoubt) {
      notes.doubted(refusal, true, refusal);
    }
    if (mayBeWorkedOn) {
      notes.workMayGoOn();
    }
    Payment now = lookup.nowOrNull(refusal);
    if (now != null) {
      Finding finding = evidence.inLookup(now, memory.state());
      Cancellation shown = outcome.shown(finding, now, !refused.inDoubt());
      if (shown != null) {
        return shown;
      }
      if (evidence.isGoalReached(now)) {
        return outcome.already(now);
      }
      if (finding.standing() == Standing.UNCLEAR) {
        throw CancelDoubt.unknown(request, refusal, null);
      }
    }
    boolean byBank = memory.state().bankDoubt(); // it may have paid without the gateway's knowing
    if (inDoubt && proves == RefusalClass.FINAL && refused.replay() && !byBank) {
      memory.note(memory.state().notExecuted());
      throw refusal;
    }
    throw CancelDoubt.kept(request, refusal);
  }

  /** What was accepted can't be found in the answer. */
  private Cancellation unreadable() {
    OutcomeUnknownException doubt =
        Errors.make()
            .outcomeUnknown(
                "the answer to the cancel of " + request.paymentId() + " doesn't show it",
                ErrorDetails.builder(steps.terms().gateway()).build(),
                null,
                request);
    notes.doubted(doubt, true, null);
    notes.workMayGoOn();
    Cancellation proved = provedNow(doubt);
    if (proved == null) {
      throw CancelDoubt.unknown(request, doubt, null);
    }
    return proved;
  }

  /** Whether an account nobody had paid into is closed; which word it gets isn't documented. */
  private boolean isAccountClosed(Payment before, Accepted accepted) {
    Payment now = accepted.payment();
    return request.amount().isEmpty()
        && lookup.isAwaited(before)
        && lookup.isClosed(now, accepted.revoked())
        && evidence.isNothingUnderWay(now);
  }
}
