package kr.pgsdk.core.http;

import java.time.Duration;

/**
 * How often, and after which pauses, the SDK repeats a request that may be repeated: a read, or a
 * POST with an idempotency key. This setting never repeats an Iamport cancel, and no refund that
 * was answered with a server error: the gateway may have made it, and not know its key.
 *
 * <p>The pause before repetition n is drawn evenly between zero and {@code min(cap, base ×
 * 2^(n-1))}; a gateway's {@code Retry-After} is obeyed instead if it fits into the deadline.
 *
 * @param attempts the number of attempts, the first included; 3 by default, 1 for no repetition
 * @param base the first pause's upper bound; 200 milliseconds by default
 * @param cap every pause's upper bound; 5 seconds by default
 */
public record RetryPolicy(int attempts, Duration base, Duration cap) {
  /** The default: 3 attempts, 200 milliseconds, 5 seconds. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5));

  /** Refuses less than one attempt, a base that isn't positive, and a cap below the base. */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
    }
    Timeouts.requirePositive(base, "base");
    if (cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("cap must be at least base: " + cap + " < " + base);
    }
  }

  /** This policy with another number of attempts. */
  public RetryPolicy withAttempts(int attempts) {
    return new RetryPolicy(attempts, base, cap);
  }
}
