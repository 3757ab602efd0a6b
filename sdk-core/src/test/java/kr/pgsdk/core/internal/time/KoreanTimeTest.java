package kr.pgsdk.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KoreanTimeTest {
  private static final DateTimeFormatter USUAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+09:00'");

  @Test
  void usualForm_isReadAsTheJdkReadsIt() {
    long seed = 20_261_120;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime local =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 253_000_000_000L), 0, ZoneOffset.UTC);
      String text = USUAL.format(local);
      assertThat(KoreanTime.parse(text))
          .as("%s, seed %d", text, seed)
          .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T12:00:00+09:00",
        "2023-02-29T12:00:00+09:00",
        "2024-13-01T12:00:00+09:00",
        "2024-00-10T12:00:00+09:00",
        "2024-01-01T24:00:00+09:00",
        "2024-01-01T12:60:00+09:00",
        "2024-01-01T12:00:60+09:00",
        "0000-01-01T00:00:00+09:00",
        "0001-01-01T00:00:00+09:00",
        "2024-01-01 12:00:00+09:00",
        "2024-01-01T12:00:0x+09:00",
        "2024/01/01T12:00:00+09:00"
      })
  void usualFormOfNoMoment_isNone(String text) {
    assertThat(KoreanTime.parse(text)).isNull();
  }

  @Test
  void lastMomentOfTheCalendar_isRead_theNextIsNot() {
    assertThat(KoreanTime.parse("9999-12-31T23:59:59+09:00"))
        .isEqualTo(Instant.parse("9999-12-31T14:59:59Z"));
    assertThat(KoreanTime.parse("9999-12-31T14:59:59.5Z")).isNull();
  }

  @Test
  void endThatIsADay_isItsLastSecondInKorea() {
    assertThat(KoreanTime.parseEnd("2024-02-29")).isEqualTo(Instant.parse("2024-02-29T14:59:59Z"));
    assertThat(KoreanTime.parseEnd("2024-02-20T12:18:14"))
        .isEqualTo(Instant.parse("2024-02-20T03:18:14Z"));
    assertThat(KoreanTime.parseEnd("2023-02-29")).isNull();
    assertThat(KoreanTime.parseEnd("tomorrow")).isNull();
  }
}
