package kr.pgsdk.core.internal.time;

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
  /** The last second that a calendar of four digits shows in Korea. */
  public static final Instant LAST =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toInstant(ZoneOffset.ofHours(9));

  private static final Instant FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  /** Made for the first text: Iamport's times are seconds, and need no form. */
  private static final class Form {
    // The JDK's own form takes +09:00 alone, and neither +0900 nor +09.
    static final DateTimeFormatter WITH_OR_WITHOUT_OFFSET =
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
  }

  private KoreanTime() {}

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    try {
      TemporalAccessor time =
          Form.WITH_OR_WITHOUT_OFFSET.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant moment =
          time instanceof OffsetDateTime withOffset
              ? withOffset.toInstant()
              : ((LocalDateTime) time).atZone(ZoneId.of("Asia/Seoul")).toInstant();
      return isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Whether it lies in the years 1 to 9999: others can't be shown, and to reckon with them throws.
   */
  public static boolean isInCalendar(Instant moment) {
    return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
  }
}
