package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.durable.store.StoreException.Kind;

/**
 * A store in memory, for tests of a shop: it keeps the same contract, with row locks and READ
 * COMMITTED, but loses everything when the process ends. Thread-safe.
 */
public final class MemoryPaymentStore implements PaymentStore {
  private static final int MOST_TRIES = 3;

  private final MemoryDatabase database = new MemoryDatabase();
  private final ThreadLocal<Deque<MemorySession>> open = ThreadLocal.withInitial(ArrayDeque::new);
  private final InstantSource clock;

  private MemoryPaymentStore(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns an empty store. */
  public static MemoryPaymentStore create() {
    return new MemoryPaymentStore(Clock.systemUTC());
  }

  /** Returns an empty store whose clock is this one, for tests that move time. */
  public static MemoryPaymentStore create(InstantSource clock) {
    return new MemoryPaymentStore(clock);
  }

  @Override
  public <T> T inNew(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(work);
      } catch (StoreException e) {
        if (e.kind() != Kind.TRANSIENT || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Work<T> work) {
    Deque<MemorySession> mine = open.get();
    MemoryTransaction transaction = new MemoryTransaction(database, clock);
    MemorySession session = new MemorySession(transaction);
    mine.push(session);
    try {
      T result = work.in(session);
      transaction.commit();
      return result;
    } finally {
      transaction.unlock();
      mine.pop();
      if (mine.isEmpty()) {
        open.remove();
      }
    }
  }

  @Override
  public <T> T inNewOfShop(Work<T> work) {
    return inNew(work);
  }

  @Override
  public <T> T joined(Work<T> work) {
    MemorySession mine = open.get().peek();
    return mine == null ? inNew(work) : work.in(mine);
  }

  @Override
  public <T> T on(Connection connection, Work<T> work) {
    throw new UnsupportedOperationException(
        "a store in memory has no connection: request the refund without one");
  }

  @Override
  public boolean active() {
    return !open.get().isEmpty();
  }

  @Override
  public List<String> check() {
    return List.of("this store is in memory: it forgets everything with the process");
  }

  @Override
  public String shop() {
    return "shop";
  }
}
