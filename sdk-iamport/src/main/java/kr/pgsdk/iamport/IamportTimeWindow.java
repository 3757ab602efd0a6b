package kr.pgsdk.iamport;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when, both included, in whole seconds. What is compared depends on a payment's
 * status: when it was started (ready), paid, cancelled or failed.
 *
 * @param from the beginning
 * @param to the end, at most 90 days later; walk older payments in windows of 90 days
 */
public record IamportTimeWindow(Instant from, Instant to) {
  // GET /payments/status/{payment_status}: at most 90 days (v1.openapi.json)
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Refuses an end before the beginning, more than 90 days, and times before 1970. */
  public IamportTimeWindow {
    if (from.getEpochSecond() < 0) {
      throw new IllegalArgumentException("from must not be before 1970: " + from);
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to must not be before from: " + to + " < " + from);
    }
    if (to.getEpochSecond() - from.getEpochSecond() > LONGEST.toSeconds()) {
      throw new IllegalArgumentException(
          "from and to must be at most 90 days apart: " + from + " to " + to);
    }
  }
}
