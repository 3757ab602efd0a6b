package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The demonstration plays every step, and says so only if each came out as it must. */
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
          "answer-lost");

  @Test
  void both_everyStepAtEachGatewayAndExit0() {
    PgRun run = PgRun.of(Map.of(), "demo", "--json");

    assertThat(run.exitCode()).isZero();
    List<Map<String, Object>> scenes = PgRun.objects(run.json().get("demo"));
    for (Gateway gateway : Gateway.values()) {
      assertThat(
              scenes.stream()
                  .filter(scene -> gateway.word().equals(scene.get("gateway")))
                  .map(scene -> scene.get("step")))
          .containsExactlyElementsOf(STEPS);
    }
    assertThat(scenes).allSatisfy(scene -> assertThat(scene.get("ok")).isEqualTo(true));
    assertThat(scenes.get(0).keySet())
        .containsExactly("gateway", "step", "ok", "requests", "sent", "outcome", "problems");
  }

  @ParameterizedTest
  @EnumSource
  void oneGateway_itsStoryAloneForPeople(Gateway gateway) {
    PgRun run = PgRun.of(Map.of(), "demo", "--gateway", gateway.word());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("13 of 13 steps came out as they must")
        .contains(gateway.title());
    Arrays.stream(DemoStep.values()).forEach(step -> assertThat(run.out()).contains(step.title()));
    Arrays.stream(Gateway.values())
        .filter(other -> other != gateway)
        .forEach(other -> assertThat(run.out()).doesNotContain(other.title()));
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
  }

  @ParameterizedTest
  @EnumSource
  void gatewayThatFails_everyStepIsStillShownAndTheBadOnesAreNotOk(Gateway gateway) {
    try (Sandbox sandbox = Sandbox.start()) {
      boolean iamport = gateway == Gateway.IAMPORT;
      var behind = iamport ? sandbox.iamport() : sandbox.toss();
      behind.inject(Fault.html(200).on("GET", "/").always());
      List<String> secrets =
          iamport
              ? List.of(sandbox.iamportKey(), sandbox.iamportSecret())
              : List.of(sandbox.tossSecretKey());
      List<DemoScene> scenes = new ArrayList<>();
      try (PaymentGateway shop =
          gateway.open(secrets, HttpOptions.builder().baseUrl(behind.url()).build(), false)) {
        new Demo(
                gateway,
                shop,
                iamport
                    ? DemoBuyer.of(sandbox.buyer().onIamport())
                    : DemoBuyer.of(sandbox.buyer().onToss()),
                behind,
                new DemoStage(gateway, behind, scenes::add))
            .play();
      }

      DemoReport report = new DemoReport(scenes, PgRun.terminal());

      assertThat(scenes.stream().map(DemoScene::step)).containsExactly(DemoStep.values());
      assertThat(scenes.get(DemoStep.FIND.ordinal()).ok()).isFalse();
      assertThat(scenes.get(DemoStep.FIND.ordinal()).outcome())
          .contains("MalformedResponseException");
      assertThat(report.exitCode()).isEqualTo(3);
    }
  }
}
