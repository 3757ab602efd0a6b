package kr.pgsdk.examples.shop.servers;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the shop and of its payments, read beside the servers. */
final class Books {
  private static final List<String> TIMES =
      List.of(
          "pay_order slot_until",
          "pay_order attempts_since",
          "pay_order created_at",
          "pay_order updated_at",
          "pay_payment due_at",
          "pay_payment paid_at",
          "pay_payment seen_at",
          "pay_refund sent_until",
          "pay_refund created_at",
          "pay_work due_at",
          "pay_work lease_until",
          "pay_token expires_at",
          "shop_order created_at",
          "shop_order expires_at");

  private final JdbcClient jdbc;

  Books(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  /** An order in the shop's table. */
  record Order(
      String id,
      String account,
      String state,
      String paymentId,
      long price,
      long points,
      long captured,
      long returned,
      long priceReturned,
      long pointsReturned) {}

  List<Order> orders() {
    return jdbc.sql(
            """
            select order_id as id, account, state, payment_id, price, points, captured, returned,
              price_returned, points_returned from shop_order order by created_at
            """)
        .query(Order.class)
        .list();
  }

  long number(String sql, Object... parameters) {
    return jdbc.sql(sql).params(List.of(parameters)).query(Long.class).single();
  }

  List<Long> numbers(String sql, Object... parameters) {
    return jdbc.sql(sql).params(List.of(parameters)).query(Long.class).list();
  }

  /** Rows as text, for a failure's message. */
  String text(String sql, Object... parameters) {
    return jdbc.sql(sql).params(List.of(parameters)).query().listOfRows().toString();
  }

  void change(String sql, Object... parameters) {
    int unused = jdbc.sql(sql).params(List.of(parameters)).update();
  }

  /**
   * Lets time pass, while no server runs: all that was noted happened, or is due, so much earlier.
   */
  void pass(Duration time) {
    for (String column : TIMES) {
      String table = column.substring(0, column.indexOf(' '));
      String name = column.substring(column.indexOf(' ') + 1);
      change("update %s set %s = %s - ?".formatted(table, name, name), time.toMillis());
    }
  }
}
