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
    return gateway == Gateway.IAMPORT
        ? sandbox.buyer().onIamport().pay(OrderId.random(), PRICE)
        : sandbox.buyer().onToss().authenticate(OrderId.random(), PRICE);
  }

  static BrowserReturn choosesAccount(Gateway gateway) {
    return gateway == Gateway.IAMPORT
        ? sandbox.buyer().onIamport().chooseVirtualAccount(OrderId.random(), PRICE)
        : sandbox.buyer().onToss().chooseVirtualAccount(OrderId.random(), PRICE);
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

  static SandboxGateway server(Gateway gateway) {
    return gateway == Gateway.IAMPORT ? sandbox.iamport() : sandbox.toss();
  }
}
