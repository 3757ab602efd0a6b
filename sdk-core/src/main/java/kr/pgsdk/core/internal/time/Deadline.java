package kr.pgsdk.core.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.Lock;

/** The moment by which a whole call must have ended, on a clock that never jumps. */
public final class Deadline {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final long LOOKUP_RESERVE_NANOS = Duration.ofSeconds(5).toNanos();

  private final Environment environment;
  private final long endNanos;
  private final Duration length;

  private Deadline(Environment environment, long endNanos, Duration length) {
    this.environment = environment;
    this.endNanos = endNanos;
    this.length = length;
  }

  /** Returns the deadline that ends {@code length} from now. */
  public static Deadline in(Duration length, Environment environment) {
    Duration bounded = length.compareTo(LONGEST) < 0 ? length : LONGEST;
    return new Deadline(environment, now(environment) + bounded.toNanos(), bounded);
  }

  private static long now(Environment environment) {
    return environment.nanoTime().getAsLong();
  }

  /** Returns this deadline as it is for a call of the same length that began earlier. */
  public Deadline earlier(Duration by) {
    return by.isZero() ? this : new Deadline(environment, endNanos - by.toNanos(), length);
  }

  /**
   * Returns the part of this deadline that a request which moves money may use; the rest is for the
   * lookup that a lost response makes necessary: 5 seconds, or a quarter if that is less.
   */
  public Deadline forMoney() {
    long reserve = Math.min(length.toNanos() / 4, LOOKUP_RESERVE_NANOS);
    return new Deadline(environment, endNanos - reserve, length.minusNanos(reserve));
  }

  /** The reading of the clock it is measured by. */
  public long nanoTime() {
    return now(environment);
  }

  /** The time of day, to the second, for what other processes are to reckon with. */
  public Instant time() {
    return environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** How much time has passed since the call began. */
  public Duration spent() {
    return length.minusNanos(endNanos - now(environment));
  }

  /** How much time is left; zero if none. */
  public Duration left() {
    long nanos = endNanos - now(environment);
    return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }

  /** Whether no time is left. */
  public boolean isOver() {
    return endNanos - now(environment) <= 0;
  }

  /**
   * Waits for a lock until then.
   *
   * @return false if the time passed before
   */
  public boolean acquire(Lock lock) throws InterruptedException {
    return environment.sleeper().acquire(lock, left().toNanos());
  }
}
