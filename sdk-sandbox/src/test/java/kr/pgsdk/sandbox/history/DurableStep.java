package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.List;

/**
 * A step of a durable history.
 *
 * @param actor whose it is; each does its own in order
 * @param server the server it is asked of; another one if that is down
 * @param gap how long the actor does nothing before it
 * @param subject an order, a payment, a refund or another actor, by its place in the plan
 * @param detail tenths of a price, seconds, or 0
 */
record DurableStep(
    int actor,
    int server,
    Duration gap,
    What what,
    int subject,
    int detail,
    List<PlannedFault> faults) {
  /** What is done. */
  enum What {
    /** Opens the order; at another price where the detail is odd. */
    OPEN,
    /** The buyer is in the checkout of a payment; its order is opened first if need be. */
    CHECKOUT,
    /** The buyer comes back; with the ids of another order where the detail is odd. */
    RETURN,
    WEBHOOK,
    CLOSE,
    /** Requests a refund and sends it. */
    REFUND,
    /** Requests a refund, for whoever resumes. */
    REQUEST_REFUND,
    RESUME,
    /** Somebody refunds in the gateway's console. */
    CONSOLE,
    DEPOSIT,
    /** Refunds that wait are carried out. */
    SETTLE,
    /** Refunds that wait fail. */
    FAIL_REFUNDS,
    /** Time passes for everybody. */
    LEAP,
    /** The server dies, whatever it does. */
    KILL,
    /** The server's time of day jumps. */
    JUMP,
    /** Somebody interrupts another actor's thread. */
    INTERRUPT
  }

  @Override
  public String toString() {
    return "actor "
        + actor
        + " after "
        + gap.toMillis()
        + " ms: "
        + what
        + " "
        + subject
        + (detail == 0 ? "" : " (" + detail + ")")
        + " at server "
        + server
        + (faults.isEmpty() ? "" : ", " + faults);
  }
}
