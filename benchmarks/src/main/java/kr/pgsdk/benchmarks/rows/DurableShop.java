package kr.pgsdk.benchmarks.rows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Resumed;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;

/** The shop's process; prints a name and a figure a line. */
public final class DurableShop {
  static final String PLAIN = "plain-micros";
  static final String DURABLE = "durable-micros";
  static final String TRANSACTIONS = "transactions";
  static final String STATEMENTS = "statements";
  static final String FIND = "find-due-millis";
  static final String RESUME = "resume-millis";
  static final String CLOSED = "closed";
  static final String DUE = "due";

  private static final int THREADS = 8;
  private static final int BATCH = 10_000;
  private static final Money PRICE = Money.krw(Gateway.TOSS.won());

  private final DataSource database;
  private final JdbcPaymentStore store;
  private final PaymentGateway gateway;
  private final DurablePayments payments;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private DurableShop(Database kind, String url) {
    this.database = Pool.of(kind.open(), THREADS);
    this.store = JdbcPaymentStore.builder(database).build();
    this.gateway =
        TossGateway.builder(TossSecretKey.of("test_sk_benchmarks"))
            .http(HttpOptions.builder().baseUrl(url).build())
            .build();
    store.createSchema();
    execute("create table shop_sale (order_id varchar(64) primary key, won bigint not null)");
    this.payments =
        DurablePayments.builder(store, DurableShop::book).account("main", gateway).build();
  }

  private static void book(PaymentEvent event, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        delivery.connection().prepareStatement("insert into shop_sale values (?, ?)")) {
      insert.setString(1, event.orderId().value());
      insert.setLong(2, event.now().held().amount().longValueExact());
      insert.executeUpdate();
    }
  }

  /** Takes the database, the server's URL, rounds, orders a round, closed orders, due orders. */
  public static void main(String[] args) throws Exception {
    DurableShop shop = new DurableShop(Database.valueOf(args[0]), args[1]);
    int rounds = Integer.parseInt(args[2]);
    int orders = Integer.parseInt(args[3]);
    for (int warmUp = 0; warmUp < rounds; warmUp++) {
      shop.micros(orders, shop::confirm);
      shop.micros(orders, shop::returned);
    }
    for (int round = 0; round < rounds; round++) {
      say(PLAIN, shop.micros(orders, shop::confirm));
      say(DURABLE, shop.micros(orders, shop::returned));
    }
    shop.cost();
    shop.resume(Integer.parseInt(args[4]), Integer.parseInt(args[5]), rounds);
    shop.threads.shutdown();
    shop.payments.close();
    shop.gateway.close();
  }

  private static void say(String name, double figure) {
    System.out.println(name + " " + figure);
  }

  /** What an order takes, all threads at work; the orders are opened before. */
  private double micros(int orders, Consumer<OrderId> work) throws Exception {
    List<OrderId> opened = open(orders);
    long start = System.nanoTime();
    inParallel(opened, work);
    return (System.nanoTime() - start) / 1e3 / orders;
  }

  private List<OrderId> open(int orders) throws Exception {
    List<OrderId> ids = IntStream.range(0, orders).mapToObj(i -> OrderId.random()).toList();
    inParallel(ids, id -> payments.open(OpenOrder.builder(id, PRICE).orderName("T-shirt").build()));
    return ids;
  }

  private void inParallel(List<OrderId> ids, Consumer<OrderId> work) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (OrderId id : ids) {
      all.add(threads.submit(() -> work.accept(id)));
    }
    for (Future<?> one : all) {
      one.get();
    }
  }

  private static PaymentId paymentOf(OrderId order) {
    return PaymentId.of("pay_" + order.value());
  }

  private void confirm(OrderId order) {
    gateway.confirm(ConfirmRequest.builder(paymentOf(order), order, PRICE).build()).orElseThrow();
  }

  private void returned(OrderId order) {
    returned(payments, order);
  }

  /** What a confirm costs of the database, without what the shop's handler does. */
  private void cost() throws Exception {
    CountedDatabase counted = new CountedDatabase(database);
    JdbcPaymentStore same = JdbcPaymentStore.builder(counted.source()).build();
    DurablePayments counting =
        DurablePayments.builder(same, (event, delivery) -> {}).account("main", gateway).build();
    OrderId order = open(1).get(0);
    counted.reset();
    returned(counting, order);
    say(TRANSACTIONS, counted.transactions());
    say(STATEMENTS, counted.statements());
    counting.close();
  }

  private static void returned(DurablePayments payments, OrderId order) {
    BigDecimal won = PRICE.amount();
    String query = "paymentKey=" + paymentOf(order) + "&orderId=" + order + "&amount=" + won;
    Arrival arrival =
        payments.returned(TossSuccessRedirect.read(Parameters.ofQuery(query)).toReturn());
    if (!(arrival instanceof Arrival.Paid)) {
      throw new IllegalStateException(order + " isn't paid: " + arrival);
    }
  }

  private void resume(int closed, int due, int rounds) throws Exception {
    addClosed(closed);
    for (OrderId order : open(due)) {
      dies(order);
    }
    execute("analyze");
    say(CLOSED, closed);
    say(DUE, due);
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      int found = store.inNew(session -> session.due(50).size());
      say(FIND, (System.nanoTime() - start) / 1e6);
      require(found == Math.min(50, due), "found " + found);
    }
    long start = System.nanoTime();
    Resumed resumed = payments.resume(Duration.ofMinutes(10));
    say(RESUME, (System.nanoTime() - start) / 1e6);
    require(resumed.orders() == due && resumed.failed() == 0, resumed.toString());
  }

  private static void require(boolean so, String what) {
    if (!so) {
      throw new IllegalStateException(what);
    }
  }

  /** Orders that were closed long ago, with their idle work, as many rows as a large shop has. */
  private void addClosed(int closed) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement order =
            connection.prepareStatement(
                "insert into pay_order (shop, order_id, price, currency, account, state, version,"
                    + " delivered_version, delivered, handler_failures, effects, attempts,"
                    + " attempts_since, created_at, updated_at)"
                    + " values ('shop', ?, 1000, 'KRW', 'main', 'CLOSED', 1, 1, 'CLOSED', 0, '',"
                    + " 0, 1, 1, 1)");
        PreparedStatement work =
            connection.prepareStatement(
                "insert into pay_work (shop, kind, subject, due_at, hints, fence, lease_until,"
                    + " tries) values ('shop', 'ORDER', ?, null, 0, 1, 0, 0)")) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= closed; i++) {
        for (PreparedStatement insert : List.of(order, work)) {
          insert.setString(1, "closed_" + i);
          insert.addBatch();
          if (i % BATCH == 0 || i == closed) {
            insert.executeBatch();
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** As a server leaves it that dies after the slot was taken, and before the confirm. */
  private void dies(OrderId order) {
    execute(
        "update pay_order set slot_account='main', slot_payment='%s', slot_until=1, version=version+1"
                .formatted(paymentOf(order))
            + " where shop='shop' and order_id='%s'".formatted(order));
    execute(
        "update pay_work set due_at=1 where shop='shop' and kind='ORDER' and subject='%s'"
            .formatted(order));
  }

  private void execute(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
