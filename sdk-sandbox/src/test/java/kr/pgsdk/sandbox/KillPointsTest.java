package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.sandbox.MortalDatabase.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server dies before and after each commit of each verb, or its database fails there, and another
 * server goes on. Between two commits nothing but the gateway is touched, so these are all the
 * states that a death can leave.
 */
@Timeout(300)
class KillPointsTest {
  private static final Money PRICE = DurableShop.PRICE;
  private static final int MORE_THAN_ANY_VERB_NEEDS = 40;

  /** Whether more is asked for than the build tries. */
  private static final boolean ALL = Boolean.getBoolean("pgsdk.thorough");

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Each database with each gateway; the build tries the servers with one gateway each. */
  static Stream<Arguments> worlds() {
    return all()
        .filter(
            world ->
                ALL
                    || world.get()[0] == Database.H2
                    || (world.get()[0] == Database.POSTGRESQL) == (world.get()[1] == Shop.TOSS));
  }

  /** The build tries the longer verbs on H2 alone. */
  static Stream<Arguments> fewerWorlds() {
    return all().filter(world -> ALL || world.get()[0] == Database.H2);
  }

  private static Stream<Arguments> all() {
    return Stream.of(Database.values())
        .flatMap(database -> Stream.of(Shop.values()).map(at -> Arguments.of(database, at)));
  }

  /** What a server does when it dies. */
  interface Verb {
    void by(DurableShop server, OrderId order, BrowserReturn back);
  }

  /** What holds in the end, whatever happened. */
  interface Check {
    void of(DurableShop server, OrderId order, BrowserReturn back, String where);
  }

  private void everywhere(Database database, Shop at, Verb before, Verb verb, Check check) {
    everywhere(database, at, order -> at.checkout(sandbox, order, PRICE), before, verb, check);
  }

  /** What the buyer does first. */
  interface FromCheckout {
    BrowserReturn of(OrderId order);
  }

  private void everywhere(
      Database database, Shop at, FromCheckout checkout, Verb before, Verb verb, Check check) {
    DataSource source = Pool.of(database.open(), 8);
    try (DurableShop survivor = DurableShop.open(source, at, sandbox)) {
      for (Fate fate : Fate.values()) {
        for (int commit = 1; ; commit++) {
          assertThat(commit).isLessThan(MORE_THAN_ANY_VERB_NEEDS);
          if (!ALL && (fate.ordinal() + commit + at.ordinal()) % 3 != 0) {
            continue; // another gateway meets it
          }
          OrderId order = OrderId.random();
          survivor.run("delete from booked");
          survivor.run("update pay_work set due_at=null"); // of the orders before, checked
          survivor.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
          BrowserReturn back = checkout.of(order);
          before.by(survivor, order, back);
          MortalDatabase mortal = new MortalDatabase(source, commit, fate);
          try (DurableShop victim = DurableShop.join(mortal, at, sandbox)) {
            verb.by(victim, order, back);
          } catch (MortalDatabase.Death e) {
            // as intended
          }
          String where = at + " " + database + ", " + fate + " " + commit;
          survivor.letTimePass();
          survivor.letTimePass();
          check.of(survivor, order, back, where);
          if (!mortal.hasHappened()) {
            break;
          }
        }
      }
    }
  }

  private void capturedOnce(Shop at, OrderId order, String where) {
    assertThat(at.server(sandbox).ledger(order).captures()).as(where).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void returned_oneCapture_andTheOrderIsDeliveredOnce(Database database, Shop at) {
    everywhere(
        database,
        at,
        (server, order, back) -> {},
        (server, order, back) -> server.payments.returned(DurableShop.back(at, back)),
        (server, order, back, where) -> {
          assertThat(server.payments.returned(DurableShop.back(at, back)))
              .as(where)
              .isInstanceOf(Arrival.Paid.class);
          assertThat(server.booked()).as(where).containsExactly("OrderPaid 15000");
          capturedOnce(at, order, where);
          assertThat(server.payments.stats().due()).as(where).isZero();
        });
  }

  @ParameterizedTest
  @MethodSource("fewerWorlds")
  void resumedByAServerThatDiesToo_theOrderIsDeliveredOnce(Database database, Shop at) {
    everywhere(
        database,
        at,
        (server, order, back) -> {
          at.server(sandbox).inject(Fault.of(FaultKind.ANSWER_LOST).always());
          server.payments.returned(DurableShop.back(at, back));
          at.server(sandbox).clearFaults();
        },
        (server, order, back) -> server.letTimePass(),
        (server, order, back, where) -> {
          server.payments.returned(DurableShop.back(at, back));
          assertThat(server.booked()).as(where).containsExactly("OrderPaid 15000");
          capturedOnce(at, order, where);
        });
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void refund_theMoneyGoesBackOnce(Database database, Shop at) {
    everywhere(
        database,
        at,
        (server, order, back) -> server.payments.returned(DurableShop.back(at, back)),
        (server, order, back) -> server.payments.refund(refund(order)),
        (server, order, back, where) -> {
          RefundRow.State state = server.payments.refund(refund(order)).state();
          server.letTimePass();
          state = server.payments.refund(refund(order)).state();
          assertThat(state).as(where).isEqualTo(RefundRow.State.DONE);
          assertThat(at.server(sandbox).ledger(order).refunded())
              .as(where)
              .isEqualTo(Money.krw(5_000));
          assertThat(server.booked())
              .as(where)
              .containsExactly("OrderPaid 15000", "MoneyReturned -5000");
        });
  }

  private static Refund refund(OrderId order) {
    return Refund.partial("r-" + order.value().substring(0, 20), order, Money.krw(5_000), "back")
        .build();
  }

  @ParameterizedTest
  @MethodSource("fewerWorlds")
  void hinted_theOrderIsDeliveredOnce(Database database, Shop at) {
    everywhere(
        database,
        at,
        (server, order, back) -> {},
        (server, order, back) -> {
          server.payments.notified(DurableShop.webhook(at, back));
          server.payments.resume(Duration.ofSeconds(20));
        },
        (server, order, back, where) -> {
          List<String> booked = server.booked();
          assertThat(booked).as(where).hasSizeLessThanOrEqualTo(1);
          server.payments.notified(DurableShop.webhook(at, back));
          server.payments.resume(Duration.ofSeconds(20));
          server.payments.returned(DurableShop.back(at, back));
          assertThat(server.booked()).as(where).containsExactly("OrderPaid 15000");
          capturedOnce(at, order, where);
        });
  }

  @ParameterizedTest
  @MethodSource("fewerWorlds")
  void open_noCheckoutAtAnotherPriceThanTheStores(Database database, Shop at) {
    Money other = Money.krw(12_000);
    everywhere(
        database,
        at,
        order -> new BrowserReturn(kr.pgsdk.core.PaymentId.of("none"), order, PRICE),
        (server, order, back) -> {},
        (server, order, back) -> server.payments.open(OpenOrder.builder(order, other).build()),
        (server, order, back, where) -> {
          server.payments.open(OpenOrder.builder(order, other).build());
          assertThat(server.payments.order(order).orElseThrow().price()).as(where).isEqualTo(other);
          BrowserReturn paid = at.checkout(sandbox, order, other);
          assertThat(server.payments.returned(DurableShop.back(at, paid)))
              .as(where)
              .isInstanceOf(Arrival.Paid.class);
        });
  }
}
