package kr.pgsdk.sandbox.wire;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Guards all state of one gateway. Who holds it may take it again. */
public final class StateLock {
  private final ReentrantLock lock = new ReentrantLock();

  /** Does the work under the lock. */
  public void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** Returns what the work under the lock does. */
  public <T> T call(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #call}, for work that may return null. */
  public <T> @Nullable T callOrNull(Supplier<@Nullable T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
