package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.sandbox.BrowserReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The objects of token, prepare and find: every key, in order, with its value. */
class ReadJsonTest extends SandboxedTest {
  @Test
  void iamportToken_bearerAndWhenItExpires() {
    PgRun run = pg("iamport", "token", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().keySet()).containsExactly("scheme", "expiresAt");
    assertThat(run.json().get("scheme")).isEqualTo("Bearer");
    assertThat(run.json().get("expiresAt"))
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void tossToken_basicThatNeverExpires() {
    PgRun run = pg("--json", "toss", "token");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("{\"scheme\":\"Basic\",\"expiresAt\":null}\n");
  }

  @Test
  void iamportPrepare_registeredWithTheAmountAsANumber() {
    PgRun run =
        pg(
            "iamport",
            "prepare",
            "--json",
            "--order-id",
            "order_9001",
            "--amount",
            "15000",
            "--order-name",
            "티셔츠");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"preparation\":\"REGISTERED\",\"orderId\":\"order_9001\",\"amount\":\"15000\","
                + "\"currency\":\"KRW\",\"checkout\":{\"request_pay\":{"
                + "\"merchant_uid\":\"order_9001\",\"name\":\"티셔츠\","
                + "\"amount\":15000,\"currency\":\"KRW\"}}}\n");
  }

  @Test
  void tossPrepareInDollars_clientSideOnlyWithItsFraction() {
    PgRun run =
        pg(
            "toss",
            "prepare",
            "--json",
            "--order-id",
            "order_9001",
            "--amount",
            "544.68",
            "--currency",
            "USD",
            "--method",
            "TRANSFER",
            "--return-url",
            "https://shop.example/return?a=1",
            "--customer-key",
            "buyer-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            "{\"preparation\":\"CLIENT_SIDE_ONLY\",\"orderId\":\"order_9001\","
                + "\"amount\":\"544.68\",\"currency\":\"USD\",\"checkout\":{")
        .contains(
            "{\"payment\":{\"customerKey\":\"buyer-1\"},\"requestPayment\":{\"method\":"
                + "\"TRANSFER\",\"amount\":{\"currency\":\"USD\",\"value\":544.68},")
        .contains("\"failUrl\":\"https://shop.example/return?a=1\"");
  }

  @ParameterizedTest
  @EnumSource
  void findByPaymentIdAndByOrderId_theSamePayment(Gateway gateway) {
    BrowserReturn back = pays(gateway);

    PgRun byPayment = pg(gateway.id(), "find", "--json", "--payment-id", "" + back.paymentId());
    PgRun byOrder = pg(gateway.id(), "find", "--json", "--order-id", "" + back.orderId());

    assertThat(byPayment.exitCode()).isZero();
    assertThat(byPayment.json().keySet()).containsExactly("found", "payment");
    assertThat(byPayment.json().get("found")).isEqualTo(true);
    boolean captured = gateway != Gateway.TOSS;
    assertPayment(
        byPayment.json().get("payment"),
        gateway,
        back,
        captured ? "PAID" : "IN_PROGRESS",
        captured ? "15000" : "0");
    assertThat(byOrder.json()).isEqualTo(byPayment.json());
  }

  @ParameterizedTest
  @EnumSource
  void findOfAnUnknownOrder_exit1AndNoPayment(Gateway gateway) {
    PgRun run = pg(gateway.id(), "find", "--json", "--order-id", "order_nobody");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("{\"found\":false,\"payment\":null}\n");
  }
}
