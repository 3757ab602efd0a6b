package kr.pgsdk.durable.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** A table of three rows, a, b and c, whose number is 1, for transactions that meet in it. */
public final class Rows {
  private final Database database;
  private final DataSource source;

  private Rows(Database database, DataSource source) {
    this.database = database;
    this.source = source;
  }

  /** Creates the table in an empty database. */
  public static Rows in(Database database) throws SQLException {
    Rows rows = new Rows(database, database.open());
    try (Connection connection = rows.source.getConnection()) {
      update(
          connection,
          "create table pair (shop varchar(64) primary key, number bigint not null,"
              + " once varchar(64) unique)");
      update(connection, "insert into pair values ('a', 1, null), ('b', 1, null), ('c', 1, null)");
    }
    return rows;
  }

  /** The database it is in. */
  public DataSource source() {
    return source;
  }

  /** Begins a transaction at a level of {@link Connection}. */
  public Connection begin(int level) throws SQLException {
    Connection connection = source.getConnection();
    connection.setTransactionIsolation(level);
    connection.setAutoCommit(false);
    return connection;
  }

  /** Begins a transaction at READ COMMITTED. */
  public Connection begin() throws SQLException {
    return begin(Connection.TRANSACTION_READ_COMMITTED);
  }

  /** What is committed of a row. */
  public long committed(String row) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return number(connection, "select number from pair where shop='" + row + "'");
    }
  }

  /** Runs a statement, and returns how many rows it is said to have changed. */
  public static int update(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  /** Reads one number. */
  public static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Sets the number of a row. */
  public static int set(Connection connection, String row, long number) throws SQLException {
    return update(connection, "update pair set number=" + number + " where shop='" + row + "'");
  }

  /** Runs work on another thread, and returns as soon as it waits for a lock. */
  public <T> Future<T> waiting(Callable<T> work) throws SQLException {
    CompletableFuture<T> result =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.call();
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });
    String waiting =
        switch (database) {
          case H2 ->
              "select count(*) from information_schema.sessions where blocker_id is not null";
          case POSTGRESQL ->
              "select count(*) from pg_stat_activity"
                  + " where datname=current_database() and wait_event_type='Lock'";
          // Not innodb_trx: InnoDB doesn't refresh that view while it is read more than ten times a
          // second. This counts the waits of the whole server, which is this JVM's own.
          case MARIADB ->
              "select cast(variable_value as unsigned) from information_schema.global_status"
                  + " where variable_name='INNODB_ROW_LOCK_CURRENT_WAITS'";
        };
    try (Connection connection = source.getConnection()) {
      while (number(connection, waiting) == 0) {
        if (result.isDone()) {
          throw new AssertionError("it didn't wait: " + result.handle((r, e) -> r + " " + e));
        }
        Thread.onSpinWait();
      }
    }
    return result;
  }
}
