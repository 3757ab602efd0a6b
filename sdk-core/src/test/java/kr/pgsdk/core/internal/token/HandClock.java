package kr.pgsdk.core.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Both clocks, moved by hand. The monotonic one wraps around after a minute, as it may. */
final class HandClock extends Clock {
  private static final long START = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

  /** Waits in real time: this clock moves by hand alone. */
  static final TokenCache.Waiting WAITING =
      (ended, nanos) -> ended.await(nanos, TimeUnit.NANOSECONDS);

  private final AtomicLong nanos = new AtomicLong(START);
  private volatile Instant wallAtStart = Instant.parse("2026-03-01T00:00:00Z");

  long nanos() {
    return nanos.get();
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  void advanceSeconds(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  /** Moves the wall clock alone. */
  void jumpWall(Duration time) {
    wallAtStart = wallAtStart.plus(time);
  }

  @Override
  public Instant instant() {
    return wallAtStart.plusNanos(nanos.get() - START);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new AssertionError("nobody needs a zone");
  }
}
