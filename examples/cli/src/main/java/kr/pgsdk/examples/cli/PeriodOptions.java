package kr.pgsdk.examples.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import picocli.CommandLine.Option;

/** From when to when a list goes, both included. */
final class PeriodOptions {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "A day in Korea, as 2026-11-01, or a time, as 2026-11-01T09:00:00+09:00.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "As --from; a day means its last second.")
  private String to = "";

  /** When it begins. */
  Instant start() {
    return ordered(TimeText.start("--from", from), TimeText.end("--to", to));
  }

  /** When it ends. */
  Instant end() {
    return TimeText.end("--to", to);
  }

  /** When it begins, on Korea's clocks. */
  LocalDateTime localStart() {
    return LocalDateTime.ofInstant(start(), TimeText.KOREA);
  }

  /** When it ends, on Korea's clocks. */
  LocalDateTime localEnd() {
    return LocalDateTime.ofInstant(end(), TimeText.KOREA);
  }

  /** Its first day, where the list goes by days. */
  LocalDate firstDay() {
    return ordered(TimeText.day("--from", from), TimeText.day("--to", to));
  }

  /** Its last day. */
  LocalDate lastDay() {
    return TimeText.day("--to", to);
  }

  private static <T extends Comparable<? super T>> T ordered(T from, T to) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("--from must not be after --to");
    }
    return from;
  }
}
