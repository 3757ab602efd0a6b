package kr.pgsdk.core.http;

import java.time.Duration;

/**
 * How often, and after which pauses, the SDK repeats a request that may be repeated: a read, or a
 * POST with an idempotency key. Whatever this setting says, the SDK never repeats an Iamport
 * cancel, or a refund that was answered with a server error: the gateway may have made that refund
 * without a record of its key.
 *
 * <p>The pause before repetition n is drawn evenly between zero and {@code min(cap, base ×
 * 2^(n-1))}; if the gateway sends {@code Retry-After} and it fits into the deadline, the SDK waits
 * that long instead.
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
