package kr.pgsdk.sandbox;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

/** A number that can be waited for. Thread-safe. */
final class Counter {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int value;

  void add(int difference) {
    lock.lock();
    try {
      value += difference;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int get() {
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  /** Returns false if it wasn't so within this time. */
  boolean await(IntPredicate so, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (!so.test(value)) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
