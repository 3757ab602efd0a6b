package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.CancelState.Sent;
import kr.pgsdk.core.internal.flow.CancelEvidence.Finding;
import kr.pgsdk.core.internal.flow.CancelEvidence.Standing;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What the lookup before a cancel decides: that it has ended, or with what it is to be sent. */
final class CancelStart {
  private final CancelSteps steps;
  private final CancelLookup lookup;
  private final CancelEvidence evidence;
  private final CancelErrors errors;
  private final CancelOutcome outcome;
  private final CancelRequest request;
  private final CancelMemory memory;

  CancelStart(
      CancelSteps steps,
      CancelLookup lookup,
      CancelEvidence evidence,
      CancelErrors errors,
      CancelOutcome outcome,
      CancelRequest request) {
    this.steps = steps;
    this.lookup = lookup;
    this.evidence = evidence;
    this.errors = errors;
    this.outcome = outcome;
    this.request = request;
    this.memory = CancelMemory.of(request);
  }

  /** Looks; the payment is the expected one. */
  Look look() {
    Look look = lookup.before();
    if (memory.state().phase() == Phase.NOT_EXECUTED
        && look.payment().status().known() == Known.UNKNOWN) {
      look = lookup.before(); // it may have come from a machine that is behind
    }
    Payment known = look.payment();
    outcome.neverPaid(lookup.isAwaited(known) || known.balance().isZero());
    requireExpected(known);
    return look;
  }

  /**
   * A wrong order or currency now doesn't end a doubt: what was sent earlier may have moved money.
   */
  private void requireExpected(Payment known) {
    try {
      lookup.requireExpected(known);
    } catch (VerificationException e) {
      throw errors.kept(e);
    }
  }

  /** What the lookup before proves; null if the cancel is to be sent. */
  @Nullable Cancellation endedBy(Payment known) {
    CancelState state = memory.state();
    Finding finding = evidence.inLookup(known, state);
    if (finding.standing() == Standing.UNCLEAR && state.phase() != Phase.DONE) {
      throw errors.unknown(errors.moreThanOne());
    }
    Cancellation shown = outcome.shown(finding, known, true);
    if (shown != null) {
      return shown;
    }
    if (state.phase() == Phase.GIVEN_UP) {
      throw errors.givenUp();
    }
    if (state.phase() == Phase.DONE || evidence.goal().isReached(known)) {
      return outcome.already(known);
    }
    return state.phase() == Phase.ACCEPTED ? outcome.accepted(known) : null;
  }

  /**
   * Returns what is to be sent, and notes it.
   *
   * @param deadline of the call, which knows how late it is
   */
  CancelToSend order(Look look, Deadline deadline) {
    Payment known = look.payment();
    Money balance = memory.state().isInDoubt() ? goOn(look, deadline) : begin(known, deadline);
    String key = CancelToSend.key(request, memory.state().keyNumber());
    boolean closes = Objects.requireNonNull(memory.state().sent()).closes();
    return new CancelToSend(request, key, evidence.mark().reason(), balance, known, closes);
  }

  /** The balance and the cancels of a refund that nothing in doubt was sent for. */
  private Money begin(Payment known, Deadline deadline) {
    memory.note(memory.state().sent(null)); // what a refused sending went out with is obsolete
    memory.mayLackRecord(false);
    Money balance = known.balance();
    Money given = request.expectedBalance().orElse(balance);
    if (!given.equals(balance)) {
      lookup.requireExplained(known, given, evidence);
    } else {
      lookup.requireCovered(known);
    }
    // Who expects a balance means an account that was paid into.
    boolean closes =
        steps.closesAccounts()
            && lookup.isAwaited(known)
            && given.isZero()
            && request.amount().isEmpty();
    Sent sent =
        new Sent(
            given.amount(),
            balance.amount(),
            given.currency(),
            CancelRows.keys(known),
            evidence.mark().reference(),
            deadline.time(),
            closes);
    memory.note(memory.state().sent(sent));
    return given;
  }

  /** The balance of a refund in doubt that may be sent again; else it ends, or stays in doubt. */
  private Money goOn(Look look, Deadline deadline) {
    CancelState state = memory.state();
    Payment known = look.payment();
    Duration left = memory.workLeft(deadline.nanoTime(), CancelSteps.LONGEST_WORK);
    Sent sent = Objects.requireNonNull(state.sent(), "a doubt is about something that was sent");
    boolean unchanged = sent.balanceShown().compareTo(known.balance().amount()) == 0;
    boolean keyIsOld = steps.knowsKeys() && isOver(steps.keyLife(), sent, deadline);
    boolean paidInto = evidence.isPaidIntoInstead(known, state);
    boolean settled = left.isZero() && (paidInto || !look.refundsLater());
    if (settled && (paidInto || evidence.isNotExecuted(known, state, keyIsOld))) {
      if (!unchanged || state.keyAnswered() || keyIsOld) {
        memory.note(state.notExecuted(keyIsOld));
        throw errors.notExecuted(state);
      }
    } else if (keyIsOld) {
      throw errors.unknown(errors.keyIsOld());
    } else if (!mayBeSentAgain(look, left)) {
      throw errors.unknown(errors.notSentAgain(look.refundsLater()), left.isZero() ? null : left);
    }
    return Money.of(sent.balanceSent(), sent.currency());
  }

  /**
   * Whether another sending surely executes nothing twice. The gateway may have kept a record of
   * the key, which ends it; where it may not have, a lookup that isn't from before the first
   * sending's work has to show nothing of it, for a balance that stays until a refund is done stops
   * no second one.
   *
   * @param left how long what was sent may still be worked on
   */
  private boolean mayBeSentAgain(Look look, Duration left) {
    CancelState state = memory.state();
    Sent sent = Objects.requireNonNull(state.sent(), "a doubt is about something that was sent");
    if (steps.knowsKeys() && !memory.mayLackRecord()) {
      return true;
    }
    if (!left.isZero() || look.refundsLater()) {
      return false;
    }
    Payment known = look.payment();
    boolean unchanged = sent.balanceShown().compareTo(known.balance().amount()) == 0;
    boolean stoppedByBalance = !unchanged && steps.knowsKeys();
    return stoppedByBalance || (unchanged && !evidence.mayBeShown(known, state));
  }

  private static boolean isOver(Duration life, Sent sent, Deadline deadline) {
    Instant firstAt = sent.firstAt();
    return firstAt != null && !deadline.time().isBefore(firstAt.plus(life));
  }
}
