package kr.pgsdk.sandbox.history;

import java.time.Instant;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.Switch;

/** How a refund ends once the faults have stopped; docs/histories.md lists what can't end. */
final class RefundEnds {
  private final Facts facts;

  RefundEnds(Facts facts) {
    this.facts = facts;
  }

  void check(Refund refund, Call last) {
    if (last.said instanceof OutcomeUnknownException) {
      facts.require(
          mayStayInDoubt(refund), last, "refund: still in doubt after the faults have stopped");
    } else if (last.said instanceof Cancellation.Pending) {
      boolean nobodySays = facts.isOn(Switch.IAMPORT_REFUNDS_LATER);
      facts.require(nobodySays, last, "refund: pending for ever");
    }
  }

  /** Whether this is one of the cases in which nobody could tell. */
  private boolean mayStayInDoubt(Refund refund) {
    boolean executed = !facts.moved(refund).isEmpty();
    if (wasSentOnUntrueLooks(refund)) {
      return true;
    }
    return switch (facts.plan.gateway()) {
      case IAMPORT -> mayStayInDoubtAtIamport(refund, executed);
      case TOSS -> mayStayInDoubtAtToss(refund, executed);
      case PORTONE -> mayStayInDoubtAtPortOne(refund, executed);
    };
  }

  /** A key's age is told by the time of day; where that was set back, the key looks young still. */
  private boolean mayStayInDoubtAtPortOne(Refund refund, boolean executed) {
    boolean clockWasSet =
        facts.plan.steps().stream().anyMatch(step -> step.what() instanceof Step.Jump);
    PaymentTimeline truth = facts.truth(refund);
    // A part of an account that was closed before a deposit: it has no balance to be explained.
    boolean closed = truth.captures().isEmpty() && truth.last().closed();
    return (!executed && (clockWasSet || closed || isOneOfAll(refund)))
        || isBouncedAmongOthers(refund);
  }

  /** Whether another refund, of all, took just this part's amount; it carries no reference. */
  private boolean isOneOfAll(Refund refund) {
    return facts.truth(refund).records.stream()
        .filter(row -> row.amount().equals(refund.amount))
        .anyMatch(
            row ->
                facts.refunds.stream()
                    .anyMatch(
                        other ->
                            other != refund
                                && other.amount == null
                                && other.sent(row.cause().requestId())));
  }

  private boolean isBouncedAmongOthers(Refund refund) {
    return facts.truth(refund).last().isBounced()
        && facts.payments.get(refund.payment).checkout() == Checkout.ACCOUNT;
  }

  /** Whether every lookup before its first sending that was answered contradicted the truth. */
  private static boolean wasSentOnUntrueLooks(Refund refund) {
    return refund.calls.stream()
        .filter(call -> call.requests.stream().anyMatch(Sent::isMoney))
        .findFirst()
        .map(call -> call.requests.stream().takeWhile(sent -> !sent.isMoney()).toList())
        .map(looks -> looks.stream().filter(look -> look.answered || look.isUntrue()).toList())
        .filter(looks -> !looks.isEmpty() && looks.stream().allMatch(Sent::isUntrue))
        .isPresent();
  }

  private boolean mayStayInDoubtAtToss(Refund refund, boolean executed) {
    boolean refusedUncertainly = facts.plan.payments().get(refund.payment).refusesRefunds();
    return (refusedUncertainly && !executed) || isBouncedAmongOthers(refund);
  }

  private boolean mayStayInDoubtAtIamport(Refund refund, boolean executed) {
    boolean part = refund.amount != null;
    boolean refusalLooksLikeAnError = facts.isOn(Switch.IAMPORT_PG_REFUSAL_IS_500) && !executed;
    // A refusal after a loss proves nothing where PortOne may not know yet what the company did.
    boolean refusedForGood =
        facts.plan.payments().get(refund.payment).refusesRefunds() && facts.rows(refund).isEmpty();
    boolean refundsLater = facts.isOn(Switch.IAMPORT_REFUNDS_LATER);
    boolean noReferences = facts.hidesReasons();
    // An unexecuted part's checksum no longer matches, and a refusal ends no doubt at Iamport.
    boolean othersRefunded = hasOthersSince(refund);
    // Sent for a payment that a lookup showed as not yet paid, and that was paid by then.
    boolean sentAtZero = refund.given == null || refund.given.isZero();
    boolean paidMeanwhile = !part && !executed && sentAtZero;
    return refusalLooksLikeAnError
        || paidMeanwhile
        || refusedForGood
        || refundsLater
        || facts.isTakenByATwin(refund)
        || facts.hasTwinInDoubt(refund)
        || (othersRefunded && (part ? !executed || noReferences : !executed));
  }

  private boolean hasOthersSince(Refund refund) {
    Instant since = facts.earliest(refund.calls.get(0)); // its look may have been behind
    boolean named = refund.given != null;
    return facts.truth(refund).records.stream()
        .anyMatch(
            row ->
                !refund.sent(row.cause().requestId())
                    && (named || !row.changes().get(0).at().isBefore(since)));
  }
}
