package kr.pgsdk.sandbox.history;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.Switch;

/**
 * Holds what the SDK said of a request against what that very request did at the gateway. It takes
 * nothing for proof that the flows take for proof: no balance, no amount, no answer.
 */
final class Oracle {
  private final Facts facts;
  private final RefundOracle refunds;
  private final ConfirmOracle confirms;

  private Oracle(Facts facts) {
    this.facts = facts;
    this.refunds = new RefundOracle(facts);
    this.confirms = new ConfirmOracle(facts);
  }

  static Oracle of(HistoryRun run) {
    return new Oracle(Facts.of(run));
  }

  /** Throws an {@link AssertionError} with the first thing that isn't true. */
  void check() {
    List<Violation> found = violations();
    if (!found.isEmpty()) {
      throw new AssertionError(found.get(0).toString());
    }
  }

  /** Everything that isn't true. */
  List<Violation> violations() {
    for (PaymentTimeline truth : facts.truths) {
      if (truth.captures().size() > 1) {
        facts.found.add(new Violation("captured more than once", truth.entries.toString()));
      }
      if (truth.isOverdrawn()) {
        facts.found.add(new Violation("more refunded than captured", truth.entries.toString()));
      }
    }
    facts.refunds.forEach(refunds::checkExecution);
    facts.calls.forEach(this::check);
    facts.refunds.forEach(refunds::checkSettled);
    return facts.found;
  }

  private void check(Call call) {
    if (call.asked instanceof Asked.Cancel cancel) {
      refunds.check(call, cancel.refund());
    } else if (call.asked instanceof Asked.Confirm confirm) {
      confirms.check(call, confirm.request());
    } else if (call.said instanceof Optional<?> found) {
      found.ifPresent(payment -> checkFound(call, (Payment) payment));
      boolean hidden =
          facts.isIamport()
              && facts.paid(call).checkout() == Checkout.TEST_CHANNEL
              && !facts.plan.acceptsTests();
      facts.require(
          found.isPresent() || hidden || !call.settling,
          call,
          "find: an existing payment is not found");
    }
    if (call.said instanceof OutcomeUnknownException unknown) {
      facts.require(
          unknown.lookup() != null
              && unknown.lookup().paymentId().filter(facts.paid(call).id()::equals).isPresent(),
          call,
          "doubt: names another lookup");
    }
    boolean fits = !(call.said instanceof Cancellation) || call.asked instanceof Asked.Cancel;
    boolean confirmed = !(call.said instanceof Confirmation) || call.asked instanceof Asked.Confirm;
    facts.require(fits && confirmed, call, "another verb's outcome");
  }

  private void checkFound(Call call, Payment payment) {
    HistoryRun.Paid paid = facts.paid(call);
    facts.require(payment.paymentId().equals(paid.id()), call, "find: another payment");
    facts.require(payment.orderId().equals(paid.order()), call, "find: another order");
    boolean odd =
        call.faults.stream().anyMatch(PlannedFault::contradicts)
            || payment.status().known() == Known.UNKNOWN;
    facts.require(
        odd || facts.ever(call, s -> s.mayShow(payment.balance())),
        call,
        "find: never had this balance");
    facts.require(
        odd || facts.ever(call, s -> s.mayBeCancelled(payment.cancelled())),
        call,
        "find: never was so much cancelled");
    if (payment.status().known() == Known.PAID) {
      facts.require(
          facts.everShownPaid(call, facts.earliest(call)), call, "find: PAID, and it never was");
    }
    boolean early = facts.isOn(Switch.IAMPORT_REVOKED_STAYS_READY);
    if (payment.status().known() == Known.CANCELLED) {
      facts.require(
          odd
              || early
              || facts.ever(
                  call,
                  s ->
                      s.closed()
                          || !s.balance().equals(paid.price())
                          || !s.underWay().isZero()
                          || s.isBounced()),
          call,
          "find: CANCELLED, and nothing was");
    }
  }
}
