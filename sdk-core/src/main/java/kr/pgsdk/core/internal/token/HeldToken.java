package kr.pgsdk.core.internal.token;

import static kr.pgsdk.core.internal.token.TokenCache.State.EXPIRED;
import static kr.pgsdk.core.internal.token.TokenCache.State.FRESH;
import static kr.pgsdk.core.internal.token.TokenCache.State.STALE;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.auth.AuthToken;

/**
 * A token as the cache holds it. Times are nanoseconds of the monotonic clock, which may wrap
 * around: they are compared by their difference.
 */
record HeldToken(AuthToken token, long refreshAt, long expiresAt) {
  /** Stands where there is no token: expired at any time. */
  static final HeldToken NONE = new HeldToken(AuthToken.of("", ""), 0, 0);

  // Iamport extends a token only in its last 60 s (v1auth): asking earlier brings nothing.
  static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /**
   * Draws when the token gets stale: 30 to 60 s before its end, so that processes that share it
   * don't all refresh at once, but never in the first half of a short life.
   */
  static HeldToken of(AuthToken token, long start, Duration lifetime, RandomGenerator random) {
    long half = LONGEST_WINDOW.toNanos() / 2;
    long window = Math.min(half + random.nextLong(half + 1), lifetime.toNanos() / 2);
    long expiresAt = start + lifetime.toNanos();
    return new HeldToken(token, expiresAt - window, expiresAt);
  }

  boolean isNone() {
    return token == NONE.token;
  }

  TokenCache.State state(long now) {
    if (isNone() || expiresAt - now <= 0) {
      return EXPIRED;
    }
    return refreshAt - now > 0 ? FRESH : STALE;
  }

  /** Returns the one to go on with: this one, unless it has expired or the other lives longer. */
  HeldToken orLonger(HeldToken other, long now) {
    return state(now) == EXPIRED || other.expiresAt - expiresAt > 0 ? other : this;
  }

  /** Returns the same token; a stale one isn't stale for the next 5 s of its life. */
  HeldToken paused(long now) {
    return state(now) == STALE
        ? new HeldToken(token, now + Math.min(PAUSE.toNanos(), expiresAt - now), expiresAt)
        : this;
  }
}
