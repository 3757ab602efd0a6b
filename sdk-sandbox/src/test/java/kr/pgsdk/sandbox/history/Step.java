package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.List;

/**
 * One thing that happens in a history.
 *
 * @param actor the thread that does it, when it has done its steps before
 * @param gap how long it waits first
 * @param what the thing
 */
record Step(int actor, Duration gap, What what) {
  /** The things that happen. */
  sealed interface What {}

  /** How a confirm differs from the truth. */
  enum Slip {
    NONE,
    AMOUNT,
    ORDER,
    RETURNED
  }

  /**
   * A node confirms a payment.
   *
   * @param ownKey whether the shop names the idempotency key, one for all it asks of a payment
   * @param sharedKey whether that is one for all payments, by mistake
   * @param looksOnly whether it must capture nothing
   */
  record Confirm(
      int node,
      int payment,
      Slip slip,
      boolean refundMismatch,
      boolean ownKey,
      boolean sharedKey,
      boolean looksOnly,
      List<PlannedFault> faults)
      implements What {}

  /**
   * A node hands in a refund's request.
   *
   * @param stored whether as another process that has read it from the database, if it is in doubt
   */
  record Cancel(int node, int refund, boolean stored, List<PlannedFault> faults) implements What {}

  /** A node looks a payment up. */
  record Find(int node, int payment, boolean byOrder, List<PlannedFault> faults) implements What {}

  /** A node asks for its credential. */
  record Token(int node, List<PlannedFault> faults) implements What {}

  /**
   * An operator gives money back.
   *
   * @param tenths how much of the price
   */
  record Console(int payment, int tenths) implements What {}

  /** The buyer pays into a virtual account. */
  record Deposit(int payment) implements What {}

  /** Refunds that wait are carried out, or fail. */
  record Settle(int payment, boolean fail) implements What {}

  /** Time passes for everybody. */
  record Leap(Duration time) implements What {}

  /** A node's time of day jumps. */
  record Jump(int node, Duration by) implements What {}

  /** A node is closed; whoever needs it next opens it anew. */
  record Close(int node) implements What {}

  /** Another thread is interrupted. */
  record Interrupt(int other) implements What {}

  @Override
  public String toString() {
    return "thread " + actor + " after " + gap.toMillis() + " ms: " + what;
  }
}
