package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.sandbox.Switch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs {@code pg} against a sandbox of its own class. */
abstract class SandboxedTest {
  static final Money PRICE = Money.krw(15_000);

  static Sandbox sandbox;
  static Map<String, String> environment;

  @BeforeAll
  static void startSandbox() {
    sandbox = Sandbox.start();
    environment = PgRun.environment(sandbox);
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  static PgRun pg(String... arguments) {
    return PgRun.of(environment, arguments);
  }

  static PgRun confirm(Gateway gateway, BrowserReturn back, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                gateway.id(),
                "confirm",
                "--json",
                "--payment-id",
                back.paymentId().value(),
                "--order-id",
                back.orderId().value(),
                "--amount",
                "15000"));
    arguments.addAll(List.of(more));
    return pg(arguments.toArray(String[]::new));
  }

  static BrowserReturn pays(Gateway gateway) {
    return switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().pay(OrderId.random(), PRICE);
      case TOSS -> sandbox.buyer().onToss().authenticate(OrderId.random(), PRICE);
      case PORTONE -> sandbox.buyer().onPortOne().pay(OrderId.random(), PRICE);
    };
  }

  static BrowserReturn choosesAccount(Gateway gateway) {
    return switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().chooseVirtualAccount(OrderId.random(), PRICE);
      case TOSS -> sandbox.buyer().onToss().chooseVirtualAccount(OrderId.random(), PRICE);
      case PORTONE -> sandbox.buyer().onPortOne().chooseVirtualAccount(OrderId.random(), PRICE);
    };
  }

  static void assertPayment(
      Object payment, Gateway gateway, BrowserReturn back, String status, String balance) {
    assertThat(PgRun.object(payment).keySet())
        .containsExactly(
            "gateway",
            "orderId",
            "paymentId",
            "status",
            "gatewayStatus",
            "amount",
            "currency",
            "balance",
            "cancelled",
            "method",
            "orderName",
            "paidAt",
            "test",
            "virtualAccount",
            "cancels");
    assertThat(PgRun.object(payment))
        .contains(
            entry("gateway", gateway.id()),
            entry("orderId", back.orderId().value()),
            entry("paymentId", back.paymentId().value()),
            entry("status", status),
            entry("amount", "15000"),
            entry("currency", "KRW"),
            entry("balance", balance),
            entry("test", false));
  }

  /** Lets each gateway finish refunds later. */
  static final Switch[] LATER = {
    Switch.IAMPORT_REFUNDS_LATER, Switch.TOSS_REFUNDS_LATER, Switch.PORTONE_REFUNDS_LATER
  };

  static void deposits(Gateway gateway, BrowserReturn back) {
    switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().deposit(back.paymentId());
      case TOSS -> sandbox.buyer().onToss().deposit(back.paymentId());
      case PORTONE -> sandbox.buyer().onPortOne().deposit(back.paymentId());
    }
  }

  /** Shinhan's code or word. */
  static String bank(Gateway gateway) {
    return gateway == Gateway.PORTONE ? "SHINHAN" : "88";
  }

  /** The body of the last request that isn't a lookup. */
  static String lastPost(Gateway gateway) {
    return server(gateway).journal().entries().stream()
        .filter(request -> !request.method().equals("GET"))
        .reduce((first, second) -> second)
        .orElseThrow()
        .body();
  }

  static SandboxGateway server(Gateway gateway) {
    return switch (gateway) {
      case IAMPORT -> sandbox.iamport();
      case TOSS -> sandbox.toss();
      case PORTONE -> sandbox.portOne();
    };
  }
}
