package kr.pgsdk.durable.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists the few rows that wait for a person finds them by an index, among many that don't. */
@Timeout(100)
class AttentionIndexTest {
  private static final int ROWS = 2_000;
  private static final String ORDER =
      "insert into pay_order (shop, order_id, price, currency, account, state, version,"
          + " delivered_version, delivered, handler_failures, effects, attempts, attempts_since,"
          + " created_at, updated_at) select 'shop', concat('o', n), 1, 'KRW', 'main', 'PAID', 1, 1,"
          + " '', 0, '', 0, 0, n, n from ";
  private static final String PAYMENT =
      "insert into pay_payment (shop, account, payment_id, order_id, price, currency, role, status,"
          + " outcome, cancelled, balance, seen_at) select 'shop', 'main', concat('p', n),"
          + " concat('o', n), 1, 'KRW', case when mod(n, 2) = 0 then 'PAYS' else 'OTHER' end, 'PAID',"
          + " 'CONFIRMED', 0, case when mod(n, 2) = 0 then 1 else 0 end, n from ";
  private static final String REFUND =
      "insert into pay_refund (shop, refund_id, order_id, kind, currency, reason, content_hash,"
          + " state, fence, sends, created_at) select 'shop', concat('r', n), concat('o', n),"
          + " 'REFUND', 'KRW', 'x', 'x', 'DONE', 1, 1, n from ";
  private static final String WORK =
      "insert into pay_work (shop, kind, subject, hints, fence, lease_until, tries) select 'shop',"
          + " 'ORDER', concat('o', n), 0, 0, 0, 0 from ";

  private static String numbers(Database database) {
    return switch (database) {
      case H2 -> "(select x as n from system_range(1, " + ROWS + ")) numbers";
      case POSTGRESQL -> "generate_series(1, " + ROWS + ") as numbers(n)";
      case MARIADB -> "(select seq as n from seq_1_to_" + ROWS + ") numbers";
    };
  }

  private static List<String> statistics(Database database) {
    return switch (database) {
      case H2 -> List.of("analyze");
      case POSTGRESQL ->
          List.of(
              "analyze pay_order", "analyze pay_payment", "analyze pay_refund", "analyze pay_work");
      case MARIADB -> List.of("analyze table pay_order, pay_payment, pay_refund, pay_work");
    };
  }

  private static DataSource filled(Database database) throws SQLException {
    DataSource source = database.open();
    JdbcPaymentStore.builder(source).build().createSchema();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String insert : List.of(ORDER, PAYMENT, REFUND, WORK)) {
        statement.execute(insert + numbers(database));
      }
      for (String sql : statistics(database)) {
        statement.execute(sql);
      }
    }
    return source;
  }

  /** The statement that a call of the store runs. */
  private static String statementOf(DataSource source, Consumer<StoreSession> call)
      throws SQLException {
    List<String> prepared = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      Connection listening =
          (Connection)
              Proxy.newProxyInstance(
                  AttentionIndexTest.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                      prepared.add((String) arguments[0]);
                    }
                    try {
                      return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  });
      call.accept(new JdbcSession(listening, Dialect.of(connection), Tables.of("pay_"), "shop"));
    }
    assertThat(prepared).hasSize(1);
    return prepared.get(0);
  }

  /** How the database would run it, in its own words. */
  private static String plan(DataSource source, String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = source.getConnection();
        PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
      explain.setString(1, "shop");
      for (int i = 2; i <= sql.chars().filter(c -> c == '?').count(); i++) {
        explain.setLong(i, 5);
      }
      try (ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            plan.append(rows.getString(i)).append(' ');
          }
        }
      }
    }
    return plan.toString().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void eachListIsFoundByItsIndex(Database database) throws Exception {
    DataSource source = filled(database);
    Instant then = Instant.ofEpochMilli(5);
    assertUses(source, "pay_refund_state", s -> s.refundsIn(List.of(RefundRow.State.UNKNOWN), 10));
    // H2 takes a list of words for no reason to use an index.
    String alarms = database == Database.H2 ? "pay_refund_" : "pay_refund_alarm";
    assertUses(source, alarms, s -> s.alarmedRefunds(10));
    assertUses(source, "pay_order_slot", s -> s.capturing(then, 10));
    assertUses(source, "pay_order_slot", s -> s.captureCounts(then));
    assertUses(source, "pay_order_failing", s -> s.failing(5, 10));
    assertUses(source, "pay_payment_misplaced", s -> s.misplaced(10));
    assertUses(source, "pay_work_due", s -> s.failingWork(5, 10));
    assertUses(source, "pay_work_due", s -> s.due(10));
  }

  private static void assertUses(DataSource source, String index, Consumer<StoreSession> call)
      throws SQLException {
    String sql = statementOf(source, call);
    assertThat(plan(source, sql)).as(sql).contains(index);
  }
}
