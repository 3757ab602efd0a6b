package kr.pgsdk.durable.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The database's clock, asked once a transaction, with the first row that is locked if any is. */
final class JdbcClock {
  private final Sql sql;
  private final Dialect dialect;
  private @Nullable Instant now;

  JdbcClock(Sql sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  Instant now() {
    Instant known = now;
    if (known == null) {
      known = sql.list("select " + dialect.now() + " as now", JdbcClock::read).get(0);
      now = known;
    }
    return known;
  }

  private static Instant read(ResultSet row) throws SQLException {
    return Sql.requiredTime(row, "now");
  }

  /** Reads a locked row, and the clock beside it. */
  <T> Sql.Reader<T> with(Sql.Reader<T> reader) {
    return row -> {
      now = read(row);
      return reader.read(row);
    };
  }
}
