package kr.pgsdk.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A fault that is in effect: to wait for, to let go, to remove. Thread-safe. */
public final class InjectedFault {
  private enum State {
    HOLDING,
    RELEASED,
    /** The sandbox is closed: nothing is executed any more. */
    ABANDONED
  }

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  final Fault fault;
  private final AtomicInteger left;
  private final AtomicReference<State> state = new AtomicReference<>(State.HOLDING);
  private final CountDownLatch holding = new CountDownLatch(1);
  private final Counter hits = new Counter();
  private final Counter held = new Counter();

  /** The requests it has hit that the gateway is at work on, also those whose clients are gone. */
  final Counter working = new Counter();

  InjectedFault(Fault fault) {
    this.fault = fault;
    this.left = new AtomicInteger(fault.times());
  }

  /** Whether {@code request} would be hit now. */
  boolean matches(JournalEntry request) {
    return left.get() > 0 && fault.concerns(request);
  }

  /** Whether it is still to cut a connection before a body is read. */
  boolean cutsUnread() {
    return fault.kind() == FaultKind.CUT_BEFORE_READ && left.get() > 0;
  }

  /** Uses the fault up by one, unless somebody else was faster. */
  boolean hit() {
    if (left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
      return false;
    }
    hits.add(1);
    return true;
  }

  /** Returns after {@link #release}. */
  void awaitRelease() throws InterruptedException {
    held.add(1);
    holding.await();
    requireOpen();
  }

  /** Returns after {@code pause}, or before if this is released. */
  void pause(Duration pause) throws InterruptedException {
    boolean unused = holding.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    requireOpen();
  }

  private void requireOpen() throws InterruptedException {
    if (state.get() == State.ABANDONED) {
      throw new InterruptedException("the sandbox is closed");
    }
  }

  /** Ends every wait without a response. */
  void abandon() {
    remove();
    end(State.ABANDONED);
  }

  private void end(State by) {
    state.compareAndSet(State.HOLDING, by);
    holding.countDown();
  }

  /** How many requests it has hit. */
  public int hits() {
    return hits.get();
  }

  /**
   * Waits until it has hit {@code count} requests. What the gateway does about them may still be
   * going on.
   *
   * @throws IllegalStateException if that didn't happen within {@code atMost}
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitHits(int count, Duration atMost) throws InterruptedException {
    await("hit", hits, count, atMost);
  }

  /**
   * Waits until it has held {@code count} requests: the gateway has taken them on, noted their
   * idempotency keys and, if the fault says so, executed them; now they wait for {@link #release}.
   *
   * @throws IllegalStateException if that didn't happen within {@code atMost}
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitHeld(int count, Duration atMost) throws InterruptedException {
    await("held", held, count, atMost);
  }

  private static void await(String what, Counter counter, int count, Duration atMost)
      throws InterruptedException {
    if (!counter.await(reached -> reached >= count, atMost)) {
      throw new IllegalStateException(
          "the fault has %s %d requests, not %d, within %s"
              .formatted(what, counter.get(), count, atMost));
    }
  }

  /**
   * Lets go of every request that is held, and holds none from now on. All have been executed when
   * this returns, also those whose clients are gone; their responses may still be on their way.
   *
   * @throws InterruptedException if the thread is interrupted while they are executed
   */
  public void release() throws InterruptedException {
    end(State.RELEASED);
    boolean unused = working.await(requests -> requests == 0, LONGEST_WAIT);
  }

  /** Hits no further request; those that are held stay held until {@link #release}. */
  public void remove() {
    left.set(0);
  }

  /** Names the fault, and how many requests it has hit. */
  @Override
  public String toString() {
    return fault + ", " + hits() + " hit";
  }
}
