package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Resumed;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway is down while much is due for it, and another gateway works. */
@Timeout(100)
class DurableOutageTest {
  private static final int ORDERS = 60; // more than are read at once
  private static final int ASKED = 3;

  private final JdbcDataSource database = new JdbcDataSource();
  private final Set<OrderId> paid = new HashSet<>();

  @Test
  void whatIsDueForTheOtherGatewayGoesOn_andTheOneThatFailsIsLeftAlone() {
    database.setURL("jdbc:h2:mem:outage" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway toss = gateway(Shop.TOSS, sandbox);
        PaymentGateway iamport = gateway(Shop.IAMPORT, sandbox);
        DurablePayments payments =
            DurablePayments.builder(store, (event, delivery) -> paid.add(event.orderId()))
                .account("toss", toss)
                .account("iamport", iamport)
                .build()) {
      for (int i = 0; i < ORDERS; i++) {
        OrderId order = OrderId.random();
        payments.open(order("toss", order));
        execute(
            "update pay_order set slot_account='toss', slot_payment='p%s', slot_since=1, slot_until=1 where"
                    .formatted(order)
                + " order_id='%s'".formatted(order));
        execute("update pay_work set due_at=1 where subject='%s'".formatted(order));
      }
      OrderId other = OrderId.random();
      payments.open(order("iamport", other));
      BrowserReturn back = Shop.IAMPORT.checkout(sandbox, other, DurableShop.PRICE);
      payments.notified("iamport", DurableShop.webhook(Shop.IAMPORT, back));
      sandbox.toss().inject(Fault.of(FaultKind.CUT_AFTER_READ).always());

      Resumed resumed = payments.resume(Duration.ofSeconds(50));

      assertThat(paid).containsExactly(other);
      assertThat(resumed).isEqualTo(new Resumed(ORDERS + 1, 0, ORDERS));
      assertThat(
              sandbox.toss().journal().entries().stream()
                  .filter(entry -> entry.path().endsWith("/confirm"))
                  .map(JournalEntry::body)
                  .distinct())
          .as("payments that were asked about while the gateway was down")
          .hasSize(ASKED);

      sandbox.toss().clearFaults();
      execute("update pay_work set due_at=1 where due_at is not null");
      assertThat(payments.resume(Duration.ofSeconds(50)).failed()).isZero();
    }
  }

  private static PaymentGateway gateway(Shop shop, Sandbox sandbox) {
    return shop.open(
        sandbox,
        HttpOptions.builder()
            .deadline(Duration.ofSeconds(20))
            .retryPolicy(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(5))));
  }

  private static OpenOrder order(String account, OrderId order) {
    return OpenOrder.builder(order, DurableShop.PRICE).orderName("Hat").account(account).build();
  }

  private void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
