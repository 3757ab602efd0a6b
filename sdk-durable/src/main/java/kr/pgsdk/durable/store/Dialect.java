package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. */
enum Dialect {
  /** For demos, tests and one process. */
  H2("h2", null),
  /** PostgreSQL. */
  POSTGRESQL("postgresql", "cast(extract(epoch from clock_timestamp())*1000 as bigint)"),
  /** MariaDB, and MySQL too. */
  MARIADB("mariadb", "timestampdiff(MICROSECOND,'1970-01-01',utc_timestamp(6)) div 1000");

  private final String folder;
  private final @Nullable String now;

  Dialect(String folder, @Nullable String now) {
    this.folder = folder;
    this.now = now;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    return switch (product) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      case "mariadb", "mysql" -> MARIADB;
      default ->
          throw new StoreException(
              Kind.OTHER,
              "JdbcPaymentStore knows H2, PostgreSQL, MySQL and MariaDB, but this is "
                  + product
                  + ": write a PaymentStore for it",
              null);
    };
  }

  /** The folder of its schema files. */
  String folder() {
    return folder;
  }

  /** The database's clock in epoch milliseconds; H2's is the JVM's. */
  String now() {
    return now != null ? now : Long.toString(System.currentTimeMillis());
  }

  /** Inserts a row unless its key is there; H2 refuses the row then. */
  String insertIfAbsent(Table table) {
    return switch (this) {
      case H2 -> table.insert();
      case POSTGRESQL -> table.insert() + " on conflict (" + table.keyList() + ") do nothing";
      case MARIADB -> table.insert() + " on duplicate key update shop=shop";
    };
  }

  /** Inserts a row or replaces it, but for the columns that are to stay. Not in H2. */
  String upsert(Table table, List<String> staying) {
    Stream<String> replaced = table.values().stream().filter(column -> !staying.contains(column));
    return this == POSTGRESQL
        ? table.insert()
            + " on conflict ("
            + table.keyList()
            + ") do update set "
            + replaced.map(c -> c + "=excluded." + c).collect(Collectors.joining(","))
        : table.insert()
            + " on duplicate key update "
            + replaced.map(c -> c + "=values(" + c + ")").collect(Collectors.joining(","));
  }
}
