package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How transactions begin and end: implement this to join the transactions of a framework. {@link
 * JdbcTransactions} works without a framework. An implementation commits after the work has
 * returned, and rolls back if the work throws anything, also a checked exception. Thread-safe.
 */
public interface Transactions {
  /** What is done on a transaction's connection. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; must neither commit, nor roll back, nor close. */
    T on(Connection connection);
  }

  /** How a transaction is isolated from others. */
  enum Isolation {
    /** READ COMMITTED: what a lock waited for is then read as it was committed. */
    READ_COMMITTED,
    /** As the shop has configured it. */
    OF_THE_SHOP
  }

  /**
   * Runs the work in a new transaction, whatever the caller has open.
   *
   * @throws SQLException if the transaction can't begin or end
   */
  <T> T inNew(Isolation isolation, Work<T> work) throws SQLException;

  /** Runs the work in the caller's transaction, or in a new one if there is none. */
  <T> T joined(Work<T> work) throws SQLException;

  /** Whether the calling thread is inside a transaction. */
  boolean active();
}
