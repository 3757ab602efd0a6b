package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.util.List;

/**
 * Where durable payments are recorded: {@link JdbcPaymentStore} in the shop's database, {@link
 * MemoryPaymentStore} for tests. A shop with another database may write its own store, which must
 * keep the contract of {@link StoreSession}. Thread-safe.
 */
public interface PaymentStore {
  /** What is done within one transaction. It is done again if the database asks for that. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; whatever it throws rolls everything back. */
    T in(StoreSession session);
  }

  /** What is done within one transaction, without a result. */
  @FunctionalInterface
  interface Action {
    /** Does it; whatever it throws rolls everything back. */
    void in(StoreSession session);

    /** This as work. */
    default Work<Boolean> asWork() {
      return session -> {
        in(session);
        return true;
      };
    }
  }

  /** As {@link #inNew}, without a result. */
  default void run(Action action) {
    inNew(action.asWork());
  }

  /**
   * Runs the work in a transaction of its own at READ COMMITTED, and commits it.
   *
   * @throws StoreException if the database refused or failed
   */
  <T> T inNew(Work<T> work);

  /**
   * Runs the work in a transaction of its own at the shop's isolation level, and commits it. The
   * shop's handler runs in it.
   */
  <T> T inNewOfShop(Work<T> work);

  /** Runs the work in the caller's open transaction, or in one of its own if there is none. */
  <T> T joined(Work<T> work);

  /** Runs the work on a connection whose transaction the caller ends. */
  <T> T on(Connection connection, Work<T> work);

  /** Whether the calling thread is inside a transaction. */
  boolean active();

  /**
   * Refuses a schema that is missing or of a version this SDK can't work with.
   *
   * @return what an operator should know, such as a setting that can lose committed data; empty if
   *     all is well
   * @throws StoreException with what to do
   */
  List<String> check();

  /** The short name of the shop: several shops may share one schema. */
  String shop();
}
