package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The clock of the database is set wrong by minutes, or right again, while servers work. */
@Tag("slow")
@Timeout(120)
class DurableClockTest {
  private static final Duration OFF = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final OrderId order = OrderId.random();

  static Stream<Arguments> worlds() {
    return Stream.of(Database.POSTGRESQL, Database.MARIADB)
        .flatMap(database -> Stream.of(Shop.values()).map(at -> Arguments.of(database, at)));
  }

  /** The lease ends at once for everybody else, though the server is at work. */
  @ParameterizedTest
  @MethodSource("worlds")
  void itJumpsAheadWhileARefundIsInFlight_anotherServerSendsItToo_andItGoesOnce(
      Database database, Shop at) throws Exception {
    DataSource real = Pool.of(database.open(), 8);
    SkewedClock clock = new SkewedClock(database, real);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Sandbox sandbox = Sandbox.start();
        DurableShop one = DurableShop.open(clock.source(), at, sandbox);
        DurableShop other = DurableShop.join(clock.source(), at, sandbox)) {
      BrowserReturn back = paid(one, at, sandbox);
      InjectedFault held = holdRefunds(at, sandbox, back);
      Refund refund = Refund.partial("r1", order, Money.krw(5_000), "returned").build();
      Future<RefundView> first = thread.submit(() -> one.payments.refund(refund));
      held.awaitHeld(1, LONG);
      clock.set(OFF);
      other.payments.resume(LONG);
      assertThat(at.server(sandbox).journal().count("POST", at.cancelPath(back.paymentId())))
          .isGreaterThan(1);
      held.release();
      first.get();
      clock.set(Duration.ZERO);
      other.payments.resume(LONG);
      one.letTimePass();
      one.letTimePass();
      assertThat(one.payments.refundState("r1").orElseThrow().state())
          .isEqualTo(RefundRow.State.DONE);
      assertThat(at.server(sandbox).ledger(order).refunds()).isEqualTo(1);
      assertThat(one.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
    } finally {
      thread.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void itJumpsAheadWhileAPaymentIsConfirmed_anotherServerLooks_andItIsCapturedOnce(
      Database database, Shop at) throws Exception {
    SkewedClock clock = new SkewedClock(database, Pool.of(database.open(), 8));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Sandbox sandbox = Sandbox.start();
        DurableShop one = DurableShop.open(clock.source(), at, sandbox);
        DurableShop other = DurableShop.join(clock.source(), at, sandbox)) {
      one.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      one.gateway.getToken();
      InjectedFault held = at.server(sandbox).inject(Fault.of(FaultKind.STALL_BEFORE_EXECUTION));
      Future<Arrival> first =
          thread.submit(() -> one.payments.returned(DurableShop.back(at, back)));
      held.awaitHeld(1, LONG);
      clock.set(OFF);
      other.payments.notified(DurableShop.webhook(at, back));
      other.payments.resume(LONG);
      held.release();
      first.get();
      one.letTimePass();
      assertThat(one.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(one.booked()).containsExactly("OrderPaid 15000");
      assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
    } finally {
      thread.shutdownNow();
    }
  }

  private BrowserReturn paid(DurableShop shop, Shop at, Sandbox sandbox) {
    shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
    BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
    shop.payments.returned(DurableShop.back(at, back));
    return back;
  }

  private static InjectedFault holdRefunds(Shop at, Sandbox sandbox, BrowserReturn back) {
    return at.server(sandbox)
        .inject(
            Fault.of(FaultKind.STALL_BEFORE_EXECUTION).on("POST", at.cancelPath(back.paymentId())));
  }

  /** Nothing takes it up until the clock has caught up: a person is told at once. */
  @ParameterizedTest
  @MethodSource("worlds")
  void itIsSetBackWhileARefundIsInFlight_whichIsOnTheListUntilItEnds(Database database, Shop at)
      throws Exception {
    SkewedClock clock = new SkewedClock(database, Pool.of(database.open(), 8));
    clock.set(Duration.ofHours(3));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(clock.source(), at, sandbox)) {
      BrowserReturn back = paid(shop, at, sandbox);
      InjectedFault held = holdRefunds(at, sandbox, back);
      Refund refund = Refund.partial("r1", order, Money.krw(5_000), "returned").build();
      Future<RefundView> sent = thread.submit(() -> shop.payments.refund(refund));
      held.awaitHeld(1, LONG);
      assertThat(shop.payments.attention(10)).isEmpty();
      clock.set(Duration.ZERO);
      assertThat(shop.payments.attention(10))
          .singleElement()
          .satisfies(one -> assertThat(one.subject()).isEqualTo("r1"))
          .satisfies(one -> assertThat(one.reason()).contains("clock was set back"));
      held.release();
      assertThat(sent.get().state()).isEqualTo(RefundRow.State.DONE);
      assertThat(shop.payments.attention(10)).isEmpty();
    } finally {
      thread.shutdownNow();
    }
  }

  /** What was to happen in ten seconds is due in five minutes and ten: late, and not lost. */
  @ParameterizedTest
  @MethodSource("worlds")
  void itIsSetBack_whatWasLeasedIsTakenUpLater_andABuyerWhoReloadsDoesntWait(
      Database database, Shop at) throws Exception {
    SkewedClock clock = new SkewedClock(database, Pool.of(database.open(), 8));
    clock.set(OFF);
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(clock.source(), at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      at.server(sandbox).inject(Fault.of(FaultKind.ANSWER_LOST).always());
      shop.payments.returned(DurableShop.back(at, back));
      at.server(sandbox).clearFaults();
      clock.set(Duration.ZERO);
      shop.payments.resume(LONG);
      assertThat(shop.booked()).isEmpty();
      assertThat(shop.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.Paid.class);
      clock.set(OFF.plusMinutes(2));
      shop.payments.resume(LONG);
      assertThat(shop.booked()).containsExactly("OrderPaid 15000");
      assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
      assertThat(shop.payments.stats().due()).isZero();
    }
  }
}
