package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.PaymentRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that aren't there, that no gateway takes, and that another version works on. */
@Timeout(100)
class DurableOrdersTest {
  private final OrderId order = OrderId.random();
  private final WatchedDatabase database = new WatchedDatabase(Pool.of(Database.H2.open(), 4));
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void open(DurableShop shop) {
    shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
  }

  /** At a level above READ COMMITTED, locking a row that isn't there locks its neighbours. */
  @ParameterizedTest
  @EnumSource
  void anUnknownOrderIsNotDelivered_andAWebhookOfItIsOneStatement(Shop at) {
    try (DurableShop shop = DurableShop.open(database, at, sandbox)) {
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      database.reset();
      assertThat(shop.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.NotPaid.class);
      assertThat(database.statements()).hasSize(1);
      database.reset();
      assertThat(shop.payments.notified(DurableShop.webhook(at, back))).isEqualTo(200);
      assertThat(database.statements()).hasSize(1).first().asString().contains("update pay_work");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOrderIdThatTheGatewayRefuses_isNotWritten(Shop at) {
    try (DurableShop shop = DurableShop.open(database, at, sandbox)) {
      OrderId refused = OrderId.of(at == Shop.TOSS ? "short" : "x".repeat(41));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> shop.payments.open(OpenOrder.builder(refused, DurableShop.PRICE).build()));
      assertThat(shop.payments.order(refused)).isEmpty();
    }
  }

  /** Its webhook is looked after between the gateway's refusal and its record. */
  @Test
  void refusalOfACapture_freesTheOrder_alsoIfItHasChangedMeanwhile() {
    try (DurableShop shop = DurableShop.open(database, Shop.TOSS, sandbox)) {
      open(shop);
      BrowserReturn late = sandbox.buyer().onToss().letExpire(order, DurableShop.PRICE);
      Runnable webhook =
          () -> {
            shop.payments.notified(DurableShop.webhook(Shop.TOSS, late));
            shop.payments.resume(Duration.ofSeconds(30));
          };
      try (DurablePayments other =
          DurablePayments.builder(
                  JdbcPaymentStore.builder(database).build(), (event, delivery) -> {})
              .account("main", AnsweredGateway.after("confirm", shop.gateway, webhook))
              .build()) {
        assertThat(other.returned(DurableShop.back(Shop.TOSS, late)))
            .isInstanceOf(Arrival.NotPaid.class);
      }
      OrderView seen = shop.payments.order(order).orElseThrow();
      assertThat(seen.payments())
          .extracting(PaymentRow::status)
          .containsExactly(PaymentStatus.Known.EXPIRED);
      assertThat(seen.capturing()).isFalse();

      BrowserReturn again = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
      assertThat(shop.payments.returned(DurableShop.back(Shop.TOSS, again)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(sandbox.toss().ledger(order).captures()).isEqualTo(1);
    }
  }

  @Test
  void reloadsWhileACaptureIsInDoubt_areOneLineOfTheHistory() {
    try (DurableShop shop = DurableShop.open(database, Shop.TOSS, sandbox)) {
      open(shop);
      BrowserReturn back = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
      sandbox.toss().inject(Fault.of(FaultKind.CUT_AFTER_READ).always());
      for (int i = 0; i < 3; i++) {
        assertThat(shop.payments.returned(DurableShop.back(Shop.TOSS, back)))
            .isInstanceOf(Arrival.UnderWay.class);
      }
      assertThat(shop.payments.order(order).orElseThrow().history())
          .extracting(EventRow::what)
          .containsExactly("CAPTURE_IN_DOUBT");
    }
  }

  /** It is left to the servers of that version: due as it was, and not leased again and again. */
  @ParameterizedTest
  @EnumSource
  void anOrderInAStateOfALaterVersion_isLeftToIt_andHidesNoOther(Shop at) throws SQLException {
    OrderId another = OrderId.random();
    try (DurableShop older = DurableShop.open(database, at, sandbox)) {
      open(older);
      older.payments.open(
          OpenOrder.builder(another, DurableShop.PRICE).orderName("T-shirt").build());
      older.run("update pay_order set state='SPLIT' where order_id='" + order + "'");
      older.run("update pay_work set due_at=1, tries=1");
      assertThat(older.payments.resume(Duration.ofSeconds(10)).failed()).isZero();
      assertThat(work()).isEqualTo("due 1 tries 1 lease 0 fence 1");
      older.run("update pay_work set due_at=2 where subject='" + another + "'");
      assertThat(older.payments.resume(Duration.ofSeconds(10)).orders()).isEqualTo(1);
      assertThat(work()).isEqualTo("due 1 tries 1 lease 0 fence 1");

      older.run("update pay_order set state='OPEN' where order_id='" + order + "'");
      try (DurableShop newer = DurableShop.join(database, at, sandbox)) {
        assertThat(newer.payments.resume(Duration.ofSeconds(10)).orders()).isEqualTo(1);
      }
    }
  }

  private String work() throws SQLException {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select due_at, tries, lease_until, fence from pay_work where subject=?")) {
      select.setString(1, order.value());
      try (var row = select.executeQuery()) {
        row.next();
        List<Object> all = List.of(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4));
        return String.format("due %s tries %s lease %s fence %s", all.toArray());
      }
    }
  }
}
