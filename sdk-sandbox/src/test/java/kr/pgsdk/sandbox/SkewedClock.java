package kr.pgsdk.sandbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;

/** A database server whose clock is set wrong, and set again, while it is in use. */
final class SkewedClock {
  private final Database database;
  private final DataSource real;
  private volatile Duration off = Duration.ZERO;

  SkewedClock(Database database, DataSource real) throws SQLException {
    this.database = database;
    this.real = real;
    if (database == Database.POSTGRESQL) {
      try (Connection connection = real.getConnection()) {
        run(connection, "create schema skewed");
        run(
            connection,
            "create function skewed.clock_timestamp() returns timestamptz language sql as"
                + " $$ select pg_catalog.clock_timestamp()"
                + " + current_setting('skewed.off')::interval $$");
      }
    }
  }

  /** Sets it so much ahead of the right time; behind, if it is negative. */
  void set(Duration ahead) {
    off = ahead;
  }

  /** The database with this clock. */
  DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            SkewedClock.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                if (result instanceof Connection connection) {
                  skew(connection);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void skew(Connection connection) throws SQLException {
    switch (database) {
      case POSTGRESQL -> {
        run(connection, "set skewed.off='" + off.toSeconds() + " seconds'");
        run(connection, "set search_path=skewed, pg_catalog, public");
      }
      case MARIADB ->
          run(connection, "set timestamp=unix_timestamp(sysdate(6))+(" + off.toSeconds() + ")");
      case H2 -> throw new IllegalArgumentException("H2's clock is the JVM's");
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
