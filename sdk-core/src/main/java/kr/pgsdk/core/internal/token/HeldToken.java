package kr.pgsdk.core.internal.token;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.auth.AuthToken;

/**
 * A token as the cache holds it: fresh until {@code refreshAt}, then due for a refresh, dead from
 * {@code expiresAt}. Both are nanoseconds of the monotonic clock, and {@code refreshAt} is never
 * the later one. Such times are compared by their difference, since that clock may wrap around.
 */
record HeldToken(AuthToken token, long expiresAt, long refreshAt) {
  // Iamport extends a token only in its last 60 s (v1auth): asking earlier brings nothing.
  static final long LONGEST_WINDOW = TimeUnit.SECONDS.toNanos(60);

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

  /**
   * Draws where the refresh window begins: 30 to 60 s before the end, so that processes sharing a
   * token don't all ask at once, but never before half of a short life.
   *
   * @param lifetime in nanoseconds, counted from {@code start}; not negative
   */
  static HeldToken of(AuthToken token, long start, long lifetime, RandomGenerator random) {
    long half = LONGEST_WINDOW / 2;
    long window = Math.min(half + random.nextLong(half + 1), lifetime / 2);
    long expiresAt = start + lifetime;
    return new HeldToken(token, expiresAt, expiresAt - window);
  }

  boolean isFresh(long now) {
    return refreshAt - now > 0;
  }

  boolean isAlive(long now) {
    return expiresAt - now > 0;
  }

  boolean outlives(HeldToken other) {
    return expiresAt - other.expiresAt > 0;
  }

  /** The same token, not to be refreshed for the next 5 s of its life. */
  HeldToken pausedAt(long now) {
    return new HeldToken(token, expiresAt, now + Math.min(PAUSE, expiresAt - now));
  }
}
