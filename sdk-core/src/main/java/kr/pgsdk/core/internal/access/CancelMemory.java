package kr.pgsdk.core.internal.access;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.CancelRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one refund: its state, and until when something sent for it may still be
 * worked on. It is changed under {@link #lock()}, and read without.
 */
public final class CancelMemory {
  private static volatile @Nullable Function<CancelRequest, CancelMemory> access;

  private final Lock lock = new ReentrantLock();
  private final boolean callersKey;
  private volatile CancelState state;
  private volatile Consumer<String> beforeSending = text -> {};
  private volatile @Nullable Duration sinceLastSending;
  private volatile @Nullable Long workOverAt;
  private volatile boolean mayLackRecord;

  /**
   * Returns a memory.
   *
   * @param callersKey whether the key is the caller's own
   * @param sinceLastSending how long ago the last sending ended, if another process sent it; zero
   *     if that isn't known
   */
  public CancelMemory(CancelState state, boolean callersKey, @Nullable Duration sinceLastSending) {
    this.callersKey = callersKey;
    this.state = Objects.requireNonNull(state, "state");
    this.sinceLastSending = sinceLastSending;
  }

  /** Lets the SDK reach the memory of a cancel request, which has no public method for it. */
  public static void grant(Function<CancelRequest, CancelMemory> toMemory) {
    access = toMemory;
  }

  public static CancelMemory of(CancelRequest request) {
    return Objects.requireNonNull(access, "granted by the request's own class").apply(request);
  }

  /** Held by the call that works on the refund. */
  public Lock lock() {
    return lock;
  }

  /** Whether the key is the caller's own, and so may have been used before. */
  public boolean hasCallersKey() {
    return callersKey;
  }

  /**
   * Whether the gateway may have executed what was sent, and have kept no record of its key: it
   * isn't known whether a server error is kept.
   */
  public boolean mayLackRecord() {
    return mayLackRecord;
  }

  public void mayLackRecord(boolean now) {
    mayLackRecord = now;
  }

  public CancelState state() {
    return state;
  }

  public void note(CancelState now) {
    state = now;
  }

  /** Sets who is told what to store before the refund is sent. */
  public void beforeSending(Consumer<String> intent) {
    beforeSending = intent;
  }

  public Consumer<String> beforeSending() {
    return beforeSending;
  }

  /** The monotonic clock's reading at which work on what was sent is over; null if none was. */
  public @Nullable Long workOverAt() {
    return workOverAt;
  }

  /**
   * Notes that something was sent which may be worked on for a while.
   *
   * @param nanoTime the monotonic clock's reading at which that is over; null if nothing was sent
   */
  public void workIsOverAt(@Nullable Long nanoTime) {
    workOverAt = nanoTime;
    sinceLastSending = null;
  }

  /**
   * How long something sent for it may still be worked on; zero if that is over.
   *
   * @param now the monotonic clock's reading
   * @param longest how long work may go on after a sending has ended
   */
  public Duration workLeft(long now, Duration longest) {
    Duration since = sinceLastSending;
    if (since != null) {
      Duration left = longest.minus(since);
      workIsOverAt(now + (left.isNegative() ? 0 : left.toNanos()));
    }
    Long over = workOverAt;
    long left = over == null ? 0 : over - now;
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
