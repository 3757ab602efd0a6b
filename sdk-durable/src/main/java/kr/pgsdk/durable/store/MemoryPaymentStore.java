package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests of a shop: the same contract, one transaction at a time, and nothing
 * outlives the process. Thread-safe.
 */
public final class MemoryPaymentStore implements PaymentStore {
  private final ReentrantLock turn = new ReentrantLock();
  private final InstantSource clock;
  private final String shop;
  private MemoryTables tables = MemoryTables.empty();
  private @Nullable MemorySession open;

  private MemoryPaymentStore(InstantSource clock, String shop) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.shop = shop;
  }

  /** Returns an empty store. */
  public static MemoryPaymentStore create() {
    return new MemoryPaymentStore(Clock.systemUTC(), "shop");
  }

  /** Returns an empty store whose clock is this one, for tests that move time. */
  public static MemoryPaymentStore create(InstantSource clock) {
    return new MemoryPaymentStore(clock, "shop");
  }

  @Override
  public <T> T inNew(Work<T> work) {
    turn.lock();
    MemorySession outer = open;
    MemorySession session = new MemorySession(tables.copy(), clock);
    open = session;
    try {
      T result = work.in(session);
      tables = session.tables();
      return result;
    } finally {
      open = outer;
      turn.unlock();
    }
  }

  @Override
  public <T> T inNewOfShop(Work<T> work) {
    return inNew(work);
  }

  @Override
  public <T> T joined(Work<T> work) {
    MemorySession mine = turn.isHeldByCurrentThread() ? open : null;
    return mine == null ? inNew(work) : work.in(mine);
  }

  @Override
  public <T> T on(Connection connection, Work<T> work) {
    throw new UnsupportedOperationException(
        "a store in memory has no connection: request the refund without one");
  }

  @Override
  public boolean active() {
    return turn.isHeldByCurrentThread();
  }

  @Override
  public List<String> check() {
    return List.of("this store is in memory: it forgets everything with the process");
  }

  @Override
  public String shop() {
    return shop;
  }
}
