package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import kr.pgsdk.core.auth.AuthToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTokenTest {
  private static final AuthToken TOKEN = AuthToken.of("Bearer", "token");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static long window(long lifetime, RandomGenerator random) {
    HeldToken held = HeldToken.of(TOKEN, Long.MAX_VALUE - SECOND, lifetime, random);
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
  void paused_notBeyondTheExpiry() {
    HeldToken held = new HeldToken(TOKEN, 10 * SECOND, 0);
    assertThat(held.pausedAt(2 * SECOND).refreshAt()).isEqualTo(7 * SECOND);
    assertThat(held.pausedAt(8 * SECOND).refreshAt()).isEqualTo(10 * SECOND);
    assertThat(held.pausedAt(12 * SECOND).isFresh(12 * SECOND)).isFalse();
  }

  @Test
  void anyText_neverShowsTheSecret() {
    assertThat(new HeldToken(AuthToken.of("Bearer", "canary"), 1, 0).toString())
        .doesNotContain("canary");
  }
}
