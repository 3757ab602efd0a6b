package kr.pgsdk.core.internal.flow;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** Lets the calls about one order go on one after another. Thread-safe. */
final class OrderTurns {
  private final ConcurrentMap<OrderId, Turn> turns = new ConcurrentHashMap<>();

  /** The right to go on; forgotten when no call has it or waits for it any more. */
  final class Turn {
    private final OrderId order;
    private final ReentrantLock lock = new ReentrantLock();
    private int calls; // changed within the map's own atomic steps alone

    private Turn(OrderId order) {
      this.order = order;
    }

    /** Lets the next call go on. */
    void end() {
      lock.unlock();
      leave(this);
    }
  }

  /**
   * Waits until no other call has the turn.
   *
   * @return null if the deadline passed before
   */
  @Nullable Turn take(OrderId order, Deadline deadline) throws InterruptedException {
    Turn turn = join(order);
    boolean taken = false;
    try {
      taken = turn.lock.tryLock() || deadline.acquire(turn.lock);
      return taken ? turn : null;
    } finally {
      if (!taken) {
        leave(turn);
      }
    }
  }

  private Turn join(OrderId order) {
    return turns.compute(
        order,
        (key, known) -> {
          Turn turn = known == null ? new Turn(order) : known;
          turn.calls++;
          return turn;
        });
  }

  private void leave(Turn left) {
    turns.computeIfPresent(
        left.order,
        (key, turn) -> {
          turn.calls--;
          return turn.calls == 0 ? null : turn;
        });
  }
}
