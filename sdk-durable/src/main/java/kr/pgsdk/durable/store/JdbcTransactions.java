package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on connections of a {@code DataSource}, without a framework. It knows only the
 * transactions that it has begun itself: a shop that opens its own transaction passes the
 * connection to {@code requestRefund(Connection, Refund)}.
 */
public final class JdbcTransactions implements Transactions {
  private final DataSource source;
  private final ThreadLocal<Deque<Connection>> open = ThreadLocal.withInitial(ArrayDeque::new);

  private JdbcTransactions(DataSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** Returns transactions on connections of this source, which stays the caller's. */
  public static JdbcTransactions of(DataSource source) {
    return new JdbcTransactions(source);
  }

  @Override
  public <T> T inNew(Isolation isolation, Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      int level = connection.getTransactionIsolation();
      boolean other =
          isolation == Isolation.READ_COMMITTED && level != Connection.TRANSACTION_READ_COMMITTED;
      if (other) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
      connection.setAutoCommit(false);
      try {
        return committed(connection, work);
      } finally {
        restore(connection, autoCommit, other ? level : null);
      }
    }
  }

  private <T> T committed(Connection connection, Work<T> work) throws SQLException {
    Deque<Connection> mine = open.get();
    mine.push(connection);
    boolean done = false;
    try {
      T result = work.on(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      mine.pop();
      if (mine.isEmpty()) {
        open.remove();
      }
      if (!done) { // also after a refused commit: leaving auto-commit off and on would commit it
        rollBack(connection);
      }
    }
  }

  /** What the work threw matters more than a failed rollback: a lost connection is rolled back. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is lost, and with it the transaction.
    }
  }

  private static void restore(Connection connection, boolean autoCommit, @Nullable Integer level) {
    try {
      connection.setAutoCommit(autoCommit);
      if (level != null) {
        connection.setTransactionIsolation(level);
      }
    } catch (SQLException e) {
      // The connection is lost; the pool drops it.
    }
  }

  @Override
  public <T> T joined(Work<T> work) throws SQLException {
    Connection mine = open.get().peek();
    return mine == null ? inNew(Isolation.READ_COMMITTED, work) : work.on(mine);
  }

  @Override
  public boolean active() {
    return !open.get().isEmpty();
  }
}
