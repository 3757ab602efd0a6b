package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command whose standard output is closed or full must not end as if it had been read. */
class LostOutputTest extends SandboxedTest {
  private static final String LOST = "pg: the output is lost: standard output is closed or full";

  @TempDir private Path folder;

  private static PgRun unread(List<String> words) {
    PgRun run = PgRun.withoutOutput(environment, words.toArray(String[]::new));
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(LOST);
    return run;
  }

  private static List<String> words(String line, String... more) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(Arrays.asList(more));
    return words;
  }

  @ParameterizedTest
  @EnumSource
  void billingIssue_exit6AndWhatToDo_withoutTheKey(Gateway gateway) throws IOException {
    Path card =
        Files.writeString(
            folder.resolve("card.json"),
            "{\"number\":\""
                + TestCard.GOOD.number()
                + "\",\"expiry\":\"2030-12\",\"ownerIdentity\":\"900101\"}");
    for (String form : List.of("", "--json")) {
      List<String> issue = words(gateway.id() + " billing issue --customer-key customer_12345");
      issue.addAll(List.of("--card-file", card.toString()));
      if (gateway == Gateway.IAMPORT) {
        issue.addAll(List.of("--channel-key", "channel-key-1"));
      } else if (gateway == Gateway.PORTONE) {
        issue.addAll(List.of("--channel-key", sandbox.portOneChannelKey()));
      }
      if (!form.isEmpty()) {
        issue.add(form);
      }

      PgRun run = unread(issue);

      assertThat(run.exitCode()).isEqualTo(6);
      assertThat(run.err())
          .contains("A billing key may have been issued")
          .doesNotContain("customer_12345")
          .doesNotContain("billing key  ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toss virtual-account issue --amount 15000 --order-name x --customer-name y --bank 88",
        "toss cash-receipt issue --amount 15000 --order-name x --identity-number 01098765432"
      })
  void whatWasMade_exit6_andStandardErrorHasIt(String line) {
    OrderId order = OrderId.random();

    PgRun run = unread(words(line, "--order-id", order.value(), "--json"));

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains(order.value()).doesNotContain("01098765432");
  }

  @ParameterizedTest
  @EnumSource
  void find_exit5_andCanBeRunAgain(Gateway gateway) {
    PgRun run = unread(words(gateway.id() + " find", "--payment-id", paymentId(gateway)));

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("Nothing was changed: run it again.");
  }

  @Test
  void request_whoseAnswerMayHoldSecrets_neverOnStandardError() throws IOException {
    String id = paymentId(Gateway.IAMPORT);
    Path body = Files.writeString(folder.resolve("body"), "{\"imp_uid\":\"" + id + "\"}");

    PgRun run = unread(words("iamport request POST /payments/cancel --body", body.toString()));

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).doesNotContain(id);
  }

  @Test
  void failedRefundAsJson_keepsItsExitCode_andStandardErrorHasTheTextToContinueWith() {
    String id = paymentId(Gateway.IAMPORT);
    String cancel = "/payments/cancel";
    long before = sandbox.iamport().journal().count("POST", cancel);
    sandbox.iamport().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", cancel).always());
    sandbox
        .iamport()
        .inject(
            Fault.html(502)
                .when(
                    request ->
                        request.method().equals("GET")
                            && sandbox.iamport().journal().count("POST", cancel) > before)
                .always());

    PgRun run =
        unread(words("iamport cancel --json --timeout 4s --reason x --amount 9 --payment-id", id));
    sandbox.iamport().clearFaults();

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains("--resume");
  }

  @Test
  void listThatIsEmpty_exit5() {
    PgRun run =
        PgRun.withoutOutput(
            environment, "toss", "transactions", "--from", "2001-01-01", "--to", "2001-01-02");

    assertThat(run.exitCode()).isEqualTo(5);
  }

  private static String paymentId(Gateway gateway) {
    return pays(gateway).paymentId().value();
  }
}
