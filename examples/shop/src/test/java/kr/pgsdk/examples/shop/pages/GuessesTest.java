package kr.pgsdk.examples.shop.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The brake on guesses, while time passes. */
class GuessesTest {
  private static final String ADDRESS = "203.0.113.7";

  private final Later clock = new Later();
  private final Guesses guesses = new Guesses(clock);

  /** Time that passes when a test says so. */
  private static final class Later extends Clock {
    private Instant now = Instant.parse("2026-11-30T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(guesses.begin(ADDRESS)).isZero();
    }
  }

  @Test
  void fiveAreFree_thenEachWaitIsTwiceAsLong_andFiveMinutesAtMost() {
    guess(4);
    assertThat(guesses.left(ADDRESS)).isZero();
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      guess(1);
      waits.add(guesses.left(ADDRESS));
      clock.pass(guesses.left(ADDRESS));
    }
    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
  }

  @Test
  void tooEarly_doesntMakeTheWaitLonger_soTheRightOneGetsItsTurn() {
    guess(5);
    clock.pass(Duration.ofSeconds(4));
    for (int i = 0; i < 1_000; i++) {
      assertThat(guesses.begin(ADDRESS)).isEqualTo(Duration.ofSeconds(6));
    }
    clock.pass(Duration.ofSeconds(6));
    guess(1);
    guesses.right(ADDRESS);
    guess(4);
    assertThat(guesses.left(ADDRESS)).as("begun anew").isZero();
  }

  @Test
  void anHourWithoutAGuess_beginsAnew() {
    guess(5);
    clock.pass(Duration.ofSeconds(10).plus(Duration.ofHours(1)).plusMillis(1));
    guess(4);
    assertThat(guesses.left(ADDRESS)).isZero();
  }

  @Test
  void anotherAddress_isntBraked_andManyFillNoMemory() {
    guess(5);
    assertThat(guesses.begin("203.0.113.8")).isZero();
    for (int i = 0; i < 9_998; i++) {
      assertThat(guesses.begin("2001:db8::" + i)).isZero();
    }
    assertThat(guesses.left(ADDRESS)).as("still known").isPositive();
    for (int i = 9_998; i < 20_000; i++) {
      assertThat(guesses.begin("2001:db8::" + i)).isZero();
    }
    assertThat(guesses.left(ADDRESS)).as("the eldest is forgotten").isZero();
  }
}
