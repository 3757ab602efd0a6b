package kr.pgsdk.core.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits between two attempts; comes in from outside so that tests need not wait. */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long, or until {@code closed} opens or the thread is interrupted. */
  void sleep(Duration duration, CountDownLatch closed) throws InterruptedException;
}
