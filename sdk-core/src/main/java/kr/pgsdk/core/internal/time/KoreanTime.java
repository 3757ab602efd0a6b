package kr.pgsdk.core.internal.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  public static final Instant LAST =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).atZone(SEOUL).toInstant();
  private static final Instant FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

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

  private KoreanTime() {}

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    try {
      TemporalAccessor time = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant moment =
          time instanceof OffsetDateTime withOffset
              ? withOffset.toInstant()
              : ((LocalDateTime) time).atZone(SEOUL).toInstant();
      return isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
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
