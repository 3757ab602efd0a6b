package kr.pgsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private static HttpAnswer answer(String name, String value) {
    return HttpAnswer.of(503, Map.of(name, List.of(value)), new byte[0]);
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
}
