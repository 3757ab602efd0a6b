package kr.pgsdk.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * Which request made something happen.
 *
 * @param requestId its number in the journal; 0 if no request did it
 * @param idempotencyKey the key it came with, or null
 */
public record Cause(long requestId, @Nullable String idempotencyKey) {
  /** No request: the buyer, an operator, a bank. */
  public static final Cause NO_REQUEST = new Cause(0, null);
}
