package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator's console beside the delivery of the same order: neither locks what both need. */
@Timeout(600)
class ConsoleRacesTest {
  private static final Money PRICE = DurableShop.PRICE;

  /** {@code -Dpgsdk.console.races=1000} for the long run. */
  private static final int ROUNDS = Integer.getInteger("pgsdk.console.races", 30);

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private Sandbox sandbox;
  private DurableShop shop;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    shop.close();
    sandbox.close();
  }

  private void open(Database database) {
    shop = DurableShop.open(Pool.of(database.open(), 6), Shop.TOSS, sandbox);
    shop.run("create table stock (id varchar(10) primary key, pieces int)");
    shop.run("insert into stock values ('shirt', 0)");
  }

  private BrowserReturn opened() {
    OrderId order = OrderId.random();
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    // Refused: the order isn't paid yet. The console takes it off the list.
    shop.payments.refund(Refund.full(id("x", order), order, "too early").build());
    return Shop.TOSS.checkout(sandbox, order, PRICE);
  }

  private static String id(String prefix, OrderId order) {
    return prefix + "-" + order.value().substring(0, 20);
  }

  private static void takeOne(Connection connection) {
    try (var update =
        connection.prepareStatement("update stock set pieces=pieces+1 where id='shirt'")) {
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an operator does of one order, in a transaction of the shop's and outside one. */
  private void console(OrderId order) throws SQLException {
    try (Connection mine = shop.database.getConnection()) {
      mine.setAutoCommit(false);
      takeOne(mine);
      Refund refund = Refund.partial(id("c", order), order, Money.krw(1_000), "returned").build();
      shop.payments.requestRefund(mine, refund);
      mine.commit();
      mine.setAutoCommit(true);
    }
    shop.payments.resolve(id("x", order), Resolution.NOT_DONE, "kim", "it was paid later");
  }

  @ParameterizedTest
  @EnumSource
  void whileTheHandlerRuns_theConsoleWaitsForNothing(Database database) throws Exception {
    open(database);
    BrowserReturn back = opened();
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch consoleIsDone = new CountDownLatch(1);
    boolean[] waited = new boolean[1];
    shop.inHandler =
        () -> {
          inHandler.countDown();
          try {
            // A console that needed a lock of this transaction would fail after 5 s.
            waited[0] = !consoleIsDone.await(100, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    Future<Arrival> arrival =
        threads.submit(() -> shop.payments.returned(DurableShop.back(Shop.TOSS, back)));
    assertThat(inHandler.await(100, TimeUnit.SECONDS)).isTrue();
    console(back.orderId());
    consoleIsDone.countDown();
    assertThat(arrival.get(100, TimeUnit.SECONDS)).isInstanceOf(Arrival.Paid.class);
    assertThat(waited[0]).isFalse();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void deliveryAndConsoleAtOneMoment_neverDeadlock(Database database) throws Exception {
    open(database);
    int[] told = new int[1];
    shop.onConnection =
        connection -> {
          told[0]++;
          takeOne(connection);
        };
    for (int round = 0; round < ROUNDS; round++) {
      BrowserReturn back = opened();
      OrderId order = back.orderId();
      shop.failure = new IllegalStateException("not now"); // so that T3 alone is left
      shop.payments.returned(DurableShop.back(Shop.TOSS, back));
      shop.failure = null;
      told[0] = 0;
      CyclicBarrier barrier = new CyclicBarrier(2);
      Callable<Object> delivery =
          () -> {
            barrier.await(100, TimeUnit.SECONDS);
            return shop.payments.returned(DurableShop.back(Shop.TOSS, back));
          };
      Callable<Object> console =
          () -> {
            barrier.await(100, TimeUnit.SECONDS);
            console(order);
            return "done";
          };
      Future<Object> one = threads.submit(delivery);
      Future<Object> other = threads.submit(console);
      assertThat(one.get(60, TimeUnit.SECONDS)).isInstanceOf(Arrival.Paid.class);
      assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo("done");
      assertThat(told[0]).as("round %s: told again where a database gave up", round).isEqualTo(1);
      assertThat(shop.payments.order(order).orElseThrow().delivered()).isTrue();
      assertThat(shop.payments.refundState(id("x", order)).orElseThrow().state())
          .isEqualTo(State.RESOLVED);
      assertThat(shop.payments.refundState(id("c", order)).orElseThrow().state())
          .isEqualTo(State.NEW);
    }
    assertThat(shop.booked()).hasSize(ROUNDS);
  }
}
