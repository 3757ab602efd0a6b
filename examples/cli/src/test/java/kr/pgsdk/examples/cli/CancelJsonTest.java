package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import kr.pgsdk.sandbox.BrowserReturn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The object of cancel, for each outcome. */
class CancelJsonTest extends SandboxedTest {
  @ParameterizedTest
  @EnumSource
  void cancelInPartsThenAgain_whatEachCallCancelled(Gateway gateway) {
    BrowserReturn back = pays(gateway);
    confirm(gateway, back);
    String id = back.paymentId().value();

    PgRun part =
        pg(
            gateway.id(),
            "cancel",
            "--json",
            "--payment-id",
            id,
            "--amount",
            "5000",
            "--reason",
            "고객 변심",
            "--reference",
            "refund-1",
            "--order-id",
            back.orderId().value(),
            "--expected-balance",
            "15000");
    PgRun rest = pg(gateway.id(), "cancel", "--json", "--payment-id", id, "--reason", "the rest");
    PgRun again = pg(gateway.id(), "cancel", "--json", "--payment-id", id, "--reason", "again");

    assertThat(part.exitCode()).isZero();
    assertThat(part.json().keySet())
        .containsExactly("cancellation", "cancelledNow", "payment", "resume");
    assertThat(part.json())
        .contains(
            entry("cancellation", "CANCELLED"),
            entry("cancelledNow", "5000"),
            entry("resume", null));
    assertPayment(part.json().get("payment"), gateway, back, "PARTIALLY_CANCELLED", "10000");
    Map<String, Object> row = PgRun.objects(part.json("payment").get("cancels")).get(0);
    assertThat(row.keySet()).containsExactly("amount", "reason", "cancelledAt");
    assertThat(row).contains(entry("amount", "5000"), entry("reason", "[refund-1] 고객 변심"));
    assertThat(rest.json())
        .contains(entry("cancellation", "CANCELLED"), entry("cancelledNow", "10000"));
    assertPayment(rest.json().get("payment"), gateway, back, "CANCELLED", "0");
    assertThat(again.exitCode()).isZero();
    assertThat(again.json())
        .contains(entry("cancellation", "ALREADY_CANCELLED"), entry("cancelledNow", "0"));
  }

  @ParameterizedTest
  @EnumSource
  void partWithoutAReference_getsTheOneThatTheSdkMakesOfItsKey(Gateway gateway) {
    BrowserReturn back = pays(gateway);
    confirm(gateway, back);

    PgRun part =
        pg(
            gateway.id(),
            "cancel",
            "--json",
            "--payment-id",
            back.paymentId().value(),
            "--amount",
            "5000",
            "--reason",
            "one item returned");

    assertThat(PgRun.objects(part.json("payment").get("cancels")).get(0).get("reason"))
        .asString()
        .matches("\\[[A-Za-z0-9_-]{10}] one item returned");
  }

  @ParameterizedTest
  @EnumSource
  void cancelThatTheGatewayFinishesLater_isPendingAndExit0(Gateway gateway) {
    BrowserReturn back = pays(gateway);
    confirm(gateway, back);
    sandbox.switches().on(LATER);
    try {
      PgRun run =
          pg(
              gateway.id(),
              "cancel",
              "--json",
              "--payment-id",
              back.paymentId().value(),
              "--amount",
              "5000",
              "--reason",
              "later");

      assertThat(run.exitCode()).isZero();
      assertThat(run.json())
          .containsEntry("cancellation", "PENDING")
          // Iamport shows no record of it until it is done.
          .containsEntry("cancelledNow", gateway == Gateway.IAMPORT ? null : "5000");
    } finally {
      sandbox.switches().off(LATER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelOfADeposit_theRefundAccountGoesOverTheWire(Gateway gateway) {
    BrowserReturn back = choosesAccount(gateway);
    confirm(gateway, back);
    deposits(gateway, back);

    PgRun run =
        pg(
            gateway.id(),
            "cancel",
            "--json",
            "--payment-id",
            back.paymentId().value(),
            "--reason",
            "order withdrawn",
            "--refund-bank",
            bank(gateway),
            "--refund-account",
            "11012345678901",
            "--refund-holder",
            "김토스");

    assertThat(run.exitCode()).isZero();
    // At Toss and PortOne V2 a deposit is back in the buyer's account two days later.
    String word = gateway == Gateway.IAMPORT ? "CANCELLED" : "PENDING";
    assertThat(run.json()).contains(entry("cancellation", word), entry("cancelledNow", "15000"));
    String body = lastPost(gateway);
    assertThat(body).contains("11012345678901").contains('"' + bank(gateway) + '"').contains("김토스");
  }
}
