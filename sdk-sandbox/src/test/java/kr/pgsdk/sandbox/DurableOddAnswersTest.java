package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stored refund whose gateway answers oddly: it ends once, or stays on the list. */
@Timeout(100)
class DurableOddAnswersTest {
  private static final Money PRICE = DurableShop.PRICE;
  private static final String JSON = "application/json";

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;
  private BrowserReturn back;
  private Shop at;

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  private void paidAt(Shop gateway) {
    at = gateway;
    sandbox = Sandbox.start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    back = at.checkout(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(at, back));
  }

  private State refund(int won) {
    return shop.payments
        .refund(Refund.partial("r1", order, Money.krw(won), "returned").build())
        .state();
  }

  private State state() {
    return shop.payments.refundState("r1").orElseThrow().state();
  }

  private Ledger ledger() {
    return at.server(sandbox).ledger(order);
  }

  private void onCancel(Fault fault) {
    at.server(sandbox).inject(fault.on("POST", at.cancelPath(back.paymentId())));
  }

  private void onLookups(Fault fault) {
    at.server(sandbox)
        .inject(fault.when(e -> e.method().equals("GET") && e.path().startsWith(path())));
  }

  private String path() {
    return at == Shop.TOSS ? "/v1/payments" : "/payments";
  }

  private long dueInSeconds() {
    try (Connection connection = shop.database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select due_at from pay_work where subject='r1'")) {
      rows.next();
      return (rows.getLong(1) - System.currentTimeMillis()) / 1000;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void askedToWaitForYears_isTriedAgainWithinADay(Shop gateway) {
    paidAt(gateway);
    onCancel(Fault.status(429).retryAfter(Duration.ofDays(10_000)).always());
    assertThat(refund(5_000)).isEqualTo(State.NEW);
    assertThat(dueInSeconds()).isLessThan(86_400);
  }

  @ParameterizedTest
  @EnumSource
  void askedToWaitForYears_inDoubt_isTriedAgainWithinADay(Shop gateway) {
    paidAt(gateway);
    onCancel(Fault.status(503).retryAfter(Duration.ofDays(10_000)).always());
    assertThat(refund(5_000)).isEqualTo(State.UNKNOWN);
    assertThat(dueInSeconds()).isLessThan(86_400);
  }

  private Fault notThere() {
    return switch (at) {
      case IAMPORT -> Fault.answer(404, JSON, "{\"code\":-1,\"message\":\"-\",\"response\":null}");
      case TOSS -> Fault.answer(404, JSON, "{\"code\":\"NOT_FOUND_PAYMENT\",\"message\":\"-\"}");
      case PORTONE -> Fault.answer(404, JSON, "{\"type\":\"PAYMENT_NOT_FOUND\",\"message\":\"-\"}");
    };
  }

  private Fault forbidden() {
    return switch (at) {
      case IAMPORT -> Fault.answer(403, JSON, "{\"code\":-1,\"message\":\"-\",\"response\":null}");
      case TOSS -> Fault.answer(403, JSON, "{\"code\":\"FORBIDDEN_REQUEST\",\"message\":\"-\"}");
      case PORTONE -> Fault.answer(403, JSON, "{\"type\":\"FORBIDDEN\",\"message\":\"-\"}");
    };
  }

  @ParameterizedTest
  @EnumSource
  void lookupDoesNotKnowThePayment_isNoRefusal(Shop gateway) {
    paidAt(gateway);
    onLookups(notThere().always());
    assertThat(refund(5_000)).isEqualTo(State.NEW);
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.DONE);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(5_000));
  }

  @ParameterizedTest
  @EnumSource
  void lookupIsForbidden_isNoRefusal(Shop gateway) {
    paidAt(gateway);
    onLookups(forbidden().always());
    assertThat(refund(5_000)).isEqualTo(State.NEW);
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.DONE);
  }

  private void provedNotExecuted(Shop gateway, int won) {
    paidAt(gateway);
    onCancel(Fault.status(503).always());
    assertThat(refund(won)).isEqualTo(State.UNKNOWN);
    at.server(sandbox).clearFaults();
    at.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(3_000));
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.UNKNOWN);
    assertThat(ledger().refunds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOSS", "PORTONE"})
  void provedNotExecuted_thenALookupIsRefused_isTriedAgain(Shop gateway) {
    provedNotExecuted(gateway, 5_000);
    onLookups(notThere().always());
    shop.letTimePass();
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOSS", "PORTONE"})
  void provedNotExecuted_andTooLittleIsLeft_isRefused(Shop gateway) {
    provedNotExecuted(gateway, 14_000);
    shop.run("update pay_payment set seen_at=1");
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void answerAndLookupsInAnotherCurrency_areNoRefusal(Shop gateway) {
    paidAt(gateway);
    UnaryOperator<String> dollars = body -> body.replace("\"KRW\"", "\"USD\"");
    onCancel(Fault.rewrittenBody(dollars));
    at.server(sandbox)
        .inject(
            Fault.rewrittenBody(dollars)
                .when(e -> e.method().equals("GET") && ledger().refunds() > 0)
                .always());
    assertThat(shop.payments.refund(Refund.full("r1", order, "returned").build()).state())
        .isEqualTo(State.UNKNOWN);
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(1);
  }

  @Test
  void refusedByTheCompanyThoughItWasDone_withAStaleLookupAndReasonsLost_isNotSentTwice() {
    paidAt(Shop.PORTONE);
    sandbox.clock().advance(Duration.ofMinutes(5));
    onCancel(Fault.answer(502, JSON, PG).executed());
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.STALE_LOOKUP)
                .when(e -> e.method().equals("GET") && ledger().refunds() > 0));
    at.server(sandbox)
        .inject(
            Fault.rewrittenBody(b -> b.replaceAll("\"reason\":\"[^\"]*\"", "\"reason\":\"\""))
                .when(e -> e.method().equals("GET") && ledger().refunds() > 0)
                .always());
    assertThat(refund(5_000)).isEqualTo(State.UNKNOWN);
    shop.letTimePass();
    assertThat(state()).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(1);
  }

  private static final String PG =
      "{\"type\":\"PG_PROVIDER\",\"message\":\"-\",\"pgCode\":\"1\",\"pgMessage\":\"-\"}";
}
