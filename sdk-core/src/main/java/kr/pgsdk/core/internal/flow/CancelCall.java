package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.Deadline;
import kr.pgsdk.core.internal.Sender;
import kr.pgsdk.core.internal.flow.CancelEvidence.Finding;
import kr.pgsdk.core.internal.flow.CancelEvidence.Standing;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.flow.CancelSteps.Refused;
import kr.pgsdk.core.internal.flow.CancelSteps.Reply;
import kr.pgsdk.core.internal.memory.CancelMemory;
import kr.pgsdk.core.internal.memory.CancelState;
import kr.pgsdk.core.internal.memory.CancelState.Phase;
import kr.pgsdk.core.internal.memory.CancelState.Sent;
import kr.pgsdk.core.internal.memory.CancelState.Words;
import org.jspecify.annotations.Nullable;

/**
 * One call with a cancel request: a lookup, then a sending unless the lookup ends it, then a lookup
 * wherever the answer alone proves nothing. What a payment proves is {@link CancelEvidence}'s to
 * say; what follows from it is decided here.
 */
final class CancelCall {
  private final CancelSteps steps;
  private final CancelLookup lookup;
  private final CancelEvidence evidence;
  private final ClaimedRows claims;
  private final CancelRequest request;
  private final CancelMemory memory;
  private final Deadline deadline;

  /** Whether nobody had paid, as far as the lookup before shows: then nothing may go back. */
  private boolean neverPaid;

  CancelCall(
      CancelSteps steps,
      ClaimedRows claims,
      CancelRequest request,
      CancelMemory memory,
      Deadline deadline) {
    this.steps = steps;
    this.lookup = new CancelLookup(steps, request, deadline);
    this.evidence = new CancelEvidence(request, steps, claims);
    this.claims = claims;
    this.request = request;
    this.memory = memory;
    this.deadline = deadline;
  }

  /** Runs the call; its turn has been taken. */
  Cancellation run() {
    Look look = lookup.before();
    if (memory.state().sent() == null && look.payment().status().known() == Known.UNKNOWN) {
      look = lookup.before(); // it may have come from a machine that is behind
    }
    Payment known = look.payment();
    neverPaid = lookup.isAwaited(known) || known.balance().isZero();
    lookup.requireExpected(known);
    Cancellation ended = endedBefore(known);
    if (ended != null) {
      return ended;
    }
    Money balance = memory.state().phase() == Phase.IN_DOUBT ? goOn(look) : begin(known);
    CancelState state = memory.state();
    CancelOrder order =
        new CancelOrder(
            request,
            CancelOrder.key(request, state.keyNumber()),
            evidence.reason(),
            balance,
            known);
    List<String> before = CancelRows.keys(known);
    CancelState unsent = memory.state();
    Long workBefore = memory.workOverAt();
    claims.open(request.paymentId(), request.amount().orElse(balance), request.idempotencyKey());
    for (int sending = 1; ; sending++) {
      Reply reply;
      memory.note(memory.state().in(Phase.IN_DOUBT));
      workMayGoOn();
      try {
        reply = steps.execute(order, deadline);
      } catch (OutcomeUnknownException doubt) {
        PaymentException answer = Sender.serverErrorIn(doubt);
        boolean answered = answer != null;
        note(doubt, answered, answer instanceof GatewayException words ? words : null, true);
        Cancellation proved = afterDoubt(doubt);
        boolean looked = doubt.getSuppressed().length == 0;
        if (proved == null && answered && looked && steps.pause(sending, deadline)) {
          continue;
        }
        return provedOr(proved, doubt);
      } catch (PaymentException notExecuted) {
        if (sending == 1) {
          takeBack(unsent, workBefore);
        }
        throw CancelDoubt.kept(request, notExecuted);
      }
      if (reply instanceof Accepted accepted) {
        return afterAccepted(accepted, sending > 1, look, before, balance, unsent);
      }
      if (sending == 1) {
        takeBack(unsent, workBefore);
      }
      return afterRefused((Refused) reply);
    }
  }

  /** Forgets a sending that surely did nothing. */
  private void takeBack(CancelState unsent, @Nullable Long workBefore) {
    memory.note(unsent);
    memory.workIsOverAt(workBefore);
  }

  // --- before anything is sent

  /** What the lookup before proves; null if the cancel is to be sent. */
  private @Nullable Cancellation endedBefore(Payment known) {
    CancelState state = memory.state();
    Finding finding = evidence.inLookup(known, state);
    if (finding.standing() == Standing.UNCLEAR && state.phase() != Phase.DONE) {
      throw CancelDoubt.unknown(request, moreThanOne(), null);
    }
    Cancellation shown = shown(finding, known, true);
    if (shown != null) {
      return shown;
    }
    if (state.phase() == Phase.GIVEN_UP) {
      throw givenUp();
    }
    if (state.phase() == Phase.DONE || evidence.isGoalReached(known)) {
      memory.note(state.in(Phase.DONE));
      return new AlreadyCancelled(known);
    }
    return state.phase() == Phase.ACCEPTED ? new Pending(known, null) : null;
  }

  /** The balance and the cancels of a refund that nothing in doubt was sent for. */
  private Money begin(Payment known) {
    memory.note(memory.state().sent(null)); // what a refused sending went out with is obsolete
    Money balance = known.balance();
    Money given = request.expectedBalance().orElse(balance);
    if (!given.equals(balance)) {
      lookup.requireExplained(known, given, evidence);
    } else {
      lookup.requireCovered(known);
    }
    Sent sent =
        new Sent(
            given.amount(),
            balance.amount(),
            given.currency(),
            CancelRows.keys(known),
            CancelRows.pendingKeys(known),
            evidence.reference());
    memory.note(memory.state().sent(sent));
    return given;
  }

  /** The balance of a refund in doubt that may be sent again; else it ends, or stays in doubt. */
  private Money goOn(Look look) {
    CancelState state = memory.state();
    Payment known = look.payment();
    Duration left = memory.workLeft(deadline.nanoTime(), CancelSteps.LONGEST_WORK);
    Sent sent = Objects.requireNonNull(state.sent(), "a doubt is about something that was sent");
    boolean unchanged = sent.seen().compareTo(known.balance().amount()) == 0;
    if (left.isZero() && !look.refundsLater() && evidence.isNotExecuted(known, state)) {
      if (!unchanged || state.keyAnswered()) {
        memory.note(state.notExecuted());
        throw notExecuted(state);
      }
    } else if (!steps.knowsKeys()) {
      boolean again =
          left.isZero() && unchanged && !look.refundsLater() && !evidence.mayBeShown(known, state);
      if (!again) {
        throw CancelDoubt.unknown(request, notSentAgain(look), left.isZero() ? null : left);
      }
    }
    return Money.of(sent.pinned(), sent.currency());
  }

  // --- after a sending

  private Cancellation afterAccepted(
      Accepted accepted,
      boolean sentBefore,
      Look look,
      List<String> before,
      Money balance,
      CancelState unsent) {
    Payment payment = accepted.payment();
    boolean ofThisCall = accepted.repeated() || sentBefore;
    if (!payment.paymentId().equals(request.paymentId())) {
      return unreadable();
    }
    boolean ofEarlierCall = accepted.replay() && !ofThisCall;
    Finding finding =
        ofEarlierCall
            ? evidence.inLookup(payment, unsent)
            : evidence.inAnswer(payment, before, balance);
    if (ofEarlierCall
        && finding.standing() == Standing.NOT_SHOWN
        && unsent.phase() == Phase.IN_DOUBT) {
      finding = evidence.inAnswer(payment, unsent.rowsBefore(), balance);
    }
    if (accepted.replay()) {
      return afterReplay(accepted, finding, ofThisCall, unsent, balance);
    }
    if (look.refundsLater() && !evidence.isMarked(finding)) {
      finding = new Finding(Standing.NOT_SHOWN, null);
    }
    Cancellation shown = shown(finding, payment, false);
    if (shown != null) {
      return shown;
    }
    if (isAccountClosed(look.payment(), payment) || evidence.isGoalReached(payment)) {
      memory.note(memory.state().in(Phase.DONE));
      return new Cancelled(payment, null);
    }
    boolean later = look.refundsLater() && !balance.isZero();
    if (later || evidence.isGoalPending(payment, balance)) {
      memory.note(memory.state().in(Phase.ACCEPTED));
      return new Pending(payment, null);
    }
    return unreadable();
  }

  /** An old answer says that the cancel was accepted; the payment, what became of it. */
  private Cancellation afterReplay(
      Accepted accepted, Finding then, boolean ofThisCall, CancelState unsent, Money balance) {
    if (then.row() != null) {
      memory.note(memory.state().proved(Phase.IN_DOUBT, then.row().key()));
    }
    Payment now = lookup.nowOr(accepted.payment());
    Finding finding = evidence.inLookup(now, memory.state());
    Finding newest = finding.row() != null ? finding : then;
    Cancellation shown = shown(newest, now, !ofThisCall);
    if (shown != null) {
      return shown;
    }
    if (evidence.isGoalReached(now)) {
      memory.note(memory.state().in(Phase.DONE));
      return ofThisCall ? new Cancelled(now, null) : new AlreadyCancelled(now);
    }
    if (evidence.isGoalPending(now, balance)) {
      memory.note(memory.state().in(Phase.ACCEPTED));
      return new Pending(now, null);
    }
    if (!ofThisCall
        && unsent.phase() != Phase.IN_DOUBT
        && newest.standing() == Standing.NOT_SHOWN
        && !evidence.mayBeShown(accepted.payment(), unsent)) {
      memory.note(unsent);
      throw new GatewayException(
          "nothing was cancelled: the idempotency key was used for another refund of "
              + request.paymentId()
              + ". Give each refund a key of its own",
          ErrorDetails.builder(steps.terms().gateway()).build());
    }
    return unreadable();
  }

  private Cancellation afterRefused(Refused refused) {
    GatewayException refusal = refused.refusal();
    RefusalClass proves = steps.classify(refusal);
    if (refusal.httpStatus().orElse(0) == 429) {
      throw CancelDoubt.kept(request, refusal);
    }
    boolean inDoubt = refused.inDoubt() || memory.state().phase() == Phase.IN_DOUBT;
    if (inDoubt || !proves.isDefinite()) {
      // A definite refusal alone is no work: what may still be worked on was sent before it.
      note(refusal, true, refusal, refused.inDoubt() || !proves.isDefinite());
    }
    Payment now = lookup.nowOrNull(refusal);
    if (now != null) {
      Finding finding = evidence.inLookup(now, memory.state());
      Cancellation shown = shown(finding, now, !refused.inDoubt());
      if (shown != null) {
        return shown;
      }
      if (evidence.isGoalReached(now)) {
        memory.note(memory.state().in(Phase.DONE));
        return new AlreadyCancelled(now);
      }
      if (finding.standing() == Standing.UNCLEAR) {
        throw CancelDoubt.unknown(request, refusal, null);
      }
    }
    if (inDoubt && proves == RefusalClass.FINAL && refused.replay()) {
      memory.note(memory.state().notExecuted());
      throw refusal;
    }
    throw CancelDoubt.kept(request, refusal);
  }

  /** What a lookup after a doubt proves; null if nothing. */
  private @Nullable Cancellation afterDoubt(PaymentException doubt) {
    Payment now = lookup.nowOrNull(doubt);
    if (now == null) {
      return null;
    }
    Cancellation shown = shown(evidence.inLookup(now, memory.state()), now, false);
    if (shown == null && evidence.isGoalReached(now)) {
      memory.note(memory.state().in(Phase.DONE));
      return new AlreadyCancelled(now);
    }
    return shown;
  }

  /** What was accepted can't be found in the answer. */
  private Cancellation unreadable() {
    OutcomeUnknownException doubt =
        new OutcomeUnknownException(
            "the answer to the cancel of " + request.paymentId() + " doesn't show it",
            ErrorDetails.builder(steps.terms().gateway()).build(),
            null,
            request);
    note(doubt, false, null, true);
    return provedOr(afterDoubt(doubt), doubt);
  }

  // --- what is said

  /** What the refund's own cancel says; null if it isn't shown, or not clearly. */
  private @Nullable Cancellation shown(Finding finding, Payment payment, boolean before) {
    CancelState state = memory.state();
    String row = finding.row() == null ? null : finding.row().key();
    if (row != null) {
      claims.claim(request.paymentId(), row, request.idempotencyKey());
    }
    switch (finding.standing()) {
      case DONE -> {
        memory.note(state.proved(Phase.DONE, row));
        return before
            ? new AlreadyCancelled(payment)
            : new Cancelled(payment, neverPaid ? null : finding.amount());
      }
      case PENDING -> {
        memory.note(state.proved(Phase.ACCEPTED, row));
        return new Pending(payment, finding.amount());
      }
      case GIVEN_UP -> {
        memory.note(state.proved(Phase.GIVEN_UP, row));
        throw givenUp();
      }
      case NOT_SHOWN, UNCLEAR -> {
        return null;
      }
    }
    throw new AssertionError(finding.standing());
  }

  private Cancellation provedOr(@Nullable Cancellation proved, PaymentException doubt) {
    if (proved == null) {
      throw CancelDoubt.unknown(request, doubt, null);
    }
    return proved;
  }

  private void note(
      PaymentException doubt,
      boolean answered,
      @Nullable GatewayException answer,
      boolean mayBeWorkedOn) {
    boolean byBank = answer != null && steps.classify(answer) == RefusalClass.UNCERTAIN_AT_THE_BANK;
    String code = doubt.gatewayCode().orElse(null);
    Words words = code == null ? null : new Words(code, doubt.gatewayMessage().orElse(null));
    memory.note(memory.state().doubted(answered, byBank, words));
    if (mayBeWorkedOn) {
      workMayGoOn();
    }
  }

  /** What is sent in this call may be worked on for that long. */
  private void workMayGoOn() {
    Duration untilOver = deadline.forMoney().left().plus(CancelSteps.LONGEST_WORK);
    memory.workIsOverAt(deadline.nanoTime() + untilOver.toNanos());
  }

  /** Whether an account nobody had paid into is closed; which word it gets isn't documented. */
  private boolean isAccountClosed(Payment before, Payment now) {
    return request.amount().isEmpty() && lookup.isAwaited(before) && lookup.isClosed(now);
  }

  private GatewayException givenUp() {
    return new GatewayException(
        "the cancel of "
            + request.paymentId()
            + " was accepted and then given up: it was not paid out, or its transfer to the refund"
            + " account failed. Look at the payment's refundStatus; this request won't be sent"
            + " again",
        ErrorDetails.builder(steps.terms().gateway()).build());
  }

  private GatewayException notExecuted(CancelState state) {
    String code = state.words() == null ? null : state.words().code();
    return new GatewayException(
        "the cancel of "
            + request.paymentId()
            + " was not executed, as a lookup proves now"
            + (code == null ? "" : " (the gateway's last code: " + code + ")")
            + ". It may be handed in again",
        ErrorDetails.builder(steps.terms().gateway())
            .gatewayCode(code)
            .gatewayMessage(state.words() == null ? null : state.words().message())
            .retryable(true)
            .build());
  }

  private PaymentException moreThanOne() {
    return new GatewayException(
        "payment " + request.paymentId() + " shows more than one cancel that could be this one",
        ErrorDetails.builder(steps.terms().gateway()).build());
  }

  private PaymentException notSentAgain(Look look) {
    return new GatewayException(
        "cancel of "
            + request.paymentId()
            + " was not sent again: "
            + (look.refundsLater()
                ? "the payment company refunds later and shows nothing until then"
                : "the gateway knows no keys, and the first may still be worked on"),
        ErrorDetails.builder(steps.terms().gateway()).build());
  }
}
