package kr.pgsdk.core.internal.flow;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time read or change something. Not a monitor: up to Java 23 a virtual thread
 * that waits for one holds on to its platform thread.
 */
final class Guard {
  private final ReentrantLock lock = new ReentrantLock();

  void run(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  boolean test(BooleanSupplier question) {
    lock.lock();
    try {
      return question.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  <T> @Nullable T find(Supplier<@Nullable T> search) {
    lock.lock();
    try {
      return search.get();
    } finally {
      lock.unlock();
    }
  }
}
