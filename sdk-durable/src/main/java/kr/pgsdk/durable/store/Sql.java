package kr.pgsdk.durable.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection. A statement that waits for a lock longer than 5 s fails. */
final class Sql {
  private static final int LONGEST_WAIT_SECONDS = 5;
  private static final int SHORT_WAIT_SECONDS = 2;

  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final boolean limited;

  /** H2 takes a statement's limit for the connection's, which is the shop's; it has its own. */
  Sql(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.limited = dialect != Dialect.H2;
  }

  Connection connection() {
    return connection;
  }

  int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(LONGEST_WAIT_SECONDS, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw SqlErrors.translated(e);
    }
  }

  <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
    return list(LONGEST_WAIT_SECONDS, sql, reader, values);
  }

  private <T> List<T> list(
      int longestWait, String sql, Reader<T> reader, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(longestWait, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw SqlErrors.translated(e);
    }
  }

  <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** As {@link #one}, and fails sooner. */
  <T> Optional<T> oneSoon(String sql, Reader<T> reader, @Nullable Object... values) {
    return list(SHORT_WAIT_SECONDS, sql, reader, values).stream().findFirst();
  }

  private PreparedStatement prepared(int longestWait, String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    if (limited) {
      statement.setQueryTimeout(longestWait);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, bound(values[i]));
    }
    return statement;
  }

  private static @Nullable Object bound(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof Money money) {
      return money.amount();
    }
    return value instanceof Enum<?> word ? word.name() : value;
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static Instant requiredTime(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static @Nullable Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? null : Money.of(amount, row.getString("currency"));
  }

  static Money requiredMoney(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column), row.getString("currency"));
  }

  static @Nullable PaymentKey key(ResultSet row, String account, String payment)
      throws SQLException {
    String id = row.getString(payment);
    return id == null ? null : new PaymentKey(row.getString(account), id);
  }

  /**
   * The words of this version, for what lists rows of many orders: a row with a word of a later
   * version mustn't hide the others.
   */
  static <E extends Enum<E>> String words(Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .map(word -> "'" + word.name() + "'")
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** A word of a later version is no word of ours: the row is left alone. */
  static <E extends Enum<E>> E word(Class<E> type, ResultSet row, String column)
      throws SQLException {
    String word = row.getString(column);
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          StoreException.Kind.LATER_VERSION,
          column
              + " holds a word that this version doesn't know; a later version wrote it: update this"
              + " server",
          e);
    }
  }
}
