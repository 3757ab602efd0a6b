package kr.pgsdk.core.internal.time;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Everything the SDK takes from the machine it runs on, besides the network.
 *
 * @param clock the time of day, for what is shown or shared with others
 * @param nanoTime a clock that never jumps, for lifetimes and deadlines
 * @param sleeper waits: between attempts, for another thread's token, for a request's turn
 * @param random spreads waits; no secrets are made from it
 */
public record Environment(
    Clock clock, LongSupplier nanoTime, Sleeper sleeper, RandomGenerator random) {
  /** The real machine. */
  public static Environment system() {
    return new Environment(
        Clock.systemUTC(),
        System::nanoTime,
        (duration, closed) -> {
          boolean unused = closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        },
        () -> ThreadLocalRandom.current().nextLong());
  }
}
