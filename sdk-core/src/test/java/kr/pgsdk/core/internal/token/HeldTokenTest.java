package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.token.TokenCache.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTokenTest {
  private static final AuthToken TOKEN = AuthToken.of("Bearer", "token");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static long window(long lifetime, RandomGenerator random) {
    HeldToken held =
        HeldToken.of(TOKEN, Long.MAX_VALUE - SECOND, Duration.ofNanos(lifetime), random);
    return held.expiresAt() - held.refreshAt();
  }

  @Test
  void usualLife_windowIsDrawnEvenlyBetween30And60Seconds() {
    RandomGenerator random = new SplittableRandom(1);
    LongSummaryStatistics windows =
        LongStream.generate(() -> window(1800 * SECOND, random)).limit(10_000).summaryStatistics();
    assertThat(windows.getMin()).isBetween(30 * SECOND, 31 * SECOND);
    assertThat(windows.getMax()).isBetween(59 * SECOND, 60 * SECOND);
    assertThat(windows.getAverage()).isBetween(44.5 * SECOND, 45.5 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 1_000, 1_000_000_000L, 40_000_000_000L, 59_000_000_000L})
  void shortLife_windowIsItsSecondHalf(long lifetime) {
    assertThat(window(lifetime, new SplittableRandom(2))).isEqualTo(lifetime / 2);
  }

  @Test
  void state_freshThenStaleThenExpired_alsoWhereTheClockWraps() {
    long refreshAt = Long.MAX_VALUE;
    long expiresAt = refreshAt + SECOND;
    HeldToken held = new HeldToken(TOKEN, refreshAt, expiresAt);
    assertThat(held.state(refreshAt - 1)).isEqualTo(State.FRESH);
    assertThat(held.state(refreshAt)).isEqualTo(State.STALE);
    assertThat(held.state(expiresAt - 1)).isEqualTo(State.STALE);
    assertThat(held.state(expiresAt)).isEqualTo(State.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
  void noToken_expiredAtAnyTime(long now) {
    assertThat(HeldToken.NONE.state(now)).isEqualTo(State.EXPIRED);
  }

  @Test
  void paused_notBeyondTheExpiry() {
    HeldToken held = new HeldToken(TOKEN, 0, 10 * SECOND);
    assertThat(held.paused(2 * SECOND).refreshAt()).isEqualTo(7 * SECOND);
    assertThat(held.paused(8 * SECOND).refreshAt()).isEqualTo(10 * SECOND);
    assertThat(held.paused(12 * SECOND).state(12 * SECOND)).isEqualTo(State.EXPIRED);
  }

  @Test
  void anyText_neverShowsTheSecret() {
    assertThat(new HeldToken(AuthToken.of("Bearer", "canary"), 0, 1).toString())
        .doesNotContain("canary");
  }
}
