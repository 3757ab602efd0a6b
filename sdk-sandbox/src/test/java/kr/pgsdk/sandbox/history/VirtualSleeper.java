package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.internal.time.Sleeper;

/** The SDK's waits, in virtual time. */
record VirtualSleeper(VirtualTime time) implements Sleeper {
  @Override
  public void sleep(Duration duration, CountDownLatch closed) throws InterruptedException {
    boolean unused = await(closed, duration.toNanos());
  }

  @Override
  public boolean await(CountDownLatch ended, long nanos) throws InterruptedException {
    return time.await(() -> ended.getCount() == 0, nanos);
  }

  @Override
  public boolean acquire(Lock lock, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    // Asked by whoever runs when somebody is to be chosen, so it must not take the lock itself.
    ReentrantLock taken = (ReentrantLock) lock;
    return taken.tryLock() || (time.await(() -> !taken.isLocked(), nanos) && taken.tryLock());
  }
}
