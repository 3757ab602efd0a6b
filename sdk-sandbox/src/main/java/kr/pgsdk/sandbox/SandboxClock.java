package kr.pgsdk.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time the simulated gateways live by: another clock's time, plus what {@link #advance} has
 * added. Thread-safe.
 */
public final class SandboxClock extends Clock {
  private final Clock base;
  private final AtomicLong aheadNanos;
  private volatile Runnable moved = () -> {};

  SandboxClock(Clock base) {
    this(base, new AtomicLong());
  }

  private SandboxClock(Clock base, AtomicLong aheadNanos) {
    this.base = base;
    this.aheadNanos = aheadNanos;
  }

  /**
   * Lets {@code duration} pass at once, for tokens, checkout sessions, idempotency records and due
   * dates alike.
   *
   * @throws IllegalArgumentException if it is negative: nothing at a gateway goes back in time; or
   *     if it would put the clock more than 292 years ahead in all
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time only goes forward: " + duration);
    }
    try {
      long nanos = duration.toNanos();
      aheadNanos.updateAndGet(before -> Math.addExact(before, nanos));
      moved.run();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("at most 292 years ahead in all: " + duration, e);
    }
  }

  /** Calls {@code told} after each {@link #advance}. */
  void onAdvance(Runnable told) {
    moved = told;
  }

  /** Back to the other clock's time; for what comes next, not for what has happened. */
  void reset() {
    aheadNanos.set(0);
  }

  @Override
  public Instant instant() {
    return base.instant().plusNanos(aheadNanos.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** Returns a clock in {@code zone} that keeps moving together with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new SandboxClock(base.withZone(zone), aheadNanos);
  }
}
