package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private static HttpResponse answer(String name, String value) {
    return HttpResponse.of(503, Map.of(name, List.of(value)), new byte[0]);
  }

  @Test
  void retryAfter_secondsOrDate_isAWait() {
    assertThat(answer("retry-after", "7").retryAfter(NOW)).isEqualTo(Duration.ofSeconds(7));
    assertThat(answer("Retry-After", "Fri, 20 Nov 2026 00:00:09 GMT").retryAfter(NOW))
        .isEqualTo(Duration.ofSeconds(9));
    assertThat(answer("Retry-After", "Thu, 19 Nov 2026 00:00:00 GMT").retryAfter(NOW)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "-1", "1.5", "9999999999", "", "Fri, 20 Nov 999999999 00:00:00 GMT"})
  void retryAfter_thatNobodyCanWaitFor_isNone(String value) {
    assertThat(answer("Retry-After", value).retryAfter(NOW)).isNull();
  }

  @Test
  void date_outsideTheCalendar_isNone() {
    assertThat(answer("Date", "Fri, 20 Nov 2026 00:00:00 GMT").date()).isEqualTo(NOW);
    assertThat(answer("Date", "Fri, 20 Nov 12026 00:00:00 GMT").date()).isNull();
  }

  @Test
  void usualDate_isReadAsTheJdkReadsIt() {
    long seed = 20_261_120;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      ZonedDateTime moment =
          Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 253_000_000_000L))
              .atZone(ZoneOffset.UTC);
      String text =
          DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
              .format(moment);
      assertThat(answer("Date", text).date())
          .as("%s, seed %d", text, seed)
          .isEqualTo(moment.toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 20 Nov 2026 00:00:00 GMT", // a Friday
        "Fri, 20 Nof 2026 00:00:00 GMT",
        "Fri, 20 anF 2026 00:00:00 GMT",
        "Fri, 31 Nov 2026 00:00:00 GMT",
        "Fri, 20 Nov 2026 24:00:00 GMT",
        "Fri; 20 Nov 2026 00:00:00 GMT",
        "Fri, 20-Nov-2026 00:00:00 GMT",
        "Fri, 2x Nov 2026 00:00:00 GMT"
      })
  void dateThatIsNone_isNone(String text) {
    assertThat(answer("Date", text).date()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 20 Nov 2026 09:00:00 +0900",
        "20 Nov 2026 00:00:00 GMT",
        "fri, 20 nov 2026 00:00:00 GMT"
      })
  void dateInAnotherForm_isReadToo(String text) {
    assertThat(answer("Date", text).date()).isEqualTo(NOW);
  }
}
