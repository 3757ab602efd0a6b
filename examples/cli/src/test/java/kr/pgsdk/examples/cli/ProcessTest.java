package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encodings, logs and signals, which need a process of their own. */
@Timeout(100)
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
  void standardOutputIsClosed_exit6AndWhatWasMadeOnStandardError() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      ProcessBuilder builder =
          process(
              PgRun.environment(sandbox),
              "toss",
              "virtual-account",
              "issue",
              "--order-id",
              "order_9001",
              "--amount",
              "15000",
              "--order-name",
              "shirt",
              "--customer-name",
              "홍길동",
              "--bank",
              "88");
      builder.command().add(1, "-Dpg.closed=true"); // as the launcher says it
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process pg = builder.start();
      String err = read(pg.getErrorStream());

      assertThat(pg.waitFor()).isEqualTo(6);
      assertThat(read(pg.getInputStream())).isEmpty();
      assertThat(err).contains("the output is lost").contains("order_9001");
    }
  }

  @Test
  void interruptedDuringAConfirm_outcomeUnknown_exit6() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      BrowserReturn back =
          sandbox.buyer().onToss().authenticate(OrderId.of("order-1"), Money.krw(15_000));
      InjectedFault held = sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/"));
      Process pg =
          process(
                  PgRun.environment(sandbox),
                  "toss",
                  "confirm",
                  "--json",
                  "--payment-id",
                  back.paymentId().value(),
                  "--order-id",
                  "order-1",
                  "--amount",
                  "15000")
              .start();
      held.awaitHeld(1, Duration.ofSeconds(20));

      // Like Ctrl-C; destroy() would close the streams as well.
      new ProcessBuilder("kill", "-INT", String.valueOf(pg.pid())).start().waitFor();

      assertThat(read(pg.getInputStream()))
          .contains("\"type\":\"OUTCOME_UNKNOWN\"")
          .contains("\"lookUp\":{\"paymentId\":\"" + back.paymentId() + "\"}")
          .hasLineCount(1);
      assertThat(pg.waitFor()).isEqualTo(6);
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
      List<String> curls = new ArrayList<>();
      List<String> seen = new ArrayList<>();
      while (curls.size() < 6) {
        String line = lines.readLine();
        assertThat(line).as("the sandbox ended early").isNotNull();
        seen.add(line);
        if (line.strip().startsWith("curl ")) {
          curls.add(line.strip());
        }
        if (line.strip().startsWith("export ")) {
          String[] pair = line.strip().substring("export ".length()).split("=", 2);
          exports.put(pair[0], pair[1]);
        }
        if (line.strip().startsWith("pg iamport confirm --payment-id ")) {
          paymentId = line.strip().split(" ")[4];
        }
      }

      assertThat(seen).anyMatch(line -> line.contains("expire after 10 minutes"));
      for (String curl : curls) {
        assertThat(answer(curl)).as(curl).isNotEmpty();
      }
      assertThat(PgRun.of(exports, "toss", "find", "--order-id", "order_9001").out())
          .contains("EXPIRED"); // the last of those lines let its 10 minutes pass

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
  void sandboxAsJson_controlUrlMakesAPayment_thatItsOwnOutputConfirms(@TempDir Path folder)
      throws Exception {
    Process pg = process(Map.of(), "sandbox", "--json").start();
    try (BufferedReader lines = pg.inputReader(StandardCharsets.UTF_8)) {
      String printed = lines.readLine() + "\n";
      PgRun sandbox = new PgRun(0, printed, "");
      Path config = Files.writeString(folder.resolve("sandbox.json"), printed);
      String controls = String.valueOf(sandbox.json("toss").get("control_url"));
      assertThat(sandbox.json("iamport").get("control_url")).asString().endsWith("/sandbox");

      String order = "{\"orderId\":\"order_9002\",\"amount\":\"15000\"}";
      String back = answer("curl -d '" + order + "' " + controls + "/buyer/authenticate");
      String paymentId = String.valueOf(new PgRun(0, back, "").json().get("paymentId"));
      PgRun confirmed =
          PgRun.of(
              Map.of(),
              "toss",
              "confirm",
              "--payment-id",
              paymentId,
              "--order-id",
              "order_9002",
              "--amount",
              "15000",
              "--config",
              config.toString());

      assertThat(confirmed.exitCode()).as(confirmed.err()).isZero();
    } finally {
      pg.destroyForcibly();
    }
  }

  /** Sends the request of a printed curl line, and returns the body of its successful response. */
  private static String answer(String curl) throws IOException {
    Matcher line = Pattern.compile("curl (?:-d '(.*)' )?(http://\\S+)").matcher(curl);
    assertThat(line.matches()).as(curl).isTrue();
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(line.group(2)).toURL().openConnection();
    if (line.group(1) != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(line.group(1).getBytes(StandardCharsets.UTF_8));
    }
    return read(connection.getInputStream());
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
