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
 * A database as a server sees it that dies before or after one of its commits: from then on nothing
 * it does reaches the database.
 */
final class MortalDatabase implements DataSource {
  /** The server is dead. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final DataSource database;
  private final int commit;
  private final boolean before;
  private int commits;
  private boolean dead;

  /**
   * A server's view.
   *
   * @param commit the number of the commit it dies at, from 1
   * @param before whether it dies before it, else after it
   */
  MortalDatabase(DataSource database, int commit, boolean before) {
    this.database = database;
    this.commit = commit;
    this.before = before;
  }

  boolean isDead() {
    return dead;
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
    boolean last = method.getName().equals("commit") && ++commits == commit;
    if (last && before) {
      connection.rollback();
      dead = true;
      requireAlive();
    }
    try {
      Object result = method.invoke(connection, arguments);
      if (last) {
        dead = true;
        requireAlive();
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
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
