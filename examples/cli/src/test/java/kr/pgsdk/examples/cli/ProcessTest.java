package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a process of its own shows: encodings, logs, signals. */
@Timeout(60)
class ProcessTest {
  private static ProcessBuilder process(Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void underTheCLocale_koreanIsUtf8_andVerboseShowsNoSecret() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      BrowserReturn back =
          sandbox.buyer().onToss().authenticate(OrderId.random(), Money.krw(15_000));
      Process pg =
          process(
                  PgRun.environment(sandbox),
                  "toss",
                  "confirm",
                  "-v",
                  "--json",
                  "--payment-id",
                  back.paymentId().value(),
                  "--order-id",
                  back.orderId().value(),
                  "--amount",
                  "15000")
              .start();
      String out = read(pg.getInputStream());
      String err = read(pg.getErrorStream());

      assertThat(pg.waitFor()).isZero();
      assertThat(out).contains("\"method\":\"카드\"").hasLineCount(1);
      assertThat(err).contains("DEBUG").contains("POST");
      assertThat(out + err)
          .doesNotContain(sandbox.tossSecretKey())
          .doesNotContain("Authorization")
          .doesNotContain("Basic");
    }
  }

  @Test
  void verboseIamport_neitherSecretNorTokenInTheLog() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      Process pg =
          process(PgRun.environment(sandbox), "iamport", "find", "--payment-id", "imp_1", "-v")
              .start();
      String err = read(pg.getErrorStream());

      assertThat(pg.waitFor()).isEqualTo(1);
      assertThat(err)
          .contains("DEBUG")
          .doesNotContain(sandbox.iamportSecret())
          .doesNotContain(sandbox.iamportKey())
          .doesNotContain("Bearer ");
    }
  }

  @Test
  void sandbox_printsWhatToExport_servesUntilTerminated_exit0() throws Exception {
    Process pg = process(Map.of(), "sandbox").start();
    try (BufferedReader lines = pg.inputReader(StandardCharsets.UTF_8)) {
      Map<String, String> exports = new HashMap<>();
      String paymentId = "";
      while (exports.size() < 5 || paymentId.isEmpty()) {
        String line = lines.readLine();
        assertThat(line).as("the sandbox ended early").isNotNull();
        if (line.strip().startsWith("export ")) {
          String[] pair = line.strip().substring("export ".length()).split("=", 2);
          exports.put(pair[0], pair[1]);
        }
        if (line.strip().startsWith("pg iamport confirm --payment-id ")) {
          paymentId = line.strip().split(" ")[4];
        }
      }

      assertThat(PgRun.of(exports, "iamport", "find", "--payment-id", paymentId).exitCode())
          .isZero();
      assertThat(PgRun.of(exports, "toss", "find", "--payment-id", "nobody").exitCode())
          .isEqualTo(1);

      pg.destroy();
      assertThat(pg.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(pg.exitValue()).isZero();
    } finally {
      pg.destroyForcibly();
    }
  }

  @Test
  void sandboxOnATakenPort_exit2AndThePort() throws Exception {
    try (Sandbox first = Sandbox.start()) {
      String port = first.tossUrl().substring(first.tossUrl().lastIndexOf(':') + 1);

      PgRun run = PgRun.of(Map.of(), "sandbox", "--toss-port", port, "--json");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.json("error").get("message")).asString().contains(port);
    }
  }
}
