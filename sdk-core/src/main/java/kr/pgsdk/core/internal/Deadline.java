package kr.pgsdk.core.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which a whole call must have ended, on a clock that never jumps. */
public final class Deadline {
  private static final Duration LOOKUP_RESERVE = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private final long endNanos;
  private final Duration length;

  private Deadline(LongSupplier nanoTime, long endNanos, Duration length) {
    this.nanoTime = nanoTime;
    this.endNanos = endNanos;
    this.length = length;
  }

  /** Returns the deadline that ends {@code length} from now. */
  static Deadline in(Duration length, LongSupplier nanoTime) {
    Duration bounded = length.compareTo(Duration.ofDays(365)) < 0 ? length : Duration.ofDays(365);
    return new Deadline(nanoTime, nanoTime.getAsLong() + bounded.toNanos(), bounded);
  }

  /** Returns this deadline as it is for a call of the same length that began earlier. */
  Deadline earlier(Duration by) {
    return new Deadline(nanoTime, endNanos - by.toNanos(), length);
  }

  /**
   * Returns the part of this deadline that a request which moves money may use; the rest is for the
   * lookup that a lost answer makes necessary: 5 seconds, or a quarter if that is less.
   */
  public Deadline forMoney() {
    Duration quarter = length.dividedBy(4);
    Duration reserve = quarter.compareTo(LOOKUP_RESERVE) < 0 ? quarter : LOOKUP_RESERVE;
    return new Deadline(nanoTime, endNanos - reserve.toNanos(), length.minus(reserve));
  }

  /** How much time is left; zero if none. */
  public Duration left() {
    long nanos = endNanos - nanoTime.getAsLong();
    return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }

  /** Whether no time is left. */
  public boolean isOver() {
    return endNanos - nanoTime.getAsLong() <= 0;
  }
}
