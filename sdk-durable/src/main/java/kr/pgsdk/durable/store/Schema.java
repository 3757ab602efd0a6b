package kr.pgsdk.durable.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** The schema files of a database, and what is there of them. */
final class Schema {
  static final int VERSION = 1;

  private static final List<String> FILES =
      List.of(
          "001-order",
          "002-order-index",
          "003-payment",
          "004-payment-index",
          "005-refund",
          "006-refund-index",
          "007-refund-row",
          "008-work",
          "009-work-index",
          "010-event",
          "011-seen",
          "012-account",
          "013-token",
          "014-schema",
          "015-version",
          "016-payment-paid-index",
          "017-refund-ended-index",
          "018-refund-state-index",
          "019-refund-alarm-index",
          "020-order-slot-index",
          "021-order-failing-index",
          "022-payment-misplaced-index");

  /** How many tables, indexes and rows it consists of. */
  static final int OBJECTS = FILES.size();

  private Schema() {}

  static void create(Connection connection, Dialect dialect, String prefix) {
    Sql sql = new Sql(connection, dialect);
    for (String file : FILES) {
      String statement = statement(dialect, file, prefix);
      if (statement != null) {
        sql.update(statement);
      }
    }
  }

  /** Null where the database has no such file: MySQL makes its indexes with the table. */
  private static @Nullable String statement(Dialect dialect, String file, String prefix) {
    String path = "/kr/pgsdk/durable/schema/" + dialect.folder() + "/" + file + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(path)) {
      if (in == null) {
        return null;
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // An index lives in its table's schema, and takes no schema in front of its name.
      String name = prefix.substring(prefix.indexOf('.') + 1);
      return text.replace("{index}", name).replace("{table}", prefix).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> check(Connection connection, Dialect dialect, Tables tables, String prefix) {
    Sql sql = new Sql(connection, dialect);
    List<Integer> versions;
    try {
      versions = sql.list("select version from " + tables.schema().name(), row -> row.getInt(1));
    } catch (StoreException e) {
      throw new StoreException(
          Kind.OTHER,
          "the tables "
              + prefix
              + "… can't be read: run the schema files of "
              + dialect.folder()
              + ", or call createSchema()",
          e);
    }
    // The next version's columns are added so that this version's statements still work.
    if (versions.stream().noneMatch(v -> v == VERSION || v == VERSION + 1)) {
      throw new StoreException(
          Kind.OTHER,
          "the schema is of version "
              + versions
              + ", but this SDK works with "
              + VERSION
              + ": run the later schema files of "
              + dialect.folder()
              + ", or use the SDK of that version",
          null);
    }
    return warnings(connection, dialect, sql);
  }

  private static List<String> warnings(Connection connection, Dialect dialect, Sql sql) {
    List<String> warnings = new ArrayList<>();
    switch (dialect) {
      case H2 -> warnOfH2(connection, sql, warnings);
      case POSTGRESQL -> {
        if (setting(sql, "show synchronous_commit").equals("off")) {
          warnings.add(
              "synchronous_commit is off: a crash of the database loses what it committed");
        }
        if (setting(sql, "show fsync").equals("off")) {
          warnings.add("fsync is off: a crash of the machine loses what the database committed");
        }
      }
      case MARIADB -> {
        if (!setting(sql, "select @@innodb_flush_log_at_trx_commit").equals("1")) {
          warnings.add(
              "innodb_flush_log_at_trx_commit isn't 1: a crash loses what the database committed");
        }
      }
    }
    return warnings;
  }

  private static void warnOfH2(Connection connection, Sql sql, List<String> warnings) {
    String url;
    try {
      url = connection.getMetaData().getURL().toUpperCase(Locale.ROOT);
    } catch (SQLException e) {
      throw SqlErrors.translated(e);
    }
    boolean memory = url.startsWith("JDBC:H2:MEM:");
    if (memory) {
      warnings.add("H2 in memory forgets everything with the process");
    } else if (!writesAtOnce(sql)) {
      throw new StoreException(
          Kind.OTHER,
          "H2 loses what was committed in the last half second when its process dies: add"
              + " ;WRITE_DELAY=0 to its URL",
          null);
    }
  }

  /** The setting may be listed twice: as it was asked for, and as it is. */
  private static boolean writesAtOnce(Sql sql) {
    List<String> delays =
        sql.list(
            "select setting_value from information_schema.settings"
                + " where setting_name='WRITE_DELAY'",
            row -> row.getString(1));
    return !delays.isEmpty() && delays.stream().allMatch("0"::equals);
  }

  private static String setting(Sql sql, String query) {
    return sql.list(query, row -> row.getString(1)).get(0);
  }
}
