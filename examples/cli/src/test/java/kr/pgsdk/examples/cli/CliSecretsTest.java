package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pg} prints never holds a secret, nor a character that controls a terminal. */
class CliSecretsTest extends SandboxedTest {
  private static final String CANARY = "test_sk_canary0123456789";

  /** Characters that move the cursor, end a line, or change the order in which it is shown. */
  private static final String EVIL =
      "a\r\nERROR paid\t\u001b[2J\u001b]0;x\u0007\u009b2J\u0085b\u2028c\u2029d\u202ee\u2066f\u200fg\u0000h\u007f";

  @TempDir private Path folder;

  @AfterEach
  void clearFaults() {
    sandbox.iamport().clearFaults();
    sandbox.toss().clearFaults();
  }

  private static List<String> secrets() {
    List<String> secrets = new ArrayList<>(List.of(CANARY, CANARY.toUpperCase(Locale.ROOT)));
    secrets.addAll(List.of(sandbox.iamportKey(), sandbox.iamportSecret(), sandbox.tossSecretKey()));
    return secrets;
  }

  private static void assertNoSecret(PgRun run) {
    assertThat(run.out() + run.err()).doesNotContain(secrets()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --timeout CANARY",
        "token --json=CANARY",
        "token --verbose=CANARY",
        "token --base-url CANARY",
        "token --base-url https://user:CANARY@api.iamport.kr",
        "token --base-url https://user:CANARY_@api.iamport.kr",
        "token --base-url https://api.iamport.kr/?key=CANARY",
        "confirm --payment-id p1 --order-id order1 --amount CANARY",
        "confirm --payment-id p1 --order-id order1 --amount 1 --currency CANARY",
        "confirm --payment-id p1 --order-id order1 --amount 1 --on-mismatch CANARY",
        "confirm --payment-id p1 --order-id order1 --amount 1 --returned-amount CANARY",
        "cancel --payment-id p1 --reason r --amount CANARY",
        "cancel --payment-id p1 --reason r --expected-balance CANARY",
        "cancel --payment-id p1 --reason r --refund-bank 88 --refund-account CANARY",
        "cancel --payment-id p1 --reason r --refund-holder CANARY",
        "cancel --payment-id p1 --reason r CANARY",
        "cancel --resume CANARY",
        "cancel --resume pgsdk-cancel-1&payment=CANARY&account=CANARY",
        "cancel --resume pgsdk-cancel-1&payment=CANARY&account=CANARY&end",
        "cancel --resume x --since CANARY",
        "cancel --resume x --reason CANARY",
        "find --CANARY",
        "find -CANARY",
        "find --payment-id p1 --order-id order1 -- CANARY",
        "CANARY",
        "token --secret CANARY",
        "token --config CANARY\u0000",
        "prepare --order-id order_1 --amount 1 --replace-amount=CANARY"
      })
  void secretInAWrongPlace_isNotRepeated(String line) {
    for (Gateway gateway : Gateway.values()) {
      for (String more : List.of("", " --json", " -v")) {
        String[] words = (gateway.id() + " " + line.replace("CANARY", CANARY) + more).split(" ");

        PgRun run = pg(words);

        assertThat(run.exitCode()).as(line).isEqualTo(2);
        assertNoSecret(run);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"toss\":{\"base_url\":\"https://u:CANARY@h\",\"secret_key\":\"CANARY\"}}",
        "{\"toss\":{\"base_url\":\"CANARY\",\"secret_key\":\"CANARY\"}}",
        "{\"toss\":{\"base_url\":[\"CANARY\"],\"secret_key\":{\"CANARY\":1}}}",
        "{\"toss\":{\"secret_key\":\"CANARY CANARY\"}}",
        "{\"toss\":{\"secret_key\":\"CANARY:\"}}",
        "{\"toss\":{\"secret_key\":\"키CANARY\"}}",
        "{\"toss\":{\"secret_key\":CANARY}}",
        "{\"toss\":{\"CANARY\":\"CANARY\"}}",
        "{'toss':{'secret_key':'CANARY'}}",
        "toss.secret_key=CANARY"
      })
  void configFileWithAMistake_isNotQuoted(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("pg.json"), content.replace("CANARY", CANARY));
    for (String more : List.of("--json", "-v")) {
      PgRun run = PgRun.of(Map.of(), "toss", "token", "--config", file.toString(), more);

      assertThat(run.exitCode()).as(content).isEqualTo(2);
      assertNoSecret(run);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TOSS_SECRET_KEY", "TOSS_BASE_URL"})
  void environmentWithAMistake_isNotQuoted(String variable) {
    for (String value : List.of(CANARY + "\n", "user:" + CANARY + "@", "https://x:" + CANARY)) {
      Map<String, String> wrong = new HashMap<>(environment);
      wrong.put(variable, value);

      PgRun run = PgRun.of(wrong, "toss", "token");

      assertThat(run.exitCode()).isEqualTo(2);
      assertNoSecret(run);
    }
  }

  private static List<String[]> commands(Gateway gateway, BrowserReturn back) {
    String id = back.paymentId().value();
    String order = back.orderId().value();
    return List.of(
        new String[] {gateway.id(), "find", "--payment-id", id},
        new String[] {gateway.id(), "find", "--order-id", order},
        new String[] {
          gateway.id(), "confirm", "--payment-id", id, "--order-id", order, "--amount", "15000"
        },
        new String[] {gateway.id(), "cancel", "--payment-id", id, "--reason", "r"});
  }

  private static String[] with(String[] words, String more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(more);
    return all.toArray(String[]::new);
  }

  private static String error(Gateway gateway, String message) {
    return gateway == Gateway.TOSS
        ? "{\"code\":\"INVALID_REQUEST\",\"message\":\"" + message + "\"}"
        : "{\"code\":-1,\"message\":\"" + message + "\",\"response\":null}";
  }

  @ParameterizedTest
  @EnumSource
  void gatewayRepeatsTheCredential_isNotPrinted(Gateway gateway) {
    for (String secret : secrets().subList(2, 5)) {
      for (int status : new int[] {400, 401, 500}) {
        BrowserReturn back = pays(gateway);
        server(gateway)
            .inject(
                Fault.answer(status, "application/json", error(gateway, "key " + secret + "."))
                    .header("x-tosspayments-trace-id", secret)
                    .always());
        for (String[] command : commands(gateway, back)) {
          for (String more : List.of("--json", "-v")) {
            PgRun run = pg(with(command, more));
            // A gateway object knows its own credential only; the other's is plain text to it.
            boolean own =
                gateway == Gateway.TOSS
                    ? secret.equals(sandbox.tossSecretKey())
                    : !secret.equals(sandbox.tossSecretKey());
            if (own) {
              assertNoSecret(run);
            }
          }
        }
        clearFaults();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"IAMPORT, --json", "IAMPORT, -v", "TOSS, --json", "TOSS, -v"})
  void gatewaySendsControlCharacters_theyArePrintedAsSpacesOrEscaped(Gateway gateway, String more) {
    StringBuilder escaped = new StringBuilder();
    EVIL.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    List<Fault> faults =
        List.of(
            Fault.answer(400, "application/json", error(gateway, escaped.toString())),
            Fault.answer(500, "text/html", EVIL),
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                        "\"(status|method|pay_method|orderName|name|reason|cancelReason)\""
                            + ":\"[^\"]*\"",
                        "\"$1\":\"" + escaped.toString().replace("\\", "\\\\") + "\"")));
    for (Fault fault : faults) {
      BrowserReturn back = pays(gateway);
      server(gateway).inject(fault.always());
      for (String[] command : commands(gateway, back)) {
        PgRun run = pg(with(command, more));

        assertThat((run.out() + run.err()).replace("\n", ""))
            .as(String.join(" ", command))
            .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u200f]");
        assertThat(run.out().lines()).noneMatch(line -> line.startsWith("ERROR"));
        if (more.equals("--json")) {
          run.json();
        }
      }
      clearFaults();
    }
  }

  @Test
  void ofABuyer_theAccountToPayIntoIsPrinted_andNothingElse() {
    for (Gateway gateway : Gateway.values()) {
      String personal =
          gateway == Gateway.TOSS
              ? "\"card\":{\"number\":\"CARD\"},\"mobilePhone\":{\"customerMobilePhone\":\"TEL\"},"
                  + "\"customerName\":\"NAME\",\"customerEmail\":\"MAIL\",\"secret\":\"SECRET\","
              : "\"card_number\":\"CARD\",\"buyer_tel\":\"TEL\",\"buyer_name\":\"NAME\","
                  + "\"buyer_email\":\"MAIL\",\"buyer_addr\":\"ADDRESS\",\"custom_data\":\"DATA\",";
      BrowserReturn back = pays(gateway);
      server(gateway)
          .inject(
              Fault.rewrittenBody(
                      body ->
                          body.replaceAll("\"(card|card_number|buyer_\\w+|custom_data)\":null,", "")
                              .replaceAll("\"(buyer_name|buyer_tel|card_number)\":\"[^\"]*\",", "")
                              .replaceAll("\"(mobilePhone|secret)\":[^,]*,", "")
                              .replaceAll("\"card\":\\{[^}]*},", "")
                              .replaceFirst(
                                  gateway == Gateway.TOSS ? "\\{" : "\"response\":\\{",
                                  (gateway == Gateway.TOSS ? "{" : "\"response\":{") + personal))
                  .always());
      for (String[] command : commands(gateway, back)) {
        for (String more : List.of("--json", "-v")) {
          PgRun run = pg(with(command, more));

          assertThat(run.out() + run.err())
              .doesNotContain("CARD", "TEL\"", "NAME", "MAIL", "SECRET", "ADDRESS", "DATA");
        }
      }
      clearFaults();
    }
  }
}
