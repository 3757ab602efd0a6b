package kr.pgsdk.core.http;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect one connection, with its TLS handshake; 5 seconds by default
 * @param read how long the gateway may be silent; 60 seconds by default (Toss asks for at least
 *     that), 30 at Iamport
 * @param deadline one whole call, with retries, token and lookups; 70 seconds by default
 */
public record Timeouts(Duration connect, Duration read, Duration deadline) {
  /** The defaults: 5, 60 and 70 seconds. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(70));

  /** Refuses anything that isn't positive, because some read zero as "for ever". */
  public Timeouts {
    requirePositive(connect, "connect timeout");
    requirePositive(read, "read timeout");
    requirePositive(deadline, "deadline");
  }

  static Duration requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive: " + duration);
    }
    return duration;
  }
}
