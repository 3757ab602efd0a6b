package kr.pgsdk.durable.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;
import kr.pgsdk.durable.store.StoreException.Kind;

/** What an exception of a driver means. */
final class SqlErrors {
  // A lock or statement timeout of PostgreSQL, H2 and ODBC; a server that shuts down.
  private static final Set<String> TRANSIENT =
      Set.of("55P03", "57014", "57P01", "57P02", "57P03", "53300", "25P03", "HYT00", "HYT01");
  // MySQL and MariaDB: changed since read, too many connections, lock wait, deadlock, killed query,
  // time-out.
  private static final Set<Integer> TRANSIENT_CODES =
      Set.of(1020, 1040, 1205, 1213, 1317, 1969, 3024);
  private static final int MYSQL_DUPLICATE = 1062;
  // The lock and statement timeouts among them.
  private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "HYT00", "HYT01");
  private static final Set<Integer> TIMEOUT_CODES = Set.of(1205, 1317, 1969, 3024);

  private SqlErrors() {}

  /** Whether a statement was given up because it took too long, such as waiting for a lock. */
  static boolean isTimeout(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return TIMEOUTS.contains(state)
        || TIMEOUT_CODES.contains(e.getErrorCode())
        || e instanceof SQLTimeoutException;
  }

  static StoreException translated(SQLException e) {
    return new StoreException(
        kind(e), "the database failed: SQLState " + e.getSQLState() + " " + e.getMessage(), e);
  }

  private static Kind kind(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("23505") || e.getErrorCode() == MYSQL_DUPLICATE) {
      return Kind.DUPLICATE;
    }
    boolean again =
        state.startsWith("08")
            || state.startsWith("40")
            || TRANSIENT.contains(state)
            || TRANSIENT_CODES.contains(e.getErrorCode())
            || e instanceof SQLNonTransientConnectionException
            || e instanceof SQLTransientException
            || e instanceof SQLRecoverableException
            || e instanceof SQLTimeoutException;
    return again ? Kind.TRANSIENT : Kind.OTHER;
  }
}
