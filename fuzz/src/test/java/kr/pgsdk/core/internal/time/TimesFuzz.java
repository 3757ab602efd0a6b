package kr.pgsdk.core.internal.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import kr.pgsdk.fuzz.Checks;

/** Times as text. */
public final class TimesFuzz {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T15:00:00Z");

  private TimesFuzz() {}

  /** The input is the text. */
  public static void run(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Instant read = KoreanTime.parse(text);
    if (read != null) {
      Instant again = KoreanTime.parse(read.atZone(ZoneId.of("Asia/Seoul")).toLocalDateTime() + "");
      Checks.require(
          read.equals(again) || isOdd(read), "Korean time reads back as another: ", read);
    }
    try {
      Instant strict = OffsetDateTime.parse(text).toInstant();
      boolean shown = !strict.isBefore(FIRST) && strict.isBefore(END);
      Checks.require(shown ? strict.equals(read) : read == null, "another moment: ", read);
    } catch (DateTimeException e) {
      // The text has no offset or is no time.
    }
  }

  /** Korea had summer time until 1988, so some local times were two moments. */
  private static boolean isOdd(Instant moment) {
    return moment.isBefore(Instant.parse("1989-01-01T00:00:00Z"));
  }
}
