package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of failure: its exit code, its JSON object, and its advice. */
class FailureTest {
  private static final Money PRICE = Money.krw(15_000);

  private Sandbox sandbox;
  private Map<String, String> environment;

  @BeforeEach
  void startSandbox() {
    sandbox = Sandbox.start();
    environment = PgRun.environment(sandbox);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private PgRun pg(String... arguments) {
    return PgRun.of(environment, arguments);
  }

  private static void assertError(PgRun run, int exitCode, String type) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
    assertThat(run.json().keySet()).containsExactly("error");
    assertThat(run.json("error").keySet())
        .containsExactly(
            "type",
            "message",
            "httpStatus",
            "gatewayCode",
            "gatewayMessage",
            "traceId",
            "retryable",
            "lookUp",
            "resume");
    assertThat(run.json("error").get("type")).isEqualTo(type);
    assertThat(run.json("error").get("message")).asString().isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void wrongCredentials_exit4AndTheVariablesToCheck(Gateway gateway) {
    environment.put("IAMPORT_API_SECRET", "wrong_secret_canary");
    environment.put("TOSS_SECRET_KEY", "test_sk_wrong_canary");
    environment.put("PORTONE_API_SECRET", "wrong_canary");
    String[] find = {gateway.id(), "find", "--payment-id", "p_1"};

    PgRun json = pg(find[0], find[1], find[2], find[3], "--json");
    PgRun human = pg(find);

    assertError(json, 4, "AUTHENTICATION");
    assertThat(json.json("error")).contains(entry("httpStatus", 401.0), entry("retryable", false));
    assertThat(human.exitCode()).isEqualTo(4);
    assertThat(human.out()).isEmpty();
    gateway.secrets().forEach(secret -> assertThat(human.err()).contains(secret.variable()));
    assertThat(json.out() + human.err()).doesNotContain("canary");
  }

  @ParameterizedTest
  @EnumSource
  void gatewayNotReached_exit5AndSafeToRunAgain(Gateway gateway) {
    sandbox.close();
    String[] find = {gateway.id(), "find", "--payment-id", "p_1", "--timeout", "500ms"};

    PgRun human = pg(find);

    assertThat(human.exitCode()).isEqualTo(5);
    assertThat(human.err()).contains("safe to run the same command again");
    assertError(
        pg(gateway.id(), "find", "--payment-id", "p_1", "--timeout", "500ms", "--json"),
        5,
        "TRANSPORT");
  }

  @ParameterizedTest
  @EnumSource
  void answerIsAPageOfHtml_exit7WithItsStatus(Gateway gateway) {
    sandbox.iamport().inject(Fault.html(200).on("GET", "/payments"));
    sandbox.toss().inject(Fault.html(200).on("GET", "/v1/payments"));
    sandbox.portOne().inject(Fault.html(200).on("GET", "/payments"));

    PgRun run = pg(gateway.id(), "find", "--payment-id", "p_1", "--json");

    assertError(run, 7, "MALFORMED_RESPONSE");
    assertThat(run.json("error").get("httpStatus")).isEqualTo(200.0);
    assertThat(run.out()).doesNotContain("<html>");
  }

  @ParameterizedTest
  @EnumSource
  void cancelOfAnotherOrdersPayment_exit3AndNothingCancelled(Gateway gateway) {
    BrowserReturn back = paid(gateway);

    PgRun run =
        pg(
            gateway.id(),
            "cancel",
            "--json",
            "--payment-id",
            back.paymentId().value(),
            "--order-id",
            "order_x",
            "--reason",
            "test");

    assertError(run, 3, "GATEWAY");
    assertThat(refunds(gateway, back)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void cancelOfAnUnknownPayment_exit3WithTheGatewaysWords(Gateway gateway) {
    PgRun run = pg(gateway.id(), "cancel", "--payment-id", "nobody", "--reason", "t", "--json");

    assertError(run, 3, "GATEWAY");
    if (gateway != Gateway.PORTONE) { // whose search finds nothing, without a word
      assertThat(run.json("error").get("gatewayMessage")).asString().contains("존재하지 않는");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IAMPORT", "TOSS"})
  void cancelOfAnUnknownPayment_theGatewaysWordsHaveALineOfTheirOwn(Gateway gateway) {
    PgRun run = pg(gateway.id(), "cancel", "--payment-id", "nobody", "--reason", "t");

    assertThat(run.out() + run.err())
        .containsPattern("(?m)^ +gateway message +존재하지 않는")
        .doesNotContainPattern("(?m)^pg: .*존재하지 않는");
  }

  @Test
  void tossConfirmInDoubt_exit6WithTheLookupAndTheCommandToRun() {
    BrowserReturn back = sandbox.buyer().onToss().authenticate(OrderId.random(), PRICE);
    sandbox.toss().inject(Fault.of(ANSWER_LOST).on("POST", "/v1/payments/confirm").always());
    sandbox.toss().inject(Fault.html(502).on("GET", "/v1/payments").always());
    String[] confirm = {
      "toss",
      "confirm",
      "--payment-id",
      back.paymentId().value(),
      "--order-id",
      back.orderId().value(),
      "--amount",
      "15000",
      "--timeout",
      "4s"
    };

    PgRun human = pg(confirm);
    PgRun json = PgRun.of(environment, "", false, with(confirm, "--json"));

    assertThat(human.exitCode()).isEqualTo(6);
    assertThat(human.err())
        .contains("\n  pg toss find --payment-id " + back.paymentId() + "\n")
        .contains("nothing is captured twice");
    assertError(json, 6, "OUTCOME_UNKNOWN");
    assertThat(json.json("error").get("lookUp"))
        .isEqualTo(Map.of("paymentId", back.paymentId().value()));
  }

  @Test
  void defectInsideAConfirm_outcomeUnknown_inARead_notExecuted() {
    PaymentLookup lookup = PaymentLookup.byPaymentId(PaymentId.of("p1"));
    var confirming =
        new InternalErrorException(new StackOverflowError(), Gateway.TOSS, true, lookup, null);
    var reading = new InternalErrorException(new IllegalStateException("canary"));

    Failure doubt =
        Failure.internalError(confirming, Advice.after(confirming, PgRun.terminal(), List.of()));
    Failure nothing =
        Failure.internalError(reading, Advice.after(reading, PgRun.terminal(), List.of()));

    assertThat(doubt.exitCode()).isEqualTo(6);
    assertThat(doubt.advice()).contains("  pg toss find --payment-id p1");
    assertThat(doubt.lookUp()).isEqualTo(lookup);
    assertThat(nothing.exitCode()).isEqualTo(5);
    assertThat(nothing.message()).contains("IllegalStateException").doesNotContain("canary");
  }

  @Test
  void defectInsideACancel_theRefundIsPrintedToContinueWith() {
    CancelRequest refund = CancelRequest.full(PaymentId.of("p1"), "r").build();
    var cancelling =
        new InternalErrorException(
            new StackOverflowError(),
            Gateway.TOSS,
            true,
            PaymentLookup.byPaymentId(PaymentId.of("p1")),
            refund);

    Failure doubt =
        Failure.internalError(cancelling, Advice.after(cancelling, PgRun.terminal(), List.of()));

    assertThat(doubt.exitCode()).isEqualTo(6);
    assertThat(PgRun.object(doubt.json().get("error"))).containsEntry("resume", refund.toText());
    assertThat(doubt.advice())
        .contains("  pg toss cancel --resume '" + refund.toText() + "' --since SECONDS");
  }

  private BrowserReturn paid(Gateway gateway) {
    if (gateway == Gateway.IAMPORT) {
      return sandbox.buyer().onIamport().pay(OrderId.random(), PRICE);
    }
    if (gateway == Gateway.PORTONE) {
      return sandbox.buyer().onPortOne().pay(OrderId.random(), PRICE);
    }
    BrowserReturn back = sandbox.buyer().onToss().authenticate(OrderId.random(), PRICE);
    PgRun run =
        pg(
            "toss",
            "confirm",
            "--payment-id",
            back.paymentId().value(),
            "--order-id",
            back.orderId().value(),
            "--amount",
            "15000");
    assertThat(run.exitCode()).isZero();
    return back;
  }

  private int refunds(Gateway gateway, BrowserReturn back) {
    return switch (gateway) {
      case IAMPORT -> sandbox.iamport().ledger(back.paymentId()).refunds();
      case TOSS -> sandbox.toss().ledger(back.paymentId()).refunds();
      case PORTONE -> sandbox.portOne().ledger(back.paymentId()).refunds();
    };
  }

  private static String[] with(String[] arguments, String... more) {
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }
}
