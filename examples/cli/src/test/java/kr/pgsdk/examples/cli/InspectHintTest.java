package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks and browser callbacks, which prove nothing: what they claim, and what to look up. */
class InspectHintTest {
  private static PgRun inspect(Gateway gateway, String content, String... more) {
    List<String> words = new ArrayList<>(List.of(gateway.id(), "inspect", "-"));
    words.addAll(List.of(more));
    return PgRun.of(Map.of(), content, false, words.toArray(String[]::new));
  }

  private static String fixture(Gateway gateway, String name) {
    Path folder = Path.of("../../sdk-" + gateway.id() + "/src/test/resources/fixtures");
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IAMPORT | 30-webhook-paid.json                   | a webhook          | pg iamport find --payment-id imp_1234567890
          IAMPORT | 32-js-callback-success.json            | a browser callback | pg iamport find --payment-id imp_347242536261
          IAMPORT | 34-js-callback-failure-no-pg.json      | a browser callback | pg iamport find --order-id mcuid_aos_1636622458898
          IAMPORT | 36-confirm-process-request.json        | a confirm request  | pg iamport find --payment-id imp_123412341234
          IAMPORT | 38-cvs-confirm-request.json            | a confirm request  | pg iamport find --payment-id imp_123412341234
          TOSS    | 34-webhook-deposit-callback.json       | a webhook          | pg toss find --order-id EbUYmJ4Q9EANnTWta8dok
          """)
  void sampleThatNamesAPayment_saysWhatItIs_andWhatToRun(
      Gateway gateway, String name, String kind, String command) {
    for (Gateway asked : Gateway.values()) {
      PgRun run = inspect(asked, fixture(gateway, name));

      assertThat(run.exitCode()).isEqualTo(7);
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .startsWith(kind + " of " + gateway.displayName() + ", not a payment\n")
          .contains("It proves nothing")
          .endsWith("  " + command + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IAMPORT, 31-webhook-console-test-call.json, a webhook",
    "IAMPORT, 33-js-callback-failure-already-paid.json, a browser callback",
    "TOSS, 35-webhook-cancel-status-changed.json, a webhook",
    "TOSS, 37-webhook-method-updated.json, a webhook",
    "TOSS, 39-webhook-payout-changed.json, a webhook",
    "TOSS, 40-webhook-seller-changed.json, a webhook"
  })
  void sampleThatNamesNoPayment_saysWhatItIs_andNoCommand(
      Gateway gateway, String name, String kind) {
    PgRun run = inspect(gateway, fixture(gateway, name));

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).startsWith(kind + " of ").contains("It proves nothing");
    assertThat(run.out()).doesNotContain("find");
    assertThat(run.out()).doesNotContain("김토페", "아무개", "test@example.com", "1234567890\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IAMPORT | imp_uid=imp_1&merchant_uid=order_1&status=paid                  | WEBHOOK          | pg iamport find --payment-id imp_1
          IAMPORT | imp_uid=imp_1&merchant_uid=order_1&imp_success=true             | BROWSER_CALLBACK | pg iamport find --payment-id imp_1
          IAMPORT | imp_uid=imp_1&merchant_uid=order_1                              | BROWSER_CALLBACK | pg iamport find --payment-id imp_1
          IAMPORT | merchant_uid=order_1&error_msg=no&imp_success=false             | BROWSER_CALLBACK | pg iamport find --order-id order_1
          IAMPORT | https://shop.example/done?imp_uid=imp_1&imp_success=true#top    | BROWSER_CALLBACK | pg iamport find --payment-id imp_1
          TOSS    | ?paymentKey=pk_1&orderId=order_1&amount=15000                   | BROWSER_CALLBACK | pg toss find --payment-id pk_1
          TOSS    | https://shop.example/ok?paymentType=NORMAL&orderId=order_1&paymentKey=pk_1&amount=15000 | BROWSER_CALLBACK | pg toss find --payment-id pk_1
          TOSS    | /fail?code=PAY_PROCESS_CANCELED&message=%EC%B7%A8&orderId=order_1 | BROWSER_CALLBACK | pg toss find --order-id order_1
          TOSS    | {"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2024-02-13T12:20:23","data":{"paymentKey":"pk_1","orderId":"order_1","status":"DONE"}} | WEBHOOK | pg toss find --payment-id pk_1
          TOSS    | {"eventType":"DEPOSIT_CALLBACK","createdAt":"2024-02-13T12:20:23","data":{"orderId":"order_1","status":"DONE","secret":"ps_s3cret"}} | WEBHOOK | pg toss find --order-id order_1
          """)
  void hint_asJson_claimsAndTheNextCommand(
      Gateway gateway, String content, String kind, String command) {
    PgRun run = inspect(gateway, content + "\n", "--json");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.json().keySet()).containsExactly("error", "hint");
    assertThat(run.json("error").get("type")).isEqualTo("MALFORMED_RESPONSE");
    assertThat(run.json("hint"))
        .contains(entry("kind", kind), entry("gateway", gateway.id()), entry("next", command));
  }

  @Test
  void hint_isFollowedUpAtTheSameAddress_unlessItIsTheOtherGateways() {
    String[] options = {"--base-url", "http://127.0.0.1:1"};

    assertThat(inspect(Gateway.IAMPORT, "imp_uid=imp_1&imp_success=true", options).out())
        .endsWith("pg iamport find --payment-id imp_1 --base-url http://127.0.0.1:1\n");
    assertThat(inspect(Gateway.TOSS, "imp_uid=imp_1&imp_success=true", options).out())
        .endsWith("pg iamport find --payment-id imp_1\n");
  }

  @Test
  void secretsAndBuyersData_ofAHint_areNotPrinted() {
    for (String more : List.of("--json", "-v")) {
      String all =
          inspect(Gateway.TOSS, fixture(Gateway.TOSS, "34-webhook-deposit-callback.json"), more)
              + " "
              + inspect(
                  Gateway.IAMPORT, fixture(Gateway.IAMPORT, "32-js-callback-success.json"), more)
              + " "
              + inspect(
                  Gateway.TOSS,
                  "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"paymentKey\":\"pk_1\","
                      + "\"secret\":\"ps_s3cret\",\"customerName\":\"홍길동\"}}",
                  more);

      assertThat(all)
          .contains("imp_347242536261", "EbUYmJ4Q9EANnTWta8dok", "pk_1")
          .doesNotContain("DmKQbGzQQcVE3UoFNqWxL", "ps_s3cret", "홍길동", "buyer@example.com")
          .doesNotContain("5428790000000294", "010-0000-0000", "22336466628585");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/",
        "imp_uid=%zz&imp_success=true",
        "imp_uid=imp_1&imp_uid=imp_2&imp_success=true",
        "paymentKey=pk_1&orderId=order_1",
        "code=abc&customerKey=c1",
        "{\"success\":true}",
        "{\"eventType\":7}",
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"o\",\"status\":\"paid\",\"currency\":\"KRW\"}",
        "{\"paymentKey\":\"pk_1\",\"orderId\":\"order_1\",\"status\":\"DONE\"}",
        "{\"imp_uid\":\"imp_1\",\"amount\":3000,\"reason\":\"r\"}"
      })
  void unknownShape_exit7_andSaysWhatToGive(String content) {
    for (Gateway gateway : Gateway.values()) {
      PgRun run = inspect(gateway, content);

      assertThat(run.exitCode()).isEqualTo(7);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("MALFORMED_RESPONSE", "the body of one payment", "a webhook's body");
      assertThat(inspect(gateway, content, "--json").json().keySet()).containsExactly("error");
    }
  }

  @Test
  void escapeSequenceInAHint_neverReachesTheTerminal() {
    PgRun run =
        inspect(
            Gateway.IAMPORT,
            "merchant_uid=order_1&imp_success=false&error_msg=%1b%5b2J%07%c2%9b3J%e2%80%ae");

    assertThat(run.out()).contains("a browser callback").doesNotContain("\u001b", "\u0007");
    assertThat(run.out()).doesNotContain("\u009b", "\u202e");
  }
}
