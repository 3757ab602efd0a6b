package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long things may take, and by which clock.
 *
 * @param call the deadline of one call of a gateway
 * @param lease how long a server may work on a piece of work; longer than a call
 * @param window how long a checkout may stay open before its order is looked at
 * @param nanoTime this server's clock for durations; points in time are the database's
 * @param random in what order due work is taken up, and how far pauses are spread
 */
record Settings(
    Duration call, Duration lease, Duration window, LongSupplier nanoTime, Random random) {
  static final Settings DEFAULT =
      new Settings(
          Duration.ofSeconds(60),
          Duration.ofSeconds(90),
          Duration.ofMinutes(30),
          System::nanoTime,
          new Random());

  /** The first pause after a doubt. */
  static final Duration DOUBT = Duration.ofSeconds(10);

  /** How long after the end of a sending's time something may still come of it. */
  static final Duration LONGEST_WORK = Duration.ofSeconds(60);

  /** How long a gateway may take over a refund before a person is asked. */
  static final Duration LONGEST_PENDING = Duration.ofDays(30);

  /** How old a lookup's answer may be when it comes. */
  static final Duration LONGEST_BEHIND = Duration.ofMinutes(1);

  /** How long a doubt is ever left alone. */
  static final Duration LONGEST_DOUBT = Duration.ofMinutes(5);

  private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);

  /** What is left of a call's time that began at {@code start}; null if this server stood still. */
  @Nullable Duration left(long start) {
    Duration left = call.minusNanos(nanoTime.getAsLong() - start);
    return left.compareTo(SHORTEST_CALL) < 0 ? null : left;
  }

  /** A pause that grows with the age of what is waited for: about a third more each time. */
  static Duration growing(Instant since, Instant now, Duration shortest, Duration longest) {
    Duration third = Duration.between(since, now).dividedBy(3);
    return third.compareTo(shortest) < 0 ? shortest : atMost(longest, third);
  }

  /** A pause, up to a tenth shorter: what was put off at once isn't taken up at once. */
  Duration spread(Duration pause) {
    long most = pause.toMillis() / 10;
    return most <= 0 ? pause : pause.minusMillis(random.nextLong(most + 1));
  }

  static Duration afterDoubt(Instant since, Instant now) {
    return growing(since, now, DOUBT, LONGEST_DOUBT);
  }

  /** A pause, such as one that a gateway asks for, unless it is longer than that. */
  static Duration atMost(Duration longest, Duration pause) {
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** A pause after so many failures. */
  static Duration afterFailures(int failures, Duration longest) {
    return atMost(longest, DOUBT.multipliedBy(1L << Math.min(failures - 1, 12)));
  }
}
