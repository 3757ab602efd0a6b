package kr.pgsdk.durable.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool as shops have one: so many connections, and who finds none waits. */
public final class Pool implements DataSource {
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final long UNASKED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final DataSource source;
  private final Semaphore free;
  private final Deque<Idle> idle = new ArrayDeque<>();

  /** A connection that nobody uses since a moment of the monotonic clock. */
  private record Idle(Connection connection, long since) {
    /** As usual, a connection that was used a moment ago isn't asked whether it lives. */
    boolean isUsable() throws SQLException {
      return System.nanoTime() - since < UNASKED_NANOS || connection.isValid(1);
    }
  }

  private Pool(DataSource source, int size) {
    this.source = source;
    this.free = new Semaphore(size, true);
  }

  /** Returns a pool of so many connections. */
  public static Pool of(DataSource source, int size) {
    return new Pool(source, size);
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      if (!free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientConnectionException("the pool is empty");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for the pool", e);
    }
    try {
      Connection connection = taken();
      return proxy(connection == null ? source.getConnection() : connection);
    } catch (SQLException e) {
      free.release();
      throw e;
    }
  }

  /** Null if none is idle; those that a dead server has left are dropped. */
  private @Nullable Connection taken() throws SQLException {
    for (Idle next = poll(); next != null; next = poll()) {
      if (next.isUsable()) {
        return next.connection();
      }
      next.connection().close();
    }
    return null;
  }

  private synchronized @Nullable Idle poll() {
    return idle.poll();
  }

  private synchronized void giveBack(Connection connection) {
    idle.push(new Idle(connection, System.nanoTime()));
  }

  private Connection proxy(Connection connection) {
    AtomicBoolean closed = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            Pool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> called(connection, closed, method, arguments));
  }

  private @Nullable Object called(
      Connection connection,
      AtomicBoolean closed,
      Method method,
      @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      if (!closed.getAndSet(true)) {
        closed(connection);
      }
      return null;
    }
    if (closed.get()) {
      if (method.getName().equals("isClosed")) {
        return true;
      }
      throw new SQLNonTransientConnectionException("the pool has this connection back", "08003");
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Rolls back what was left open. An isolation level stays: not every pool sets it back. */
  private void closed(Connection connection) throws SQLException {
    try {
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        giveBack(connection);
      }
    } finally {
      free.release();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(System.err, true, Charset.defaultCharset());
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
