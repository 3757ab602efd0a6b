package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/**
 * The access token. Iamport hands out the same one until it expires, and moves its expiry by 5
 * minutes when it is asked for in its last minute (v1auth). Guarded by the simulation's lock.
 */
final class IamportTokens {
  private static final long LIFE_SECONDS = 30 * 60;
  private static final long LAST_MINUTE_SECONDS = 60;
  private static final long EXTENSION_SECONDS = 5 * 60;

  private final Clock clock;
  private final RandomGenerator random;
  private @Nullable String token;
  private long expiredAt;

  IamportTokens(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Returns the {@code response} of getToken. */
  Map<String, @Nullable Object> issue() {
    long now = clock.instant().getEpochSecond();
    if (token == null || now >= expiredAt) {
      token = RandomTexts.hex(random, 40);
      expiredAt = now + LIFE_SECONDS;
    } else if (expiredAt - now <= LAST_MINUTE_SECONDS) {
      expiredAt += EXTENSION_SECONDS;
    }
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("access_token", token);
    response.put("now", now);
    response.put("expired_at", expiredAt);
    return response;
  }

  /** Whether a request may carry {@code presented} now. */
  boolean accepts(String presented) {
    return presented.equals(token) && clock.instant().getEpochSecond() < expiredAt;
  }
}
