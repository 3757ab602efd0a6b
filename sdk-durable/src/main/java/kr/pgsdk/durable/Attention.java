package kr.pgsdk.durable;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;

/**
 * Something that only a person can end.
 *
 * @param orderId the order; empty if the entry is about an account
 * @param subject the refund, payment or account it is about, else the order again
 * @param since when it began; of work that fails, when it is tried next
 * @param reason what happened, and what to do
 */
public record Attention(
    Kind kind, Optional<OrderId> orderId, String subject, Instant since, String reason) {
  /** Kinds of what a person must end. The set may grow. */
  public enum Kind {
    /** A refund in doubt that no rule ends: look into the gateway's console, then resolve it. */
    REFUND_IN_DOUBT,
    /** A refund that the gateway refused or gave up: the buyer waits for the money. */
    REFUND_NOT_DONE,
    /** The gateway shows two cancels of one refund: more went back than was asked for. */
    REFUNDED_TWICE,
    /**
     * The gateway contradicts what the store has of a refund: money went back after it stood as not
     * executed, or less is cancelled than refunds are done.
     */
    REFUND_CONTRADICTED,
    /** A refund that the gateway has accepted and not finished for a month. */
    REFUND_PENDING,
    /**
     * For 10 minutes nothing has proved whether a payment was captured: no other payment of its
     * order is confirmed meanwhile. The entry ends when the gateway shows the result.
     */
    CAPTURE_IN_DOUBT,
    /** A refund that couldn't be sent for 10 minutes, or whose sending couldn't be finished. */
    REFUND_NOT_SENT,
    /** An order, its effects or a refund can't be worked on, again and again. */
    WORK_FAILS,
    /** An order is to be closed, and the gateway refused to close its virtual account. */
    ACCOUNT_NOT_CLOSED,
    /** The shop's handler keeps failing: money moved, and the shop doesn't know. */
    HANDLER_FAILS,
    /** Money was captured twice, too late, or of a wrong amount, and is held. */
    MONEY_MISPLACED,
    /**
     * An account's credentials aren't those that its stored payments were made with: nothing is
     * sent for it until they are adopted.
     */
    ACCOUNT_CHANGED
  }
}
