package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong command line is refused with the rule that it breaks, before anything is sent. */
class UsageTest {
  private static Sandbox sandbox;
  private static Map<String, String> environment;

  @BeforeAll
  static void startSandbox() {
    sandbox = Sandbox.start();
    environment = PgRun.environment(sandbox);
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  private static CancelRequest.Builder refund() {
    return CancelRequest.partial(PaymentId.of("p1"), Money.krw(1), "r");
  }

  private static RefundAccount account() {
    return RefundAccount.of("88", "1100000", "k").withPhone("010");
  }

  /** The texts of refunds, by their placeholders in a line. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "STORED",
          RefundText.of(refund().build()).text(),
          "WITHHELD",
          RefundText.of(refund().refundAccount(account()).build()).text(),
          "ACCOUNT",
          refund().refundAccount(account()).build().toText());

  /** Splits at spaces; {@code ''} is an empty argument, {@code _} in a word a space. */
  private static String[] words(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> word.equals("''") ? "" : word.replace('_', ' '))
        .map(word -> word.replace("\\n", "\n").replace("\\e", "\u001b"))
        .map(word -> TEXTS.getOrDefault(word, word))
        .toArray(String[]::new);
  }

  private static String[] withJson(String[] words) {
    return Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confirm --payment-id p1 --order-id order1 --amount 0             | amount
          confirm --payment-id p1 --order-id order1 --amount -5            | amount must be a plain decimal
          confirm --payment-id p1 --order-id order1 --amount 1,000         | plain decimal
          confirm --payment-id p1 --order-id order1 --amount 1e3           | no exponent
          confirm --payment-id p1 --order-id order1 --amount 10.5          | KRW must not have a fraction
          confirm --payment-id p1 --order-id order1 --amount ''            | plain decimal
          confirm --payment-id p1 --order-id order1 --amount 1 --currency won | currency must be
          confirm --payment-id p1 --order-id order1 --amount 1 --returned-amount x | plain decimal
          confirm --payment-id p1 --order-id order1 --amount 1 --on-mismatch refund | report or cancel
          confirm --payment-id '' --order-id order1 --amount 1             | --payment-id must not be empty
          confirm --payment-id __ --order-id order1 --amount 1             | --payment-id must not be empty
          confirm --payment-id ../p1 --order-id order1 --amount 1          | path segment
          confirm --payment-id p\\n1 --order-id order1 --amount 1          | control characters
          confirm --payment-id p1 --order-id '' --amount 1                 | --order-id must not be empty
          confirm --payment-id p1 --order-id order1                        | --amount
          find                                                             | --payment-id
          find --payment-id p1 --order-id order1                           | mutually exclusive
          find --payment-id                                                | --payment-id
          cancel --payment-id p1                                           | --reason
          cancel --payment-id p1 --reason ''                               | reason must not be empty
          cancel --payment-id p1 --reason r --amount 0                     | amount
          cancel --payment-id p1 --reason r --amount 2 --expected-balance 1 | must not be more than
          cancel --payment-id p1 --reason r --refund-bank 88               | --refund-account
          cancel --payment-id p1 --reason r --amount 1 --amount 2          | only once
          cancel                                                           | --payment-id
          cancel --reason r                                                | --payment-id
          cancel --payment-id p1 --reason r --since 120                    | --since needs --resume
          cancel --resume nonsense                                         | this is not a stored cancel
          cancel --resume ''                                               | this is not a stored cancel
          cancel --resume pgsdk-cancel-1&payment=p1&reason=r               | is cut off
          cancel --resume pgsdk-cancel-1&payment=p1&end                    | damaged
          cancel --resume STORED --since -1                                | whole number of seconds
          cancel --resume STORED --since 2m                                | whole number of seconds
          cancel --resume STORED --since SECONDS                           | whole number of seconds
          cancel --resume STORED --payment-id p1                           | --payment-id contradicts --resume
          cancel --resume STORED --reason r                                | --reason contradicts --resume
          cancel --resume STORED --order-id order1                         | --order-id contradicts --resume
          cancel --resume STORED --amount 1                                | --amount contradicts --resume
          cancel --resume STORED --currency KRW                            | --currency contradicts --resume
          cancel --resume STORED --expected-balance 1                      | --expected-balance contradicts
          cancel --resume STORED --reference r-1                           | --reference contradicts --resume
          cancel --resume STORED --refund-bank 8 --refund-account 1 --refund-holder k | made without one
          cancel --resume WITHHELD                                         | give --refund-bank
          cancel --resume WITHHELD --refund-bank 8 --refund-account 1 --refund-holder k | --refund-phone again
          cancel --resume ACCOUNT --refund-bank 8 --refund-account 1 --refund-holder k | has one in its text
          prepare --order-id order_1 --amount 0                            | amount
          prepare --amount 10                                              | --order-id
          prepare --order-id order_1 --amount 1 --order-name a\\eb         | control characters
          find --payment-id p1 --timeout 5                                 | 500ms, 4s or 2m
          find --payment-id p1 --timeout 0s                                | more than zero
          find --payment-id p1 --timeout -4s                               | 500ms, 4s or 2m
          find --payment-id p1 --timeout 1h                                | 500ms, 4s or 2m
          find --payment-id p1 --base-url nonsense                         | base URL
          find --payment-id p1 --base-url http://api.example.com           | base URL must begin with https://
          find --payment-id p1 --base-url ''                               | base URL
          find --payment-id p1 --config /no/such/file                      | does not exist
          inspect                                                          | FILE
          inspect /no/such/file                                            | does not exist
          inspect /                                                        | can't be read
          token extra                                                      | unknown command extra
          token --bogus                                                    | unknown option --bogus
          tokn                                                             | unknown command tokn
          """)
  void wrongUse_exit2AndTheRule_nothingSent(String line, String rule) {
    for (Gateway gateway : Gateway.values()) {
      String[] words = words(gateway.id() + " " + line);
      sandbox.iamport().journal().clear();
      sandbox.toss().journal().clear();
      sandbox.portOne().journal().clear();

      PgRun human = PgRun.of(environment, words);
      PgRun json = PgRun.of(environment, withJson(words));

      assertThat(human.exitCode()).isEqualTo(2);
      assertThat(human.out()).isEmpty();
      assertThat(human.err()).contains(rule).contains("--help");
      assertThat(json.exitCode()).isEqualTo(2);
      assertThat(json.err()).isEmpty();
      assertThat(json.json("error").get("type")).isEqualTo("USAGE");
      assertThat(json.json("error").get("message")).asString().contains(rule);
      assertThat(json.json("error").get("retryable")).isEqualTo(false);
      assertThat(sandbox.iamport().journal().entries()).isEmpty();
      assertThat(sandbox.toss().journal().entries()).isEmpty();
      assertThat(sandbox.portOne().journal().entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json",
        "--json nonsense",
        "nonsense --json",
        "demo --json --gateway kakao",
        "--json demo --rounds 3",
        "sandbox --iamport-port x --json",
        "sandbox --json --toss-port 70000",
        "toss --json",
        "toss find --json --json"
      })
  void jsonAnywhereInAWrongCommandLine_oneErrorObject(String line) {
    PgRun run = PgRun.of(environment, words(line));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.json("error").get("type")).isEqualTo("USAGE");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toss token --secret-key test_sk_canary",
        "toss token --secret-key=test_sk_canary",
        "toss test_sk_canary",
        "toss token --test_sk_canary",
        "toss find --payment-id p1 test_sk_canary"
      })
  void secretTypedAsAnArgument_notRepeated(String line) {
    String[] arguments = line.split(" ");

    PgRun human = PgRun.of(environment, arguments);
    PgRun json = PgRun.of(environment, withJson(arguments));

    assertThat(human.exitCode()).isEqualTo(2);
    assertThat(human.err() + human.out() + json.err() + json.out()).doesNotContain("canary");
  }

  @Test
  void orderNamedLikeAnArgumentFile_takenAsItIs() {
    PgRun run =
        PgRun.of(
            environment,
            "toss",
            "prepare",
            "--order-id",
            "order_1",
            "--amount",
            "1",
            "--order-name",
            "@/etc/hostname",
            "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"@/etc/hostname\"");
  }

  @Test
  void help_listsTheVerbsAndTheExitCodes() {
    assertThat(PgRun.of(Map.of(), "--help").out())
        .contains("demo", "sandbox", "iamport", "toss", "6 outcome unknown", "IAMPORT_API_KEY");
    assertThat(PgRun.of(Map.of(), "toss", "--help").out())
        .contains("token", "prepare", "find", "confirm", "cancel", "inspect");
    PgRun confirm = PgRun.of(Map.of(), "toss", "confirm", "--help");
    assertThat(confirm.exitCode()).isZero();
    assertThat(confirm.out()).contains("--on-mismatch", "--timeout", "--json", "--config");
  }

  @ParameterizedTest
  @EnumSource
  void help_saysWhereTheCredentialsOfEachGatewayComeFrom(Gateway gateway) {
    String help = PgRun.of(Map.of(), "--help").out();

    assertThat(help).contains(gateway.baseUrlVariable(), "\"" + gateway.id() + "\":{");
    for (Gateway.Secret secret : gateway.secrets()) {
      assertThat(help).contains(secret.variable(), "\"" + secret.key() + "\":");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "--json toss", "--config find toss", "toss --json"})
  void helpOfAGateway_whateverStandsBefore_listsAllItsVerbs(String line) {
    assertThat(PgRun.of(Map.of(), words(line + " --help")).out())
        .contains("token", "prepare", "find", "confirm", "cancel", "inspect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "toss", "toss confirm", "iamport schedule find"})
  void helpInFront_isTheSameAsBehind(String command) {
    PgRun inFront = PgRun.of(Map.of(), words(("help " + command).strip()));

    assertThat(inFront.exitCode()).isZero();
    assertThat(inFront.out())
        .isEqualTo(PgRun.of(Map.of(), words((command + " --help").strip())).out());
  }

  @Test
  void version_theBuilds() {
    assertThat(PgRun.of(Map.of(), "--version").out()).matches("pg \\d+\\.\\d+\\.\\d+.*\n");
  }
}
