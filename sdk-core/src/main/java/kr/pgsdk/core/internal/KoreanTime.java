package kr.pgsdk.core.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times as Korean gateways write them: sometimes without an offset, and then Korean. */
public final class KoreanTime {
  /** Beyond it no calendar of a shop goes, and converting it would throw. */
  static final Instant LAST = Instant.parse("9999-12-31T14:59:59Z");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private KoreanTime() {}

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      Instant moment =
          time instanceof OffsetDateTime withOffset
              ? withOffset.toInstant()
              : ((LocalDateTime) time).atZone(SEOUL).toInstant();
      return moment.isBefore(FIRST) || moment.isAfter(LAST) ? null : moment;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
