package kr.pgsdk.sandbox;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts what a verb costs of its database. */
final class WatchedDatabase implements DataSource {
  private final DataSource database;
  private int open;
  private int commits;
  private final List<String> statements = new ArrayList<>();

  WatchedDatabase(DataSource database) {
    this.database = database;
  }

  synchronized int open() {
    return open;
  }

  synchronized int commits() {
    return commits;
  }

  synchronized List<String> statements() {
    return List.copyOf(statements);
  }

  synchronized void reset() {
    commits = 0;
    statements.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = database.getConnection();
    synchronized (this) {
      open++;
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> called(connection, method, arguments));
  }

  private Object called(Connection connection, Method method, Object[] arguments) throws Throwable {
    synchronized (this) {
      switch (method.getName()) {
        case "close" -> open--;
        case "commit" -> commits++;
        case "prepareStatement" -> statements.add((String) arguments[0]);
        default -> {}
      }
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(System.err, true);
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
