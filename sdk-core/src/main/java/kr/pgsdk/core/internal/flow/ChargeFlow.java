package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.flow.OrderTurns.Turn;
import kr.pgsdk.core.internal.time.Deadline;

/**
 * Charges billing keys, at every gateway: looks the order up, charges if nothing stands there, and
 * looks again wherever the response doesn't say for certain what came of it. Thread-safe.
 */
final class ChargeFlow {
  private final ChargeSteps steps;
  private final PaymentJudge judge;
  private final OpenCharges open;

  /**
   * Makes the flow of a gateway.
   *
   * @param rules what may count as paid, as in a confirm
   * @param open shared by all gateway objects of one merchant's that came from each other
   */
  ChargeFlow(ChargeSteps steps, ConfirmSteps rules, OpenCharges open) {
    this.steps = steps;
    this.judge = new PaymentJudge(rules);
    this.open = open;
  }

  /** Charges, as {@link kr.pgsdk.core.BillingGateway#charge} says. */
  Confirmation charge(ChargeRequest request, Deadline deadline) {
    String key = steps.key(request);
    Turn turn = takeTurn(request.orderId(), deadline);
    try {
      return new ChargeCall(steps, judge, open, request, key, deadline).run();
    } finally {
      turn.end();
    }
  }

  private Turn takeTurn(OrderId order, Deadline deadline) {
    String why = "its deadline passed";
    try {
      Turn turn = open.turns.take(order, deadline);
      if (turn != null) {
        return turn;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why = "its thread was interrupted";
    }
    throw new ChargeErrors(order, steps.terms()).noTurn(why, open.inDoubt(order) != null);
  }
}
