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
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private KoreanTime() {}

  /** Returns the moment, or null if it can't be read. */
  public static @Nullable Instant parse(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : ((LocalDateTime) time).atZone(SEOUL).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
