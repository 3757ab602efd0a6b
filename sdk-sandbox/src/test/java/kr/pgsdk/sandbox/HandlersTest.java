package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.JdbcTransactions;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers that fail in each way there is: what they wrote is gone, and they are told again. */
@Timeout(100)
class HandlersTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DataSource database;
  private DurableShop shop;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    database = Pool.of(Database.H2.open(), 4);
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  private BrowserReturn paidAt(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    return at.checkout(sandbox, order, PRICE);
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatAlwaysThrowsWhileTheConsoleRefunds_isToldTheSumAtLast(Shop at) {
    BrowserReturn back = paidAt(at);
    shop.failure = new IllegalStateException("out of stock");
    assertThat(shop.payments.returned(DurableShop.back(at, back))).isInstanceOf(Arrival.Paid.class);
    for (int i = 1; i <= 3; i++) {
      Refund part = Refund.partial("r" + i, order, Money.krw(2_000), "returned").build();
      assertThat(shop.payments.refund(part).state()).isEqualTo(State.DONE);
      shop.letTimePass();
    }
    assertThat(shop.booked()).isEmpty();
    assertThat(shop.payments.attention(10))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Attention.Kind.HANDLER_FAILS));
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(6_000));

    shop.failure = null;
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 9000");
    assertThat(shop.payments.attention(10)).isEmpty();
  }

  /** A handler that ends with something. */
  interface Ending {
    void end() throws Exception;
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IOException("disk"),
        new SQLException("constraint", "23505"),
        new TimeoutException("slow"),
        new Exception("any"),
        new AssertionError("an Error"));
  }

  private DurablePayments withHandler(JdbcPaymentStore store, List<String> told, Ending ending) {
    return DurablePayments.builder(
            store,
            (event, delivery) -> {
              try (var insert =
                  delivery
                      .connection()
                      .prepareStatement("insert into booked values ('-', 'Paid', 1)")) {
                insert.executeUpdate();
              }
              delivery.requestRefund(Refund.full("of-handler", order, "no stock").build());
              told.add(event.getClass().getSimpleName());
              ending.end();
            })
        .account("main", shop.gateway)
        .build();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverIsThrown_rollsBackAll_andNamesItsClass(Throwable failure) {
    BrowserReturn back = paidAt(Shop.TOSS);
    List<String> told = new ArrayList<>();
    Ending throwing =
        () -> {
          if (failure instanceof Exception e) {
            throw e;
          }
          throw (Error) failure;
        };
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    try (DurablePayments payments = withHandler(store, told, throwing)) {
      assertThat(payments.returned(DurableShop.back(Shop.TOSS, back)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(payments.order(order).orElseThrow().handlerError().orElseThrow())
          .startsWith(failure.getClass().getName() + " at ");
      assertThat(payments.refundState("of-handler")).isEmpty();
    }
    assertThat(told).containsExactly("OrderPaid");
    assertThat(shop.booked()).isEmpty();
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
  }

  /** As a framework does where a method inside threw, and the handler caught it. */
  private static final class RollbackOnly implements Transactions {
    private final Transactions plain;
    private boolean marked;

    RollbackOnly(Transactions plain) {
      this.plain = plain;
    }

    @Override
    public <T> T inNew(Isolation isolation, Work<T> work) throws SQLException {
      return plain.inNew(isolation, connection -> unlessMarked(work, connection));
    }

    private <T> T unlessMarked(Work<T> work, Connection connection) {
      marked = false;
      T result = work.on(connection);
      if (marked) {
        throw new IllegalStateException("rolled back because it was marked as rollback-only");
      }
      return result;
    }

    @Override
    public <T> T joined(Work<T> work) throws SQLException {
      return plain.joined(work);
    }

    @Override
    public boolean active() {
      return plain.active();
    }
  }

  @Test
  void aHandlerThatSwallowsAnInnerRollbackOnly_hasFailed_andIsToldAgain() {
    BrowserReturn back = paidAt(Shop.TOSS);
    RollbackOnly transactions = new RollbackOnly(JdbcTransactions.of(database));
    JdbcPaymentStore store = JdbcPaymentStore.builder(transactions).build();
    List<String> told = new ArrayList<>();
    Ending swallowing = () -> transactions.marked = told.size() < 3;
    try (DurablePayments payments = withHandler(store, told, swallowing)) {
      assertThat(payments.returned(DurableShop.back(Shop.TOSS, back)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(shop.booked()).isEmpty();
      assertThat(payments.order(order).orElseThrow().delivered()).isFalse();
      for (int i = 0; i < 2; i++) {
        shop.run("update pay_work set due_at=1 where kind='ORDER'");
        payments.resume(Duration.ofSeconds(30));
      }
      assertThat(told).containsExactly("OrderPaid", "OrderPaid", "OrderPaid", "MoneyReturned");
      assertThat(shop.booked()).containsExactly("Paid 1", "Paid 1");
      assertThat(payments.order(order).orElseThrow().delivered()).isTrue();
      assertThat(sandbox.toss().ledger(order).refunds()).isEqualTo(1);
    }
  }
}
