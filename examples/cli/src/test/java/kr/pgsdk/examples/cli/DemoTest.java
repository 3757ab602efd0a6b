package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo runs every step, and passes only if each did what it must. */
class DemoTest {
  private static final List<String> STEPS =
      List.of(
          "token",
          "prepare",
          "buyer-pays",
          "find",
          "confirm",
          "cancel-part",
          "cancel-rest",
          "tampered-amount",
          "strangers-payment",
          "refused-card",
          "account-waiting",
          "account-paid",
          "answer-lost",
          "server-dies",
          "next-server");

  @Test
  void all_everyStepAtEachGatewayAndExit0() {
    PgRun run = PgRun.of(Map.of(), "demo", "--json");

    assertThat(run.exitCode()).isZero();
    List<Map<String, Object>> steps = PgRun.objects(run.json().get("demo"));
    for (Gateway gateway : Gateway.values()) {
      assertThat(
              steps.stream()
                  .filter(step -> gateway.id().equals(step.get("gateway")))
                  .map(step -> step.get("step")))
          .containsExactlyElementsOf(STEPS);
    }
    assertThat(steps).allSatisfy(step -> assertThat(step.get("ok")).isEqualTo(true));
    assertThat(steps.get(0).keySet())
        .containsExactly("gateway", "step", "ok", "requests", "sent", "outcome", "problems");
  }

  @ParameterizedTest
  @EnumSource
  void oneGateway_oneLineForEachStep_noneOfTheOthers(Gateway gateway) {
    PgRun run = PgRun.of(Map.of(), "demo", "--gateway", gateway.id());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("15 of 15 steps passed").contains(gateway.displayName());
    assertThat(run.out().lines().filter(line -> line.startsWith("✓")))
        .hasSize(STEPS.size() + 1); // and the sum
    Arrays.stream(Gateway.values())
        .filter(other -> other != gateway)
        .forEach(other -> assertThat(run.out()).doesNotContain(other.displayName()));
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(105));
  }

  @ParameterizedTest
  @EnumSource
  void gatewayThatFails_everyStepStillRuns_theBadOnesAreNotOk_exit3(Gateway gateway) {
    List<DemoStep> steps = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start()) {
      DemoSandbox at = new DemoSandbox(gateway, sandbox);
      at.server().inject(Fault.html(200).on("GET", "/").always());
      HttpOptions http = HttpOptions.builder().baseUrl(at.server().url()).build();
      try (PaymentGateway shop = gateway.open(at.secrets(), http, GatewayOpening.DEFAULT)) {
        new Demo(at, shop, steps::add).run();
      }
    }

    assertThat(steps.stream().map(DemoStep::id)).containsExactlyElementsOf(STEPS);
    DemoStep find = steps.get(STEPS.indexOf("find"));
    assertThat(find.passed()).isFalse();
    assertThat(find.outcome()).contains("MalformedResponseException");
    assertThat(steps.get(STEPS.indexOf("buyer-pays")).passed()).isTrue();
    assertThat(new DemoReport(steps, PgRun.terminal()).exitCode()).isEqualTo(3);
  }

  @Test
  void stepWithAProblem_showsWhatDiffers_notWhatItWouldProve() {
    DemoStep step =
        new DemoStep(Gateway.TOSS, "confirm", List.of(), "Confirmed.", List.of("expected 1"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    step.print(new Page(false)).flush(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("✗ confirm")
        .endsWith(" expected 1\n")
        .doesNotContain("Confirmed");
  }
}
