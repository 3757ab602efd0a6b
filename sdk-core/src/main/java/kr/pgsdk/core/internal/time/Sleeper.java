package kr.pgsdk.core.internal.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Every wait of the SDK but those for the network. A test brings its own, which needs no time and
 * decides who goes on first. An interrupt ends each wait early.
 */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long between two attempts, or until {@code closed} opens. */
  void sleep(Duration duration, CountDownLatch closed) throws InterruptedException;

  /** Waits for {@code ended}, which another thread opens; returns false after {@code nanos}. */
  default boolean await(CountDownLatch ended, long nanos) throws InterruptedException {
    return ended.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Waits for {@code lock}, which another thread holds; returns false after {@code nanos}. */
  default boolean acquire(Lock lock, long nanos) throws InterruptedException {
    return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
  }
}
