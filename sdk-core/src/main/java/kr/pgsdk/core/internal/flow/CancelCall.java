package kr.pgsdk.core.internal.flow;

import java.util.Objects;
import java.util.function.Supplier;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.flow.CancelSteps.Refused;
import kr.pgsdk.core.internal.flow.CancelSteps.Reply;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One call with a cancel request: a lookup, then a sending unless the lookup ends it, then a lookup
 * wherever the response alone proves nothing. What a payment proves is {@link CancelEvidence}'s to
 * say; what follows from a reply is {@link CancelReplies}'s.
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
  private final CancelStart start;
  private final ClaimedRows claims;
  private final CancelRequest request;
  private final CancelMemory memory;
  private final Deadline deadline;

  private final CancelReplies replies;
  private final CancelErrors errors;

  private @Nullable CancelSent sent;
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
    this.errors = new CancelErrors(request, steps.terms());
    CancelLookup lookup = new CancelLookup(steps, errors, request, deadline);
    CancelEvidence evidence = new CancelEvidence(request, steps, claims);
    CancelOutcome outcome = new CancelOutcome(request, memory, claims, errors);
    this.steps = steps;
    this.start = new CancelStart(steps, lookup, evidence, errors, outcome, request);
    this.replies = new CancelReplies(steps, lookup, evidence, errors, outcome, request);
    this.claims = claims;
    this.request = request;
    this.memory = memory;
    this.deadline = deadline;
  }

  /** Runs the call; its turn has been taken. */
  Cancellation run() {
    State state = State.LOOK;
    while (state != State.ENDED) {
      state =
          switch (state) {
            case LOOK -> judged(this::look);
            case SEND -> send();
            case LOOK_AFTER_LOSS ->
                judged(() -> ended(lookAfterLoss(Objects.requireNonNull(loss))));
            case JUDGE_ACCEPTED ->
                judged(() -> ended(replies.afterAccepted(sent(), (Accepted) reply())));
            case JUDGE_REFUSED ->
                judged(() -> ended(replies.afterRefused(sent(), (Refused) reply())));
            case ENDED -> throw new AssertionError("left the loop");
          };
    }
    return Objects.requireNonNull(result);
  }

  /**
   * A wrong input, or odd amounts of the payment, doesn't end a doubt: what was sent earlier may
   * still have moved money.
   */
  private State judged(Supplier<State> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      throw memory.state().nothingMoved() ? e : errors.unknown(errors.wrongInput(e));
    }
  }

  private State ended(Cancellation cancellation) {
    result = cancellation;
    return State.ENDED;
  }

  private State look() {
    CancelState known = memory.state();
    boolean accepted = known.phase() == Phase.ACCEPTED && known.ownRow() == null;
    if (known.sent() != null && (known.isInDoubt() || accepted)) {
      openFor(Money.of(known.sent().balanceSent(), known.sent().currency()));
    }
    Look now = start.look();
    Cancellation ended = start.endedBy(now.payment());
    if (ended != null) {
      return ended(ended);
    }
    CancelToSend order = start.order(now, deadline);
    sent = new CancelSent(now, order, steps, memory, deadline);
    openFor(order.balance());
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

  private State send() {
    sent().sending();
    storeIntent();
    try {
      reply = sent().send();
    } catch (OutcomeUnknownException doubt) {
      loss = doubt;
      return State.LOOK_AFTER_LOSS;
    } catch (PaymentException notExecuted) {
      sent().takeBack();
      throw errors.kept(notExecuted);
    }
    return reply instanceof Accepted ? State.JUDGE_ACCEPTED : State.JUDGE_REFUSED;
  }

  /**
   * Whatever the caller throws, nothing was sent. Who finds the text after this process has died
   * can't know how the sending was answered: it may have been a server error.
   */
  private void storeIntent() {
    boolean known = memory.mayLackRecord();
    memory.mayLackRecord(true);
    boolean stored = false;
    try {
      memory.beforeSending().accept(request.toText());
      stored = true;
    } finally {
      memory.mayLackRecord(known);
      if (!stored) {
        sent().takeBack();
      }
    }
  }

  /**
   * Looks once, and never sends again in this call: it isn't known whether a gateway keeps a server
   * error under the key, and a lookup may be from before what was executed.
   */
  private Cancellation lookAfterLoss(OutcomeUnknownException doubt) {
    CancelSent cancel = sent();
    PaymentException answer = Outcomes.serverErrorIn(doubt);
    cancel.mayLackRecord(answer != null);
    cancel.doubted(doubt, answer != null, answer instanceof GatewayException words ? words : null);
    cancel.workMayGoOn();
    Cancellation proved = replies.provedNow(doubt);
    if (proved != null) {
      return proved;
    }
    throw errors.unknown(doubt);
  }

  private CancelSent sent() {
    return Objects.requireNonNull(sent, "looked before anything is sent");
  }

  private Reply reply() {
    return Objects.requireNonNull(reply, "sent before anything is judged");
  }
}
