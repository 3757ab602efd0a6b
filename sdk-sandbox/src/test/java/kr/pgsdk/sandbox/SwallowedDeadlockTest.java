package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Rows;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler that swallows a deadlock: MariaDB has rolled back all, and goes on as if in one. */
@Timeout(100)
class SwallowedDeadlockTest {
  @Test
  void aHandlerThatSwallowsADeadlock_isToldAgain() throws Exception {
    Rows rows = Rows.in(Database.MARIADB);
    JdbcPaymentStore store = JdbcPaymentStore.builder(rows.source()).build();
    store.createSchema();
    AtomicBoolean again = new AtomicBoolean();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Shop.TOSS.open(sandbox, HttpOptions.builder());
        DurablePayments payments =
            DurablePayments.builder(
                    store,
                    (event, delivery) -> {
                      Rows.set(delivery.connection(), "a", 7);
                      if (!again.getAndSet(true)) {
                        swallowADeadlock(rows, delivery.connection());
                      }
                    })
                .account("main", gateway)
                .build()) {
      OrderId order = OrderId.random();
      payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
      payments.returned(DurableShop.back(Shop.TOSS, back));
      try (Connection connection = rows.source().getConnection()) {
        Rows.update(connection, "update pay_work set due_at=1 where due_at is not null");
      }
      payments.resume(Duration.ofSeconds(30));
      assertThat(rows.committed("a")).isEqualTo(7);
    }
  }

  private static void swallowADeadlock(Rows rows, Connection handlers) throws Exception {
    try (Connection other = rows.begin()) {
      // InnoDB ends the transaction that has changed less.
      for (int i = 0; i < 100; i++) {
        Rows.update(other, "insert into pair values ('row" + i + "', 1, null)");
      }
      Rows.set(other, "b", 2);
      Future<Integer> waiting = rows.waiting(() -> Rows.set(other, "a", 2));
      try {
        Rows.set(handlers, "b", 3);
        throw new AssertionError("no deadlock");
      } catch (SQLException e) {
        assertThat(e.getErrorCode()).isEqualTo(1213);
      }
      assertThat(waiting.get()).isEqualTo(1);
      other.rollback();
    }
  }
}
