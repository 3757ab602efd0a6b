package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that one thread makes and another runs, and that can be ended from outside. Ending it
 * interrupts the thread that runs it, which ends every wait of the SDK's, and cancels the HTTP
 * exchange it is in, since a read from a socket on a platform thread takes no notice of interrupts.
 *
 * <p>It travels with its thread, so that it reaches the exchange through whatever lies between.
 */
public final class RunningCall {
  private enum State {
    WAITING,
    RUNNING,
    OVER
  }

  private static final ThreadLocal<RunningCall> CURRENT = new ThreadLocal<>();

  private final LongSupplier nanoTime;
  private final long madeAt;
  private final ReentrantLock lock = new ReentrantLock();
  private State state = State.WAITING;
  private boolean ended;
  private @Nullable Thread thread;
  private @Nullable Runnable exchangeEnd;
  private volatile Duration waited = Duration.ZERO;

  /**
   * Makes a call that waits for its thread from now on.
   *
   * @param nanoTime the monotonic clock
   */
  public RunningCall(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.madeAt = nanoTime.getAsLong();
  }

  /**
   * Runs {@code work} as this call, on this thread. An interrupt by {@link #end} doesn't outlive
   * it: the thread is its executor's.
   *
   * @return null if the call was ended before
   */
  public <T> @Nullable T run(Supplier<T> work) {
    if (!begin()) {
      return null;
    }
    RunningCall outer = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
      finish();
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      if (state != State.WAITING) {
        return false;
      }
      state = State.RUNNING;
      thread = Thread.currentThread();
      waited = Duration.ofNanos(nanoTime.getAsLong() - madeAt);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    lock.lock();
    try {
      state = State.OVER;
      thread = null;
      if (ended) {
        boolean unused = Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps the call from beginning.
   *
   * @return false if it has begun
   */
  public boolean refuse() {
    lock.lock();
    try {
      boolean waiting = state == State.WAITING;
      if (waiting) {
        state = State.OVER;
      }
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the call. Returns at once: what it runs ends by itself then.
   *
   * @return whether it hadn't begun, and now never will
   */
  public boolean end() {
    Runnable ending;
    lock.lock();
    try {
      if (state != State.RUNNING) {
        return refuse();
      }
      ended = true;
      if (thread != null) {
        thread.interrupt();
      }
      ending = exchangeEnd;
    } finally {
      lock.unlock();
    }
    if (ending != null) {
      ending.run();
    }
    return false;
  }

  /** The call that runs on this thread; null if none does. */
  static @Nullable RunningCall current() {
    return CURRENT.get();
  }

  /** How long the call that runs on this thread waited for it; zero if none does. */
  static Duration waited() {
    RunningCall current = current();
    return current == null ? Duration.ZERO : current.waited;
  }

  /** Whether a call runs on this thread that was ended. */
  static boolean isEnded() {
    RunningCall current = current();
    if (current == null) {
      return false;
    }
    current.lock.lock();
    try {
      return current.ended;
    } finally {
      current.lock.unlock();
    }
  }

  /**
   * Says how to end the exchange that this call, on this thread, is in now; if it was ended
   * already, so is the exchange.
   *
   * @param ending null when it is in none any more
   */
  void inExchange(@Nullable Runnable ending) {
    boolean tooLate;
    lock.lock();
    try {
      exchangeEnd = ending;
      tooLate = ended;
    } finally {
      lock.unlock();
    }
    if (tooLate && ending != null) {
      ending.run();
    }
  }
}
