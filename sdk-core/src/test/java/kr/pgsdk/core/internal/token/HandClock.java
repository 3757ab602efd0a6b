package kr.pgsdk.core.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.internal.time.Environment;

/** Both clocks, moved by hand. The monotonic one wraps around after a minute, as it may. */
final class HandClock extends Clock {
  private static final long START = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

  private final AtomicLong nanos = new AtomicLong(START);
  private volatile Instant wallAtStart = Instant.parse("2026-03-01T00:00:00Z");

  /** The machine with this clock; what waits, waits in real time. */
  Environment environment(RandomGenerator random) {
    return environment(random, this::nanos);
  }

  Environment environment(RandomGenerator random, LongSupplier nanoTime) {
    return new Environment(this, nanoTime, Environment.system().sleeper(), random);
  }

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
