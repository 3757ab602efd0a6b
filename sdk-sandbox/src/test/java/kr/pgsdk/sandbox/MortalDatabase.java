package kr.pgsdk.sandbox;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database as a server sees it to whom something happens at one of its commits. Once it is dead,
 * nothing it does reaches the database.
 */
final class MortalDatabase implements DataSource {
  /** What happens. */
  enum Fate {
    DIES_BEFORE_COMMIT,
    DIES_AFTER_COMMIT,
    /** The commit stands, and the server is told that its connection was lost. */
    ACKNOWLEDGEMENT_LOST,
    /** The transaction is rolled back as the victim of a deadlock. */
    DEADLOCK
  }

  /** The server is dead. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final DataSource database;
  private final int commit;
  private final Fate fate;
  private int commits;
  private boolean dead;
  private boolean happened;

  /**
   * A server's view.
   *
   * @param commit the number of the commit it happens at, from 1
   */
  MortalDatabase(DataSource database, int commit, Fate fate) {
    this.database = database;
    this.commit = commit;
    this.fate = fate;
  }

  /** Whether the server has come as far as the commit. */
  boolean hasHappened() {
    return happened;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireAlive();
    Connection connection = database.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> called(connection, method, arguments));
  }

  private Object called(Connection connection, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      connection.close(); // a database ends the transaction of a client that is gone
      return null;
    }
    if (dead && !connection.isClosed()) {
      connection.rollback();
    }
    requireAlive();
    boolean now = method.getName().equals("commit") && ++commits == commit;
    if (now) {
      happened = true;
      happens(connection);
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void happens(Connection connection) throws SQLException {
    switch (fate) {
      case DIES_BEFORE_COMMIT -> connection.rollback();
      case DIES_AFTER_COMMIT -> connection.commit();
      case ACKNOWLEDGEMENT_LOST -> {
        connection.commit();
        throw new SQLException("the connection was lost", "08006");
      }
      case DEADLOCK -> {
        connection.rollback();
        throw new SQLException("deadlock detected", "40P01");
      }
    }
    dead = true;
    requireAlive();
  }

  private void requireAlive() {
    if (dead) {
      throw new Death();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(System.err);
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
