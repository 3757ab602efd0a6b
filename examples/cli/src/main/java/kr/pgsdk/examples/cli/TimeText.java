package kr.pgsdk.examples.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads days and times; those without a zone are Korea's. */
final class TimeText {
  static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  private static final String PERIOD =
      "a day, such as 2026-11-01, or a time, such as 2026-11-01T09:00:00+09:00";

  private TimeText() {}

  /**
   * Returns a moment: {@code 2026-11-01T09:00:00+09:00}, {@code 2026-11-01T09:00}, or the seconds
   * since 1970.
   *
   * @param option names it in the message
   */
  static Instant moment(String option, String text) {
    return moment(option, text, "a time, such as 2026-11-01T09:00:00+09:00 or 1793491200");
  }

  private static Instant moment(String option, String text, String form) {
    try {
      if (text.matches("\\d{9,11}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      return text.matches(".*T.*([Zz]|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(KOREA).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(option + " must be " + form); // e quotes the text
    }
  }

  /** Returns a day. */
  static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option + " must be a day of the calendar, such as 2026-11-01"); // as above
    }
  }

  /** Returns a moment, or the first one of a day. */
  static Instant start(String option, String text) {
    return isDay(text)
        ? day(option, text).atStartOfDay(KOREA).toInstant()
        : moment(option, text, PERIOD);
  }

  /** Returns a moment, or the last second of a day. */
  static Instant end(String option, String text) {
    return isDay(text)
        ? day(option, text).atTime(LocalTime.of(23, 59, 59)).atZone(KOREA).toInstant()
        : moment(option, text, PERIOD);
  }

  private static boolean isDay(String text) {
    return text.matches("\\d+-\\d+-\\d+");
  }
}
