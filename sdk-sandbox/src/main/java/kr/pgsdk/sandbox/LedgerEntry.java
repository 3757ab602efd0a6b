package kr.pgsdk.sandbox;

import java.time.Instant;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, as it really happened at the gateway.
 *
 * @param kind in or out
 * @param amount how much moved
 * @param requestId the {@link JournalEntry#id} of the request that caused it; 0 if no request did:
 *     the buyer or an operator
 * @param idempotencyKey the {@code Idempotency-Key} that request came with; null if it had none, as
 *     at Iamport, or if no request caused it
 * @param at when, by the sandbox's clock
 */
public record LedgerEntry(
    Kind kind, Money amount, long requestId, @Nullable String idempotencyKey, Instant at) {
  /** Which way the money went. */
  public enum Kind {
    /** From the buyer to the gateway. */
    CAPTURE,
    /** Back to the buyer. */
    REFUND
  }
}
