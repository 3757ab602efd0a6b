package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurableOpener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.JdbcTransactions;
import kr.pgsdk.durable.store.Transactions;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What an operator and a pool would stumble on. */
class DurableFaultsTest {
  private final JdbcDataSource database = new JdbcDataSource();

  @Test
  void oldRefusalsDontCrowdOutADoubt() {
    database.setUrl("jdbc:h2:mem:a" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(database, Shop.TOSS, sandbox)) {
      OrderId order = OrderId.random();
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).build());
      for (int i = 0; i < 3; i++) {
        shop.payments.refund(Refund.full("refused-" + i, order, "not paid").build());
      }
      shop.payments.requestRefund(Refund.full("doubt", order, "x").build());
      shop.run("update pay_refund set created_at=1 where state='REFUSED'");
      shop.run("update pay_refund set state='UNKNOWN', created_at=2 where refund_id='doubt'");
      assertThat(shop.payments.attention(3))
          .extracting(Attention::kind)
          .contains(Attention.Kind.REFUND_IN_DOUBT);
    }
  }

  @Test
  void whatNoRuleEndsIsOnTheListForAPerson() {
    database.setUrl("jdbc:h2:mem:c" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(database, Shop.TOSS, sandbox)) {
      OrderId order = OrderId.random();
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).build());
      shop.payments.requestRefund(Refund.full("r1", order, "x").build());
      assertThat(shop.payments.attention(10)).isEmpty();
      shop.run(
          "update pay_order set slot_account='gone', slot_payment='p1', slot_since=1,"
              + " slot_until=1");
      shop.run("update pay_refund set created_at=1");
      shop.run("update pay_work set tries=5 where kind='REFUND'");
      assertThat(shop.payments.attention(10))
          .extracting(Attention::kind, Attention::subject)
          .containsExactlyInAnyOrder(
              tuple(Attention.Kind.CAPTURE_IN_DOUBT, "p1"),
              tuple(Attention.Kind.REFUND_NOT_SENT, "r1"),
              tuple(Attention.Kind.WORK_FAILS, "r1"));
      assertThat(shop.payments.stats().capturesInDoubt()).isEqualTo(1);
    }
  }

  @Test
  void aCommitThatFailsIsNotCommittedAfterwards() throws Exception {
    database.setUrl("jdbc:h2:mem:b" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try (Connection c = database.getConnection()) {
      c.createStatement().execute("create table t (x int)");
    }
    DataSource failing =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (p, m, a) -> failing(database.getConnection()));
    try {
      JdbcTransactions.of(failing)
          .inNew(
              Transactions.Isolation.READ_COMMITTED,
              c -> {
                try {
                  return c.createStatement().executeUpdate("insert into t values (1)");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
    } catch (SQLException expected) {
      // the commit was refused
    }
    try (Connection c = database.getConnection();
        var rows = c.createStatement().executeQuery("select count(*) from t")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  private static Connection failing(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            DurableFaultsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (p, m, a) -> {
              if (m.getName().equals("commit")) {
                throw new SQLException("refused", "40001");
              }
              try {
                return m.invoke(real, a);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void anOrderWhoseEffectsAreUntoldIsNotPurged() {
    boolean[] fails = {true};
    database.setUrl("jdbc:h2:mem:c" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    List<String> told = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Gateways.toss(sandbox).build();
        DurablePayments payments =
            DurablePayments.builder(store, (e, d) -> {})
                .account("main", gateway)
                .afterwards(
                    (e, id) -> {
                      if (fails[0]) {
                        throw new IllegalStateException("mail server down");
                      }
                      told.add(id);
                    })
                .build()) {
      OrderId order = OrderId.random();
      payments.open(OpenOrder.builder(order, Money.krw(0)).build());
      payments.purge(Instant.now().plusSeconds(60));
      fails[0] = false;
      try (Connection c = database.getConnection()) {
        c.createStatement().execute("update pay_work set due_at=1, lease_until=0");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      payments.resume(Duration.ofSeconds(10));
      assertThat(told).hasSize(1);
    }
  }

  /**
   * A server that stands still after it has taken the slot sends nothing beyond the slot's time.
   */
  @Test
  void aServerThatStoodStillBeforeItsConfirm_sendsNothing_andGivesTheSlotBack() {
    database.setUrl("jdbc:h2:mem:s" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    AtomicLong clock = new AtomicLong();
    AtomicLong step = new AtomicLong(Duration.ofSeconds(61).toNanos());
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Shop.TOSS.open(sandbox, HttpOptions.builder());
        DurablePayments payments =
            DurableOpener.in(
                    DurablePayments.builder(store, (event, delivery) -> {})
                        .account("main", gateway),
                    Duration.ofSeconds(90),
                    () -> clock.getAndAdd(step.get()),
                    new Random(1))
                .build()) {
      OrderId order = OrderId.random();
      payments.open(OpenOrder.builder(order, DurableShop.PRICE).build());
      BrowserReturn back = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
      int before = sandbox.toss().journal().entries().size();
      assertThat(payments.returned(DurableShop.back(Shop.TOSS, back)))
          .isInstanceOf(Arrival.UnderWay.class);
      assertThat(sandbox.toss().journal().entries()).hasSize(before);
      assertThat(payments.order(order).orElseThrow().capturing()).isFalse();
      step.set(0);
      assertThat(payments.returned(DurableShop.back(Shop.TOSS, back)))
          .isInstanceOf(Arrival.Paid.class);
    }
  }
}
