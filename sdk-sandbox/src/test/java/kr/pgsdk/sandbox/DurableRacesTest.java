package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several servers and buyers at once, and what a verb holds of the database meanwhile. */
@Timeout(120)
class DurableRacesTest {
  private static final Money PRICE = DurableShop.PRICE;
  private static final int SERVERS = 4;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static Stream<Arguments> worlds() {
    return worlds(Shop.values());
  }

  /** At PortOne V2 an order can't be paid twice: its payment id succeeds once at most. */
  static Stream<Arguments> worldsWhereAnOrderCanBePaidTwice() {
    return worlds(Shop.IAMPORT, Shop.TOSS);
  }

  private static Stream<Arguments> worlds(Shop... shops) {
    return Stream.of(Database.values())
        .flatMap(database -> Stream.of(shops).map(at -> Arguments.of(database, at)));
  }

  /** Runs all at one barrier, and returns what each returned. */
  private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      CyclicBarrier barrier = new CyclicBarrier(all.size());
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> one : all) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await(100, TimeUnit.SECONDS);
                  return one.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<DurableShop> servers(DataSource source, Shop at) {
    List<DurableShop> servers = new ArrayList<>();
    servers.add(DurableShop.open(source, at, sandbox));
    for (int i = 1; i < SERVERS; i++) {
      servers.add(DurableShop.join(source, at, sandbox));
    }
    servers.get(0).payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    return servers;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void redirectWebhookAndResumeOnAllServers_oneDelivery(Database database, Shop at)
      throws Exception {
    List<DurableShop> servers = servers(Pool.of(database.open(), 8), at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    List<Callable<Object>> all = new ArrayList<>();
    for (DurableShop server : servers) {
      all.add(() -> server.payments.returned(DurableShop.back(at, back)));
      all.add(
          () -> {
            server.payments.notified(DurableShop.webhook(at, back));
            return server.payments.resume(Duration.ofSeconds(20));
          });
    }
    atOnce(all);
    servers.get(0).letTimePass();
    assertThat(servers.get(0).payments.returned(DurableShop.back(at, back)))
        .isInstanceOf(Arrival.Paid.class);
    assertThat(servers.get(0).booked()).containsExactly("OrderPaid 15000");
    assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
    servers.forEach(DurableShop::close);
  }

  @ParameterizedTest
  @MethodSource("worldsWhereAnOrderCanBePaidTwice")
  void twoTabs_oneOrderPaid_andASecondPaymentIsReported(Database database, Shop at)
      throws Exception {
    List<DurableShop> servers = servers(Pool.of(database.open(), 8), at);
    BrowserReturn one = at == Shop.TOSS ? at.checkout(sandbox, order, PRICE) : opened();
    BrowserReturn two = at == Shop.TOSS ? at.checkout(sandbox, order, PRICE) : opened();
    if (at == Shop.IAMPORT) { // two windows were open before either was paid
      sandbox.buyer().onIamport().payAfterAll(one.paymentId());
      sandbox.buyer().onIamport().payAfterAll(two.paymentId());
    }
    atOnce(
        List.of(
            () -> servers.get(0).payments.returned(DurableShop.back(at, one)),
            () -> servers.get(1).payments.returned(DurableShop.back(at, two))));
    servers.get(2).letTimePass();
    servers.get(2).payments.returned(DurableShop.back(at, one));
    servers.get(2).payments.returned(DurableShop.back(at, two));
    List<String> booked = servers.get(0).booked();
    if (at == Shop.TOSS) { // the slot lets one of them be captured
      assertThat(booked).containsExactly("OrderPaid 15000");
    } else { // both were captured by the checkout
      assertThat(booked).containsExactly("OrderPaid 15000", "DuplicatePayment 15000");
      assertThat(servers.get(0).payments.attention(10)).hasSize(1);
    }
    servers.forEach(DurableShop::close);
  }

  private BrowserReturn opened() {
    return sandbox.buyer().onIamport().abandon(order, PRICE);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void oneRefundAskedOfAllServers_goesOnce(Database database, Shop at) throws Exception {
    List<DurableShop> servers = servers(Pool.of(database.open(), 8), at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    servers.get(0).payments.returned(DurableShop.back(at, back));
    Refund refund = Refund.partial("r1", order, Money.krw(5_000), "back").build();
    List<Callable<Object>> all = new ArrayList<>();
    servers.forEach(server -> all.add(() -> server.payments.refund(refund)));
    atOnce(all);
    servers.get(0).letTimePass();
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(5_000));
    assertThat(servers.get(0).booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
    servers.forEach(DurableShop::close);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void twoPartsOfOneAmountAtOnce_bothGo(Database database, Shop at) throws Exception {
    List<DurableShop> servers = servers(Pool.of(database.open(), 8), at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    servers.get(0).payments.returned(DurableShop.back(at, back));
    atOnce(
        List.of(
            () ->
                servers
                    .get(0)
                    .payments
                    .refund(Refund.partial("r1", order, Money.krw(5_000), "back").build()),
            () ->
                servers
                    .get(1)
                    .payments
                    .refund(Refund.partial("r2", order, Money.krw(5_000), "back").build())));
    for (int i = 0; i < 4; i++) {
      servers.get(0).letTimePass();
    }
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(10_000));
    assertThat(
            servers.get(0).booked().stream().mapToLong(l -> Long.parseLong(l.split(" ")[1])).sum())
        .isEqualTo(5_000);
    servers.forEach(DurableShop::close);
  }

  /** The payment company loses the reference: nothing tells the two apart but who is sent when. */
  @ParameterizedTest
  @EnumSource(
      value = Switch.class,
      names = {"IAMPORT_DROPS_REASONS", "IAMPORT_REPLACES_REASONS", "IAMPORT_CUTS_REASONS"})
  void twoPartsOfOneAmountAtOnce_withoutTheirReferences_bothGo(Switch reasons) throws Exception {
    sandbox.switches().on(reasons);
    twoPartsOfOneAmountAtOnce_bothGo(Database.H2, Shop.IAMPORT);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void closeBesideARedirect_eitherClosedOrPaid(Database database, Shop at) throws Exception {
    List<DurableShop> servers = servers(Pool.of(database.open(), 8), at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    List<Object> results =
        atOnce(
            List.<Callable<Object>>of(
                () -> servers.get(0).payments.returned(DurableShop.back(at, back)),
                () -> servers.get(1).payments.close(order, "no stock")));
    servers.get(0).letTimePass();
    boolean closed = results.get(1) == Closing.CLOSED;
    List<String> booked = servers.get(0).booked();
    if (!closed) {
      assertThat(booked).containsExactly("OrderPaid 15000");
    } else if (at == Shop.TOSS) {
      assertThat(booked).containsExactly("Ended 0");
      assertThat(at.server(sandbox).ledger(order).captures()).isZero();
    } else {
      assertThat(booked).containsExactlyInAnyOrder("Ended 0", "PaidAfterClose 15000");
    }
    servers.forEach(DurableShop::close);
  }

  /** A pool of one would otherwise run dry while the gateway takes its time. */
  @ParameterizedTest
  @EnumSource
  void noConnectionIsHeldWhileAGatewayIsCalled(Shop at) {
    WatchedDatabase database = new WatchedDatabase(Pool.of(Database.H2.open(), 1));
    DurableShop tables = DurableShop.open(database, at, sandbox);
    List<String> held = new ArrayList<>();
    PaymentGateway watched = watched(tables.gateway, database, held);
    try (DurablePayments payments =
        DurablePayments.builder(JdbcPaymentStore.builder(database).build(), (event, delivery) -> {})
            .account("main", watched)
            .build()) {
      payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, PRICE);
      payments.returned(DurableShop.back(at, back));
      payments.notified(DurableShop.webhook(at, back));
      payments.resume(Duration.ofSeconds(20));
      payments.refund(Refund.full("r1", order, "back").build());
    }
    assertThat(held).isNotEmpty().allMatch(line -> line.endsWith(" 0"));
    tables.close();
  }

  private static PaymentGateway watched(
      PaymentGateway gateway, WatchedDatabase database, List<String> held) {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            DurableRacesTest.class.getClassLoader(),
            new Class<?>[] {PaymentGateway.class},
            (proxy, method, arguments) -> {
              held.add(method.getName() + " " + database.open());
              try {
                Object result = method.invoke(gateway, arguments);
                return result instanceof PaymentGateway other
                    ? watched(other, database, held)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aConfirmCostsAtMostFourTransactionsAndTwelveStatements(Shop at) {
    WatchedDatabase database = new WatchedDatabase(Pool.of(Database.H2.open(), 1));
    try (DurableShop shop = DurableShop.open(database, at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, PRICE);
      database.reset();
      assertThat(shop.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.Paid.class);
      List<String> ours =
          database.statements().stream().filter(sql -> !sql.contains("booked")).toList();
      assertThat(database.commits()).as("%s", ours).isLessThanOrEqualTo(4);
      assertThat(ours).hasSizeLessThanOrEqualTo(12);
    }
  }

  /** An attacker who knows an order id tries payment ids of his own. */
  @ParameterizedTest
  @EnumSource
  void forgedRedirectsAreBounded_andDontBlockTheBuyerForEver(Shop at) {
    try (DurableShop shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      int before = at.server(sandbox).journal().entries().size();
      for (int i = 0; i < 50; i++) {
        shop.payments.returned(
            DurableShop.back(at, new BrowserReturn(PaymentId.of("forged" + i), order, PRICE)));
      }
      int sent = at.server(sandbox).journal().entries().size() - before;
      assertThat(sent).isLessThanOrEqualTo(at == Shop.TOSS ? 40 : 1_500);
      shop.run("update pay_order set attempts_since=1");
      BrowserReturn back = at.checkout(sandbox, order, PRICE);
      assertThat(shop.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatSwallowsAFailedStatement_isToldAgain(Shop at) {
    try (DurableShop shop = DurableShop.open(Pool.of(Database.POSTGRESQL.open(), 2), at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, PRICE);
      shop.onConnection = DurableRacesTest::failAndSwallow;
      shop.payments.returned(DurableShop.back(at, back));
      assertThat(shop.booked()).isEmpty();
      shop.onConnection = connection -> {};
      shop.letTimePass();
      assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    }
  }

  /** PostgreSQL ends the transaction with that; a commit would then quietly be a rollback. */
  private static void failAndSwallow(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("select * from no_such_table");
    } catch (SQLException e) {
      // swallowed, as shops do
    }
  }
}
