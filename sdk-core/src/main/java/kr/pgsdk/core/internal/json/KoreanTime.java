package kr.pgsdk.core.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as Korean gateways write them: sometimes without an offset, and then Korean. */
public final class KoreanTime {
  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
  private static final String USUAL_OFFSET = "+09:00";
  private static final String USUAL = "0000-00-00T00:00:00" + USUAL_OFFSET;

  static final Instant LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toInstant(KOREA);
  private static final Instant FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  private KoreanTime() {}

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    try {
      Instant usual = usual(text);
      Instant moment = usual != null ? usual : Unusual.parse(text);
      return isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Reads what nearly all answers hold, twenty times as fast; null if it is anything else. */
  private static @Nullable Instant usual(String text) {
    if (text.length() != USUAL.length() || !text.endsWith(USUAL_OFFSET)) {
      return null;
    }
    for (int i = 0; i < USUAL.length() - USUAL_OFFSET.length(); i++) {
      char c = text.charAt(i);
      boolean fits = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
      if (!fits) {
        return null;
      }
    }
    LocalDateTime local =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19));
    return Instant.ofEpochSecond(local.toEpochSecond(KOREA));
  }

  /** The number that these characters, all of them digits, are. */
  public static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /**
   * Whether it lies in the years 1 to 9999: others can't be shown, and to reckon with them throws.
   */
  public static boolean isInCalendar(Instant moment) {
    return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
  }

  /** Other forms. Apart, because formatter and time zone are slow to load, and seldom needed. */
  private static final class Unusual {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    // The JDK's own form takes +09:00 alone, and neither +0900 nor +09.
    private static final DateTimeFormatter FORM =
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    static Instant parse(String text) {
      TemporalAccessor time = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : ((LocalDateTime) time).atZone(SEOUL).toInstant();
    }
  }
}
