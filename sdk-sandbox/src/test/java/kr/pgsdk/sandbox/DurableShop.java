package kr.pgsdk.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.JdbcPaymentStore;

/** A shop over a database: its handler books each event in a table of its own. */
final class DurableShop implements AutoCloseable {
  static final Money PRICE = Money.krw(15_000);
  private static final String BOOKED =
      "create table if not exists booked (order_id varchar(64), event varchar(40), won bigint)";

  final DataSource database;
  final PaymentGateway gateway;
  final DurablePayments payments;
  volatile RuntimeException failure;
  volatile Runnable inHandler = () -> {};
  volatile Consumer<Connection> onConnection = connection -> {};

  private DurableShop(DataSource database, PaymentGateway gateway) {
    this.database = database;
    this.gateway = gateway;
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    this.payments = DurablePayments.builder(store, this::book).account("main", gateway).build();
  }

  /** The first server of a shop, which creates the tables. */
  static DurableShop open(DataSource database, Shop shop, Sandbox sandbox) {
    JdbcPaymentStore.builder(database).build().createSchema();
    run(database, BOOKED);
    return join(database, shop, sandbox);
  }

  /** The first server of a shop, over a gateway of its own making. */
  static DurableShop open(DataSource database, PaymentGateway gateway) {
    JdbcPaymentStore.builder(database).build().createSchema();
    run(database, BOOKED);
    return new DurableShop(database, gateway);
  }

  /** Another server of the shop. */
  static DurableShop join(DataSource database, Shop shop, Sandbox sandbox) {
    return new DurableShop(
        database,
        shop.open(
            sandbox,
            HttpOptions.builder()
                .deadline(Duration.ofSeconds(20))
                .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5)))));
  }

  private void book(PaymentEvent event, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        delivery.connection().prepareStatement("insert into booked values (?, ?, ?)")) {
      insert.setString(1, event.orderId().value());
      insert.setString(2, event.getClass().getSimpleName());
      insert.setLong(
          3, event.now().held().amount().subtract(event.before().held().amount()).longValue());
      insert.executeUpdate();
    }
    onConnection.accept(delivery.connection());
    inHandler.run();
    if (failure != null) {
      throw failure;
    }
  }

  /** What stands in the shop's own table, such as {@code OrderPaid 15000}. */
  List<String> booked() {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select event, won from booked")) {
      while (rows.next()) {
        lines.add(rows.getString(1) + " " + rows.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  void run(String sql) {
    run(database, sql);
  }

  private static void run(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes everything due now, as if its time had come. */
  void letTimePass() {
    run("update pay_work set due_at=1, lease_until=0 where due_at is not null");
    run("update pay_refund set sent_until=1 where sent_until is not null");
    payments.resume(Duration.ofSeconds(30));
  }

  static UntrustedReturn back(Shop shop, BrowserReturn back) {
    return UntrustedReturn.of(
        shop.terms(), back.paymentId(), back.orderId(), back.amount().amount(), null);
  }

  static UntrustedPayment webhook(Shop shop, BrowserReturn back) {
    return UntrustedPayment.of(shop.terms(), back.paymentId(), back.orderId(), null);
  }

  @Override
  public void close() {
    payments.close();
    gateway.close();
  }
}
