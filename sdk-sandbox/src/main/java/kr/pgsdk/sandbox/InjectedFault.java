package kr.pgsdk.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** A fault that is in effect: to wait for, to let go, to remove. Thread-safe. */
public final class InjectedFault {
  final Fault fault;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Thread> late = new ArrayList<>();
  private int left;
  private int hits;
  private int held;
  private int working;
  private boolean released;
  private boolean abandoned;

  InjectedFault(Fault fault) {
    this.fault = fault;
    this.left = fault.times;
  }

  /** Whether {@code request} would be hit now. */
  boolean matches(JournalEntry request) {
    return left() > 0 && fault.concerns(request);
  }

  /** Whether it is still to cut a connection before a body is read. */
  boolean cutsUnread() {
    return fault.effect.wire() == Effect.Wire.CUT_UNREAD && left() > 0;
  }

  private int left() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Uses the fault up by one, unless somebody else was faster. */
  boolean hit() {
    lock.lock();
    try {
      if (left == 0) {
        return false;
      }
      left--;
      hits++;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns after {@link #release}. */
  void awaitRelease() throws InterruptedException {
    lock.lock();
    try {
      held++;
      changed.signalAll();
      while (!released && !abandoned) {
        changed.await();
      }
      if (!released) {
        throw new InterruptedException("the sandbox is closed");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the gateway works on a request that this has hit. */
  void begin() {
    work(1);
  }

  /** Notes that it does no longer. */
  void end() {
    work(-1);
  }

  private void work(int difference) {
    lock.lock();
    try {
      working += difference;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns after {@code pause}, or before if this is released. */
  void pause(Duration pause) throws InterruptedException {
    long nanos = pause.toNanos();
    lock.lock();
    try {
      while (nanos > 0 && !released && !abandoned) {
        nanos = changed.awaitNanos(nanos);
      }
      if (abandoned) {
        throw new InterruptedException("the sandbox is closed");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Remembers a thread that works on a request whose client is gone. */
  void addLate(Thread thread) {
    lock.lock();
    try {
      late.add(thread);
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait without an answer. */
  void abandon() {
    lock.lock();
    try {
      left = 0;
      abandoned = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many requests it has hit. */
  public int hits() {
    lock.lock();
    try {
      return hits;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it has hit {@code count} requests. What the gateway does about them may still be
   * going on.
   *
   * @throws IllegalStateException if that didn't happen within {@code atMost}
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitHits(int count, Duration atMost) throws InterruptedException {
    await("hit", () -> hits, count, atMost);
  }

  /**
   * Waits until it has held {@code count} requests: the gateway has taken them on, noted their
   * idempotency keys and, if the fault says so, executed them; now they wait for {@link #release}.
   *
   * @throws IllegalStateException if that didn't happen within {@code atMost}
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitHeld(int count, Duration atMost) throws InterruptedException {
    await("held", () -> held, count, atMost);
  }

  private void await(String what, IntSupplier reached, int count, Duration atMost)
      throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (reached.getAsInt() < count) {
        if (nanos <= 0) {
          throw new IllegalStateException(
              "the fault has %s %d requests, not %d, within %s"
                  .formatted(what, reached.getAsInt(), count, atMost));
        }
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets go of every request that is held, and holds none from now on. All have been executed when
   * this returns, also those whose clients are gone; their answers may still be on their way.
   *
   * @throws InterruptedException if the thread is interrupted while they are executed
   */
  public void release() throws InterruptedException {
    List<Thread> threads;
    lock.lock();
    try {
      // Once the sandbox is closed, nothing is executed any more.
      released = !abandoned;
      changed.signalAll();
      threads = List.copyOf(late);
      late.clear();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
    awaitWork();
  }

  private void awaitWork() throws InterruptedException {
    long nanos = TimeUnit.SECONDS.toNanos(10);
    lock.lock();
    try {
      while (working > 0 && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Names the fault, and how many requests it has hit. */
  @Override
  public String toString() {
    return fault + ", " + hits() + " hit";
  }

  /** Hits no further request; those that are held stay held until {@link #release}. */
  public void remove() {
    lock.lock();
    try {
      left = 0;
    } finally {
      lock.unlock();
    }
  }
}
