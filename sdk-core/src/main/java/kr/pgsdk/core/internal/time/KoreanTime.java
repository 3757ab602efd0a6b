package kr.pgsdk.core.internal.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as Korean gateways write them: sometimes without an offset, and then Korean. */
public final class KoreanTime {
  /** The last second that a calendar of four digits shows in Korea. */
  public static final Instant LAST =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toInstant(ZoneOffset.ofHours(9));

  private static final Instant FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  private static final int DATE_LENGTH = "2024-02-13".length();

  private KoreanTime() {}

  /** Where a gateway's days begin and end. The first call reads the JDK's list of all zones. */
  public static ZoneId zone() {
    return ZoneId.of("Asia/Seoul");
  }

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    String time = text.toUpperCase(Locale.ROOT); // t and z are T and Z
    int end = localEnd(time);
    try {
      LocalDateTime local = LocalDateTime.parse(time.substring(0, end));
      // Every form of an offset: java.time's own form takes +09:00 alone, not +0900 or +09.
      ZoneId zone = end == time.length() ? zone() : ZoneOffset.of(time.substring(end));
      Instant moment = local.atZone(zone).toInstant();
      return isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where the offset begins, or the text ends without one. */
  private static int localEnd(String time) {
    if (time.endsWith("Z")) {
      return time.length() - 1;
    }
    int sign = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
    return sign > DATE_LENGTH ? sign : time.length();
  }

  /** As {@link #parse}, of the end of a time: a day alone means until its last second in Korea. */
  public static @Nullable Instant parseEnd(String text) {
    try {
      return parse(LocalDate.parse(text).atTime(23, 59, 59).toString());
    } catch (DateTimeException e) {
      return parse(text);
    }
  }

  /**
   * Whether it lies in the years 1 to 9999: others can't be shown, and to reckon with them throws.
   */
  public static boolean isInCalendar(Instant moment) {
    return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
  }
}
