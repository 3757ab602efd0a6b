package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading saved responses, without credentials. */
class InspectTest {
  private static final String IAMPORT =
      """
      {"imp_uid":"imp_448280090638","merchant_uid":"order_9001","amount":1004,"cancel_amount":4,
       "currency":"KRW","status":"cancelled","paid_at":1707794294,"name":"\\ud2f0\\uc154\\uce20",
       "pay_method":"card","cancel_history":[{"amount":4,"cancelled_at":1707794300,"reason":"r"}]}
      """;
  private static final String TOSS =
      """
      {"paymentKey":"tviva1","orderId":"order_9001","totalAmount":544.68,"balanceAmount":544.68,
       "currency":"USD","status":"DONE","method":"카드","approvedAt":"2024-02-13T12:18:14+09:00"}
      """;

  @TempDir private Path folder;

  @Test
  void iamportFile_withOrWithoutEnvelope_theSamePayment() throws IOException {
    Path bare = Files.writeString(folder.resolve("bare.json"), IAMPORT);
    Path wrapped =
        Files.writeString(
            folder.resolve("wrapped.json"),
            "{\"code\":0,\"message\":null,\"response\":" + IAMPORT + "}");

    PgRun run = PgRun.of(Map.of(), "iamport", "inspect", bare.toString(), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().keySet()).containsExactly("payment");
    assertThat(run.json("payment"))
        .contains(
            entry("status", "PARTIALLY_CANCELLED"),
            entry("gatewayStatus", "cancelled"),
            entry("amount", "1004"),
            entry("balance", "1000"),
            entry("cancelled", "4"),
            entry("orderName", "티셔츠"),
            entry("paidAt", "2024-02-13T03:18:14Z"));
    assertThat(PgRun.of(Map.of(), "iamport", "inspect", "--json", wrapped.toString()))
        .isEqualTo(run);
  }

  @Test
  void tossFromStandardInputWithAByteOrderMark_payment() {
    PgRun run = PgRun.of(Map.of(), "\uFEFF" + TOSS, false, "toss", "inspect", "-", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json("payment"))
        .contains(
            entry("status", "PAID"),
            entry("amount", "544.68"),
            entry("currency", "USD"),
            entry("method", "카드"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "null",
        "[]",
        "{}",
        "{\"code\":-1,\"message\":\"존재하지 않는 결제정보입니다.\",\"response\":null}",
        "{\"code\":\"NOT_FOUND_PAYMENT\",\"message\":\"존재하지 않는 결제 입니다.\"}",
        "{\"imp_uid\":\"imp_1\",\"paymentKey\":\"p1\"}"
      })
  void noPayment_exit7AtBoth(String content) {
    for (Gateway gateway : Gateway.values()) {
      PgRun run = PgRun.of(Map.of(), content, false, gateway.id(), "inspect", "-", "--json");

      assertThat(run.exitCode()).isEqualTo(7);
      assertThat(run.json("error").get("type")).isEqualTo("MALFORMED_RESPONSE");
    }
  }

  @Test
  void hugeAnswer_exit7() {
    String huge = "{\"x\":\"" + "x".repeat(17 << 20) + "\"}";

    PgRun run = PgRun.of(Map.of(), huge, false, "toss", "inspect", "-", "--json");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.json("error").get("type")).isEqualTo("MALFORMED_RESPONSE");
  }

  @Test
  void noPayment_saysWhatToGive_notToCheckTheNetwork() {
    PgRun run = PgRun.of(Map.of(), "{}", false, "toss", "inspect", "-");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the body of one payment").doesNotContain("--base-url");
  }

  @ParameterizedTest
  @EnumSource
  void paymentOfTheOtherGateway_exit7(Gateway gateway) {
    String others = gateway == Gateway.IAMPORT ? TOSS : IAMPORT;

    assertThat(PgRun.of(Map.of(), others, false, gateway.id(), "inspect", "-").exitCode())
        .isEqualTo(7);
  }

  @Test
  void escapeSequenceInAText_neverReachesTheTerminal() {
    String hostile = IAMPORT.replace("\\ud2f0", "\\u001b[2J\\u0007\\u009b3J\\u202e");

    PgRun run = PgRun.of(Map.of(), hostile, true, "iamport", "inspect", "-");

    assertThat(run.out())
        .contains("[2J", "3J")
        .doesNotContain("\u001b[2J", "\u0007", "\u009b", "\u202e");
  }

  @Test
  void colour_onlyOnATerminal() {
    PgRun terminal = PgRun.of(Map.of(), IAMPORT, true, "iamport", "inspect", "-");
    PgRun pipe = PgRun.of(Map.of(), IAMPORT, false, "iamport", "inspect", "-");

    assertThat(terminal.out()).contains("\u001b[32m");
    assertThat(pipe.out()).doesNotContain("\u001b");
    assertThat(terminal.out().replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(pipe.out());
  }
}
