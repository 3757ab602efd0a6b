package kr.pgsdk.sandbox;

import java.time.Instant;
import kr.pgsdk.core.Money;

/**
 * One movement of money, as it really happened at the gateway.
 *
 * @param kind in or out
 * @param amount how much moved
 * @param requestId the {@link JournalEntry#id} of the request that caused it; 0 if no request did:
 *     the buyer, an operator, or a test that settled a refund of an unknown cause
 * @param at when, by the sandbox's clock
 */
public record LedgerEntry(Kind kind, Money amount, long requestId, Instant at) {
  /** Which way the money went. */
  public enum Kind {
    /** From the buyer to the gateway. */
    CAPTURE,
    /** Back to the buyer. */
    REFUND
  }
}
