package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The object of confirm, and its exit codes, for each outcome. */
class ConfirmJsonTest extends SandboxedTest {
  @ParameterizedTest
  @EnumSource
  void confirmOfAPaidOrder_confirmed(Gateway gateway) {
    BrowserReturn back = pays(gateway);

    PgRun run = confirm(gateway, back, "--returned-amount", "15000");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().keySet())
        .containsExactly(
            "confirmation",
            "capture",
            "moneyHeld",
            "reason",
            "mismatches",
            "gatewayCode",
            "gatewayMessage",
            "traceId",
            "refund",
            "payment");
    assertThat(run.json())
        .contains(
            entry("confirmation", "CONFIRMED"),
            entry("capture", gateway == Gateway.TOSS ? "BY_THIS_CALL" : "ALREADY_CAPTURED"),
            entry("moneyHeld", null),
            entry("reason", null),
            entry("mismatches", List.of()),
            entry("gatewayCode", null),
            entry("gatewayMessage", null),
            entry("traceId", null),
            entry("refund", null));
    assertPayment(run.json().get("payment"), gateway, back, "PAID", "15000");
  }

  @ParameterizedTest
  @EnumSource
  void confirmOfAnUnknownPayment_notFoundAndTheGatewaysWords(Gateway gateway) {
    PgRun run =
        pg(
            gateway.id(),
            "confirm",
            "--json",
            "--payment-id",
            "nobody_1",
            "--order-id",
            "order_9001",
            "--amount",
            "15000");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json())
        .contains(
            entry("confirmation", "NOT_CONFIRMED"),
            entry("capture", null),
            entry("moneyHeld", "UNKNOWN"),
            entry("reason", "NOT_FOUND"),
            entry("payment", null));
    assertThat(run.json().get("gatewayCode")).isNotNull();
    if (gateway != Gateway.PORTONE) { // whose search finds nothing, without a word
      assertThat(run.json().get("gatewayMessage")).asString().contains("존재하지 않는");
    }
  }

  @ParameterizedTest
  @EnumSource
  void confirmWhereTheBrowserReturnedAnotherAmount_mismatchAndNothingSent(Gateway gateway) {
    BrowserReturn back = pays(gateway);
    int before = server(gateway).journal().count();

    PgRun run =
        confirm(gateway, back, "--returned-order-id", "order_x", "--returned-amount", "100");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json().get("reason")).isEqualTo("MISMATCH");
    assertThat(run.json().get("moneyHeld")).isEqualTo("UNKNOWN");
    assertThat(PgRun.objects(run.json().get("mismatches")))
        .containsExactlyInAnyOrder(
            Map.of("field", "ORDER_ID", "expected", back.orderId().value(), "actual", "order_x"),
            Map.of("field", "AMOUNT", "expected", "15000", "actual", "100"));
    assertThat(server(gateway).journal().count()).isEqualTo(before);
  }

  @Test
  void iamportConfirmOfAWrongAmountWithCancel_refundDone() {
    BrowserReturn back = sandbox.buyer().onIamport().pay(OrderId.random(), Money.krw(100));

    PgRun run = confirm(Gateway.IAMPORT, back, "--on-mismatch", "cancel");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json())
        .contains(entry("reason", "MISMATCH"), entry("refund", "DONE"), entry("moneyHeld", "NO"));
    assertThat(sandbox.iamport().ledger(back.paymentId()).refunded()).isEqualTo(Money.krw(100));
  }

  @Test
  void iamportTestChannel_confirmedOnlyIfAccepted() {
    BrowserReturn back = sandbox.buyer().onIamport().payInTestChannel(OrderId.random(), PRICE);

    assertThat(confirm(Gateway.IAMPORT, back).exitCode()).isEqualTo(3);
    PgRun accepted = confirm(Gateway.IAMPORT, back, "--accept-test-payments");
    assertThat(accepted.exitCode()).isZero();
    assertThat(accepted.json("payment").get("test")).isEqualTo(true);
  }

  @Test
  void tossRefusedCard_codeMessageAndTraceId() {
    BrowserReturn back =
        sandbox
            .buyer()
            .onToss()
            .authenticateWithRefusedCard(OrderId.random(), PRICE, "REJECT_CARD_COMPANY");

    PgRun run = confirm(Gateway.TOSS, back);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json())
        .contains(
            entry("reason", "REFUSED"),
            entry("moneyHeld", "NO"),
            entry("gatewayCode", "REJECT_CARD_COMPANY"));
    assertThat(run.json().get("traceId")).asString().isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void confirmOfAVirtualAccount_awaitingDepositWithTheAccountAndExit0(Gateway gateway) {
    BrowserReturn back = choosesAccount(gateway);

    PgRun run = confirm(gateway, back);

    assertThat(run.exitCode()).isZero();
    assertThat(run.json())
        .contains(entry("confirmation", "AWAITING_DEPOSIT"), entry("moneyHeld", null));
    Map<String, Object> payment = run.json("payment");
    assertPayment(payment, gateway, back, "WAITING_FOR_DEPOSIT", "0");
    assertThat(PgRun.object(payment.get("virtualAccount")).keySet())
        .containsExactly("bankCode", "number", "holder", "dueAt");
    assertThat(PgRun.object(payment.get("virtualAccount")).get("number")).asString().isNotBlank();
  }
}
