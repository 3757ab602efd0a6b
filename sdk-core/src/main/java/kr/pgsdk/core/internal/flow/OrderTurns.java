package kr.pgsdk.core.internal.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** Lets the calls about one order go on one after another. Thread-safe. */
final class OrderTurns {
  private final Map<OrderId, Turn> turns = new HashMap<>();

  /** The right to go on; forgotten when no call has it or waits for it any more. */
  final class Turn {
    private final OrderId order;
    private final ReentrantLock lock = new ReentrantLock();
    private int calls;

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

  private synchronized Turn join(OrderId order) {
    Turn turn = turns.computeIfAbsent(order, Turn::new);
    turn.calls++;
    return turn;
  }

  private synchronized void leave(Turn turn) {
    turn.calls--;
    if (turn.calls == 0) {
      turns.remove(turn.order);
    }
  }
}
