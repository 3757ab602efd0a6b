package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.h2.jdbcx.JdbcDataSource;

/** One server of a shop. Its database is a file, which the next server opens after its death. */
final class DemoServer implements AutoCloseable {
  private final Connection keepsOpen;
  private final DurablePayments payments;

  /** Starts it over the database in a folder. */
  DemoServer(Path folder, PaymentGateway gateway) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:file:" + folder.resolve("shop") + ";WRITE_DELAY=0");
    try {
      this.keepsOpen = database.getConnection(); // else H2 opens the file for each transaction
      try (Statement statement = keepsOpen.createStatement()) {
        statement.execute("create table if not exists delivered (order_id varchar(64))");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the demo's database failed", e);
    }
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    this.payments =
        DurablePayments.builder(store, DemoServer::deliver).account("main", gateway).build();
  }

  private static void deliver(PaymentEvent event, Delivery delivery) throws SQLException {
    if (event instanceof PaymentEvent.OrderPaid) {
      try (PreparedStatement insert =
          delivery.connection().prepareStatement("insert into delivered values (?)")) {
        insert.setString(1, event.orderId().value());
        insert.executeUpdate();
      }
    }
  }

  DurablePayments payments() {
    return payments;
  }

  /** How many orders the shop has delivered. */
  int delivered() {
    try (Statement select = keepsOpen.createStatement();
        ResultSet rows = select.executeQuery("select count(*) from delivered")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the demo's database failed", e);
    }
  }

  @Override
  public void close() {
    payments.close();
    try {
      keepsOpen.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the demo's database failed", e);
    }
  }
}
