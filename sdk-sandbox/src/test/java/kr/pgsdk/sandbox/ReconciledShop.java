package kr.pgsdk.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.DurableBuilder;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.PortOneOpener;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossOpener;
import org.h2.jdbcx.JdbcDataSource;

/** A shop on H2 whose gateway's clock stands where a test puts it. */
final class ReconciledShop implements AutoCloseable {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final Money PRICE = Money.krw(15_000);

  final Shop at;
  final Sandbox sandbox;
  final WatchedDatabase database;
  final PaymentGateway gateway;
  final DurablePayments payments;
  final List<String> told = new ArrayList<>();

  private ReconciledShop(Shop at, Sandbox sandbox, WatchedDatabase database) {
    this.at = at;
    this.sandbox = sandbox;
    this.database = database;
    this.gateway = open(at, sandbox);
    this.payments = payments("main");
  }

  static ReconciledShop open(Shop at) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:books" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore.builder(source).build().createSchema();
    return new ReconciledShop(at, sandbox(), new WatchedDatabase(source));
  }

  /** The same shop, with the key of another merchant. */
  ReconciledShop withAnotherKey() {
    return new ReconciledShop(at, sandbox(), database);
  }

  private static Sandbox sandbox() {
    return Sandbox.builder().clock(Clock.fixed(time(DAY, 10, 0, 0), ZoneOffset.UTC)).start();
  }

  private static PaymentGateway open(Shop at, Sandbox sandbox) {
    Environment environment =
        new Environment(sandbox.clock(), System::nanoTime, (pause, closed) -> {}, () -> 0L);
    return switch (at) {
      case IAMPORT -> IamportOpener.in(Gateways.iamport(sandbox), environment).build();
      case TOSS -> TossOpener.in(Gateways.toss(sandbox), environment).build();
      case PORTONE -> PortOneOpener.in(Gateways.portOne(sandbox), environment).build();
    };
  }

  /** The shop's payments, with the account under a name. */
  DurablePayments payments(String account) {
    return builder().account(account, gateway, list()).build();
  }

  DurablePayments payments(TransactionList list) {
    return builder().account("main", gateway, list).build();
  }

  DurableBuilder builder() {
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    return DurablePayments.builder(store, (event, delivery) -> told.add(line(event)));
  }

  private static String line(PaymentEvent event) {
    return event.getClass().getSimpleName() + " " + event.now().held();
  }

  TransactionList list() {
    if (gateway instanceof PortOneGateway portOne) {
      return portOne.transactions();
    }
    return gateway instanceof TossGateway toss
        ? toss.transactions()
        : ((IamportGateway) gateway).transactions();
  }

  static Instant time(LocalDate day, int hour, int minute, int second) {
    return day.atTime(hour, minute, second).atZone(SEOUL).toInstant();
  }

  void waitUntil(LocalDate day, int hour, int minute, int second) {
    Duration pause = Duration.between(sandbox.clock().instant(), time(day, hour, minute, second));
    sandbox.clock().advance(pause);
  }

  SandboxGateway server() {
    return at.server(sandbox);
  }

  int requests() {
    return server().journal().count();
  }

  OrderId opened() {
    OrderId order = OrderId.random();
    payments.open(OpenOrder.builder(order, PRICE).build());
    return order;
  }

  /** An order that is paid through the SDK. */
  BrowserReturn paid() {
    BrowserReturn back = at.checkout(sandbox, opened(), PRICE);
    payments.returned(DurableShop.back(at, back));
    return back;
  }

  /** A capture that the shop's process didn't live to see. */
  BrowserReturn capturedUnseen(OrderId order, Money amount) {
    BrowserReturn back = at.checkout(sandbox, order, amount);
    gateway
        .with(CallOptions.builder().build())
        .confirm(ConfirmRequest.builder(back.paymentId(), order, amount).build());
    return back;
  }

  List<Discrepancy> differences(LocalDate day) {
    return differences(payments, "main", day);
  }

  static List<Discrepancy> differences(DurablePayments payments, String account, LocalDate day) {
    try (Stream<Discrepancy> all = payments.reconcile(account, day)) {
      return all.toList();
    }
  }

  /** As {@code UNKNOWN_CAPTURE 15000 - }, in the order of the report. */
  List<String> report(LocalDate day) {
    return differences(day).stream().map(ReconciledShop::line).toList();
  }

  static String line(Discrepancy one) {
    return one.kind() + " " + won(one.atGateway()) + " " + won(one.inStore());
  }

  private static String won(Optional<Money> amount) {
    return amount.map(Money::toPlainString).orElse("-");
  }

  void resume() {
    payments.resume(Duration.ofSeconds(30));
  }

  void sql(String statement) {
    try (Connection connection = database.getConnection();
        Statement update = connection.createStatement()) {
      update.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    payments.close();
    gateway.close();
    sandbox.close();
  }
}
