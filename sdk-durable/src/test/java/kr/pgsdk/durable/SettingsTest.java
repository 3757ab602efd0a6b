package kr.pgsdk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How pauses are spread. */
class SettingsTest {
  private static List<Duration> pauses(Duration pause, long seed) {
    Settings usual = Settings.DEFAULT;
    Settings settings =
        new Settings(
            usual.call(), usual.lease(), usual.window(), usual.nanoTime(), new Random(seed));
    return Stream.generate(() -> settings.spread(pause)).limit(100).toList();
  }

  @Test
  void aPauseIsUpToATenthShorter_andTheSameChanceGivesTheSame() {
    Duration hour = Duration.ofHours(1);
    List<Duration> pauses = pauses(hour, 7);
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(54)) >= 0);
    assertThat(pauses).allMatch(pause -> pause.compareTo(hour) <= 0);
    assertThat(pauses.stream().distinct()).hasSizeGreaterThan(90);
    assertThat(pauses(hour, 7)).isEqualTo(pauses);
    assertThat(pauses(Duration.ofMillis(5), 7)).containsOnly(Duration.ofMillis(5));
  }
}
