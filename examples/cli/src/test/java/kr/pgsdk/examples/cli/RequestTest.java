package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pg … request}: what it sends, and what it says when money may have moved. */
class RequestTest extends SandboxedTest {
  @TempDir private Path folder;

  @AfterEach
  void clearFaults() {
    sandbox.toss().clearFaults();
  }

  private PgRun confirm(BrowserReturn back) throws IOException {
    Path body =
        Files.writeString(
            folder.resolve("body.json"),
            "{\"paymentKey\":\"%s\",\"orderId\":\"%s\",\"amount\":15000}"
                .formatted(back.paymentId(), back.orderId()));
    return pg("toss", "request", "POST", "/v1/payments/confirm", "--body", body.toString());
  }

  @Test
  void postWithABodyFile_isSent() throws IOException {
    BrowserReturn back = pays(Gateway.TOSS);

    PgRun run = confirm(back);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"status\":\"DONE\"");
  }

  @Test
  void postWhoseAnswerIsLost_exit6AndNotToBeRepeatedBlindly() throws IOException {
    BrowserReturn back = pays(Gateway.TOSS);
    sandbox.toss().inject(Fault.of(ANSWER_LOST).on("POST", "/v1/payments/confirm").always());

    PgRun run = confirm(back);

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("See what became of it before you run it again");
    assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{\"a\":", "\u0000\u0001"})
  void bodyThatIsNoJson_refusedBeforeSending(String text) throws IOException {
    Path body = Files.writeString(folder.resolve("body.json"), text);
    int before = sandbox.toss().journal().count();

    PgRun run = pg("toss", "request", "POST", "/v1/payments/confirm", "--body", body.toString());
    PgRun piped =
        PgRun.of(environment, text, false, "toss", "request", "POST", "/v1/x", "--body", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(piped.exitCode()).isEqualTo(2);
    if (text.isBlank()) {
      assertThat(run.err()).contains("body.json is empty");
      assertThat(piped.err()).contains("standard input is empty");
    }
    assertThat(sandbox.toss().journal().count()).isEqualTo(before);
  }

  @Test
  void bodyFileThatIsMissing_isNamed() {
    PgRun run = pg("toss", "request", "POST", "/v1/x", "--body", "missing.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("missing.json does not exist");
  }
}
