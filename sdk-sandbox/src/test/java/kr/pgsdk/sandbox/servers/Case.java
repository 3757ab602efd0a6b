package kr.pgsdk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;

/** One order at one gateway, a server that comes to a point with it, and what must hold then. */
final class Case {
  private static final long PRICE = 15_000;
  private static final long PART = 5_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Sandbox sandbox;
  private final boolean toss;
  private final Point point;
  private final OrderId order = OrderId.random();
  private BrowserReturn back;

  Case(Sandbox sandbox, boolean toss, Point point) {
    this.sandbox = sandbox;
    this.toss = toss;
    this.point = point;
  }

  private SandboxGateway gateway() {
    return toss ? sandbox.toss() : sandbox.iamport();
  }

  private String redirect() {
    return toss
        ? "/toss/return?" + sandbox.buyer().onToss().successQuery(back)
        : "/iamport/return?" + sandbox.buyer().onIamport().redirectQuery(back);
  }

  private String refund() {
    return "/refund?order=%s&id=%s&won=%d".formatted(order, refundId(), PART);
  }

  private String refundId() {
    return order.value().substring(0, 20);
  }

  /** All that comes before: the order is open, or paid where the point comes later. */
  void prepare(Server server) {
    String account = toss ? ShopServer.TOSS : ShopServer.IAMPORT;
    assertThat(server.ask("/open?order=%s&won=%d&account=%s".formatted(order, PRICE, account)))
        .isEqualTo("Ready");
    back =
        toss
            ? sandbox.buyer().onToss().authenticate(order, Money.krw(PRICE))
            : sandbox.buyer().onIamport().pay(order, Money.krw(PRICE));
    if (point.isOfRefund() || point.isOfWebhook()) {
      assertThat(server.ask(redirect())).isEqualTo("Paid");
    }
    if (point.isOfWebhook()) {
      gateway().cancelInConsole(back.paymentId(), Money.krw(PART));
    }
    if (point == Point.CLAIMED) {
      assertThat(webhook(server).join()).isEqualTo("200");
    }
  }

  private CompletableFuture<String> webhook(Server server) {
    return server.post(
        toss ? "/toss/webhook" : "/iamport/webhook", gateway().webhooks(back.paymentId()).get(0));
  }

  /** Lets the server come to the point, and do there what it is to do. */
  CompletableFuture<String> act(Server server, String what) {
    assertThat(server.ask("/arm?point=" + point + "&act=" + what)).isEqualTo("armed");
    return go(server);
  }

  /** Kills the server while the gateway holds its answer. */
  void killAtGateway(Server server) throws InterruptedException {
    String path =
        point == Point.REFUND_EXECUTED
            ? toss ? "/v1/payments/" + back.paymentId() + "/cancel" : "/payments/cancel"
            : toss ? "/v1/payments/confirm" : "/payments/" + back.paymentId();
    String method = path.startsWith("/payments/imp_") ? "GET" : "POST";
    InjectedFault held =
        gateway().inject(Fault.of(FaultKind.STALL_AFTER_EXECUTION).on(method, path));
    CompletableFuture<String> unused = go(server);
    held.awaitHeld(1, LONGEST_WAIT);
    server.kill();
    held.release();
  }

  private CompletableFuture<String> go(Server server) {
    return switch (point) {
      case HINTED -> webhook(server);
      case CLAIMED -> server.post("/resume");
      case REFUND_REQUESTED -> server.post("/request-" + refund().substring(1));
      default -> server.post(point.isOfRefund() ? refund() : redirect());
    };
  }

  /** Time passes, and another server resumes. */
  static void resume(ShopServer other, DataSource database) throws Exception {
    for (int i = 0; i < 2; i++) {
      Tables.pass(database, Duration.ofHours(1));
      assertThat(other.ask(URI.create("/resume"))).startsWith("Resumed");
    }
  }

  /** The order was captured, returned and booked once. */
  void check(DataSource database) {
    long returned = point.isOfRefund() || point.isOfWebhook() ? PART : 0;
    Ledger ledger = gateway().ledger(order);
    List<Tables.Booked> booked = Tables.booked(database, order.value());
    String where = this + ": " + booked + " " + ledger;
    assertThat(ledger.captures()).as(where).isEqualTo(1);
    assertThat(ledger.refunded()).as(where).isEqualTo(Money.krw(returned));
    assertThat(ledger.refunds()).as(where).isEqualTo(returned == 0 ? 0 : 1);
    assertThat(booked)
        .as(where)
        .containsExactlyElementsOf(
            returned == 0
                ? List.of(new Tables.Booked("OrderPaid", PRICE, 0))
                : List.of(
                    new Tables.Booked("OrderPaid", PRICE, 0),
                    new Tables.Booked("MoneyReturned", 0, PART)));
  }

  /** A person asks again, and is told that it is done. */
  void askAgain(ShopServer other) throws Exception {
    assertThat(other.ask(URI.create(redirect()))).as(toString()).isEqualTo("Paid");
    if (point.isOfRefund()) {
      assertThat(other.ask(URI.create(refund()))).as(toString()).isEqualTo("DONE");
    }
  }

  @Override
  public String toString() {
    return point + (toss ? " at Toss" : " at Iamport");
  }
}
