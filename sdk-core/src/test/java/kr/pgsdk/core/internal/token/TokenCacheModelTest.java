package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cache against an Iamport in miniature, and against a plain model of its own rules. */
@Timeout(100)
class TokenCacheModelTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int WINDOW = 30;

  private final HandClock clock = new HandClock();

  /**
   * Iamport's rules (v1auth): a new token lives 30 minutes; until it expires, asking returns the
   * same one; asked in its last minute, it lives 5 minutes longer. Times are whole seconds.
   */
  private static final class LittleIamport implements TokenSource {
    final HandClock clock;
    final long start;
    int fetches;
    int tokens;
    long expiredAt;
    boolean down;

    LittleIamport(HandClock clock) {
      this.clock = clock;
      this.start = clock.nanos();
    }

    long now() {
      return (clock.nanos() - start) / 1_000_000_000;
    }

    @Override
    public IssuedToken fetch(Duration timeLeft) {
      fetches++;
      if (down) {
        throw FakeSource.unreachable();
      }
      if (expiredAt <= now()) {
        tokens++;
        expiredAt = now() + 1800;
      } else if (expiredAt - now() < 60) {
        expiredAt += 300;
      }
      return new IssuedToken("t" + tokens, Duration.ofSeconds(expiredAt - now()));
    }

    boolean accepts(AuthToken token) {
      return token.value().equals("t" + tokens) && now() < expiredAt;
    }
  }

  @Test
  void aDayOfCallsEverySecond_everyTokenAccepted_aFetchEveryFiveMinutes() {
    LittleIamport iamport = new LittleIamport(clock);
    TokenCache cache =
        new TokenCache(
            "iamport", "Bearer", iamport, null, clock.environment(new SplittableRandom(1)));
    for (int second = 0; second < 86_400; second++) {
      assertThat(iamport.accepts(cache.get(LONG))).isTrue();
      clock.advanceSeconds(1);
    }
    assertThat(iamport.tokens).isEqualTo(1);
    assertThat(iamport.fetches).isBetween(270, 300);
  }

  /** What the cache must do, in whole seconds, with no thread in sight. */
  private static final class Model {
    @Nullable String held;
    long expiresAt;
    long refreshAt;
    @Nullable String rejected;
    boolean gatewayNext;
    @Nullable String stored;
    long storedUntil;

    /** Returns the expected token's text, or null for a failure. */
    @Nullable String get(long now, LittleIamport iamport) {
      boolean alive = held != null && now < expiresAt;
      if (alive && now < refreshAt) {
        return held;
      }
      long storedLife = Math.min(1800, storedUntil - now);
      if (stored != null && storedLife > 60 && !gatewayNext && !stored.equals(rejected)) {
        hold(stored, now, storedLife);
        return held;
      }
      if (iamport.down) {
        refreshAt = Math.min(now + 5, expiresAt);
        return alive ? held : null;
      }
      IssuedToken issued = iamport.fetch(LONG);
      long life = issued.lifetime().toSeconds();
      gatewayNext = false;
      stored = issued.token();
      storedUntil = now + life;
      if (issued.token().equals(rejected)) {
        rejected = null;
      }
      if (alive && now + life <= expiresAt) {
        refreshAt = Math.min(now + 5, expiresAt);
      } else {
        hold(issued.token(), now, life);
      }
      return held;
    }

    void hold(String token, long now, long life) {
      held = token;
      expiresAt = now + life;
      refreshAt = expiresAt - Math.min(WINDOW, life / 2);
    }

    void reject() {
      rejected = held;
      held = null;
      gatewayNext = true;
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyStory_cacheDoesWhatTheModelDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LittleIamport iamport = new LittleIamport(clock);
    LittleIamport imagined = new LittleIamport(clock);
    FakeStore store = new FakeStore();
    Model model = new Model();
    TokenCache cache = new TokenCache("iamport", "", iamport, store, clock.environment(() -> 0));
    List<AuthToken> seen = new ArrayList<>();
    AuthToken last = null;
    for (int step = 0; step < 300; step++) {
      long now = iamport.now();
      switch (random.nextInt(10)) {
        case 0 -> clock.advanceSeconds(random.nextInt(2000));
        case 1 -> clock.advanceSeconds(2 * random.nextInt(8));
        case 2 -> clock.advanceSeconds(2);
        case 3 -> iamport.down = imagined.down = random.nextInt(3) == 0;
        case 4 -> {
          // An old instance; the current one is rejected below, and less often.
          if (!seen.isEmpty() && model.held != null) {
            AuthToken old = seen.get(random.nextInt(seen.size()));
            if (old != last) {
              cache.reject(old);
            }
          }
        }
        case 5 -> {
          if (last != null && model.held != null && random.nextBoolean()) {
            cache.reject(last);
            model.reject();
          }
        }
        case 6 -> {
          // Rubbish or an older token of the gateway's, with any expiry, gets into the store.
          String lie = random.nextBoolean() ? "lie" + step : "t" + iamport.tokens;
          long life = 2L * random.nextInt(1500) - 200;
          store.put(lie, clock.instant().plusSeconds(life));
          model.stored = lie;
          model.storedUntil = now + life;
        }
        default -> {
          String expected = model.get(now, imagined);
          if (expected == null) {
            assertThatThrownBy(() -> cache.get(LONG))
                .as("seed %d, step %d", seed, step)
                .isInstanceOf(TransportException.class);
          } else {
            last = cache.get(LONG);
            seen.add(last);
            assertThat(last.value()).as("seed %d, step %d", seed, step).isEqualTo(expected);
          }
          assertThat(cache.fresh(clock.nanos()) != null)
              .as("seed %d, step %d: fresh", seed, step)
              .isEqualTo(model.held != null && now < model.refreshAt);
        }
      }
    }
    assertThat(iamport.tokens).as("seed %d", seed).isEqualTo(imagined.tokens);
    assertThat(iamport.expiredAt).as("seed %d", seed).isEqualTo(imagined.expiredAt);
  }
}
