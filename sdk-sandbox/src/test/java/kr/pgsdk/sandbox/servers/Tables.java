package kr.pgsdk.sandbox.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.pgsdk.durable.store.JdbcPaymentStore;

/** The tables of the store and of the shop. */
final class Tables {
  private Tables() {}

  /** What the shop has booked. */
  record Booked(String event, long captured, long returned) {}

  static void create(DataSource database) {
    JdbcPaymentStore.builder(database).build().createSchema();
    run(
        database,
        "create table if not exists booked"
            + " (order_id varchar(64), event varchar(40), captured bigint, returned bigint)");
    run(database, "create table if not exists mailed (order_id varchar(64))");
  }

  static List<Booked> booked(DataSource database, String orderId) {
    List<Booked> booked = new ArrayList<>();
    String sql = "select event, captured, returned from booked where order_id='" + orderId + "'";
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(sql)) {
      while (rows.next()) {
        booked.add(new Booked(rows.getString(1), rows.getLong(2), rows.getLong(3)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return booked;
  }

  static long number(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Lets time pass for the store: all it has noted happened, or is due, so much earlier. */
  static void pass(DataSource database, Duration time) {
    long millis = time.toMillis();
    for (String column :
        List.of(
            "order slot_since",
            "order slot_until",
            "order attempts_since",
            "order created_at",
            "order updated_at",
            "payment due_at",
            "payment paid_at",
            "payment seen_at",
            "refund sent_until",
            "refund created_at",
            "work due_at",
            "work lease_until")) {
      String table = column.substring(0, column.indexOf(' '));
      String name = column.substring(column.indexOf(' ') + 1);
      run(database, "update pay_%s set %s=%s-%d".formatted(table, name, name, millis));
    }
  }

  static void run(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
