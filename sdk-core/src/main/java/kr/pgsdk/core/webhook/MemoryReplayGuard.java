package kr.pgsdk.core.webhook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in this process; the subject handled longest ago is forgotten first. Orders that hold
 * or held money are counted apart: no number of failed tries or events makes it forget one.
 */
final class MemoryReplayGuard implements ReplayGuard {
  private static final long WAIT_MILLIS = 5_000;

  private final int capacity;
  private final long waitNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, String> withMoney = new LinkedHashMap<>();
  private final Map<String, String> withoutMoney = new LinkedHashMap<>();
  private final Map<String, MemoryTurn> taken = new HashMap<>();

  MemoryReplayGuard(int capacity) {
    this(capacity, WAIT_MILLIS);
  }

  MemoryReplayGuard(int capacity, long waitMillis) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: it is " + capacity);
    }
    this.capacity = capacity;
    this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
  }

  @Override
  public Optional<Turn> take(String subject) {
    Objects.requireNonNull(subject, "subject");
    lock.lock();
    try {
      long left = waitNanos;
      MemoryTurn other = taken.get(subject);
      while (other != null) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = other.ended.awaitNanos(left);
        other = taken.get(subject);
      }
      MemoryTurn turn = new MemoryTurn(subject, handled(subject));
      taken.put(subject, turn);
      return Optional.of(turn);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable String handled(String subject) {
    String state = withMoney.get(subject);
    return state != null ? state : withoutMoney.get(subject);
  }

  private void remember(String subject, String state) {
    // Put anew, it is the youngest. One without money that had some before stays among the others.
    boolean money = withMoney.remove(subject) != null || HandledOrder.parse(state).hasHeldMoney();
    withoutMoney.remove(subject);
    Map<String, String> handled = money ? withMoney : withoutMoney;
    handled.put(subject, state);
    if (handled.size() > capacity) {
      handled.remove(handled.keySet().iterator().next());
    }
  }

  /** How many turns are taken and subjects remembered. */
  int size() {
    lock.lock();
    try {
      return withMoney.size() + withoutMoney.size() + taken.size();
    } finally {
      lock.unlock();
    }
  }

  private final class MemoryTurn implements Turn {
    private final String subject;
    private final @Nullable String handledBefore;
    private final Condition ended = lock.newCondition();

    MemoryTurn(String subject, @Nullable String handledBefore) {
      this.subject = subject;
      this.handledBefore = handledBefore;
    }

    @Override
    public Optional<String> handled() {
      return Optional.ofNullable(handledBefore);
    }

    @Override
    public void complete(String state) {
      Objects.requireNonNull(state, "state");
      lock.lock();
      try {
        if (!taken.remove(subject, this)) {
          throw new IllegalStateException("this turn is over");
        }
        remember(subject, state);
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (taken.remove(subject, this)) {
          ended.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
