package kr.pgsdk.core.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import kr.pgsdk.core.internal.json.KoreanTime;
import org.jspecify.annotations.Nullable;

/** Moments as HTTP headers hold them. */
final class HttpDate {
  private static final String FORM = "Sun, 06 Nov 1994 08:49:37 GMT"; // RFC 9110, 5.6.7
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private HttpDate() {}

  /** Returns the moment, or null if there is none, or none that a calendar shows. */
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant usual = usual(text);
      Instant moment =
          usual != null
              ? usual
              : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return KoreanTime.isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Reads the one form that servers must write; null if it is anything else. For every answer to a
   * confirm, which the general formatter would take as long for as reading the payment does.
   */
  private static @Nullable Instant usual(String text) {
    if (text.length() != FORM.length() || !text.endsWith(" GMT")) {
      return null;
    }
    for (int i = FORM.indexOf(','); i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      char c = text.charAt(i);
      boolean fits =
          Character.isDigit(form) ? c >= '0' && c <= '9' : Character.isLetter(form) || c == form;
      if (!fits) {
        return null;
      }
    }
    int month = MONTHS.indexOf(text.substring(8, 11));
    if (month % 3 != 0) {
      return null;
    }
    LocalDateTime moment =
        LocalDateTime.of(
            KoreanTime.number(text, 12, 16),
            month / 3 + 1,
            KoreanTime.number(text, 5, 7),
            KoreanTime.number(text, 17, 19),
            KoreanTime.number(text, 20, 22),
            KoreanTime.number(text, 23, 25));
    String day = moment.getDayOfWeek().name();
    boolean sameDay = day.regionMatches(true, 0, text, 0, 3);
    return sameDay ? moment.toInstant(ZoneOffset.UTC) : null;
  }
}
