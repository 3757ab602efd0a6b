package kr.pgsdk.core.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.toss.internal.TossResponses;

/** Response headers. */
public final class HeadersFuzz {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(366 * 10_000L);

  private HeadersFuzz() {}

  /** The input is headers, one a line. */
  public static void run(byte[] input) {
    HttpResponse answer =
        HttpResponse.of(
            503,
            Script.withValidNames(Script.headers(new String(input, StandardCharsets.ISO_8859_1))),
            new byte[0]);
    Instant date = answer.date();
    Checks.require(
        date == null || Math.abs(date.getEpochSecond()) < LONGEST.toSeconds(),
        "date out of range: ",
        date);
    Duration wait = answer.retryAfter(NOW);
    String header = answer.header("Retry-After");
    if (wait != null) {
      Checks.require(
          !wait.isNegative() && wait.compareTo(LONGEST) < 0, "wait out of range: ", wait);
      Checks.require(header != null, "wait without a header: ", wait);
    }
    if (header != null && header.matches("[0-9]{1,9}")) {
      Checks.require(
          Duration.ofSeconds(Long.parseLong(header)).equals(wait), "another wait: ", wait);
    }
    TossResponses.traceIds(answer).forEach(Checks::requireLine);
  }
}
