package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.SandboxGateway;

/** Plays steps one by one, counts what arrives at the gateway, and shows each to the audience. */
final class DemoStage {
  /** Who sees the scenes, each when it has been played. */
  interface Audience {
    void see(DemoScene scene);
  }

  /** What is done in a step. */
  interface Act {
    /** Does it, says what is wrong, and returns what came out in a line. */
    String play(Checks checks);
  }

  /** What must hold after an act. */
  static final class Checks {
    private final List<String> problems = new ArrayList<>();

    /** Notes a problem unless {@code holds}. */
    void that(boolean holds, String expected) {
      if (!holds) {
        problems.add("expected: " + expected);
      }
    }
  }

  private final Gateway gateway;
  private final SandboxGateway behind;
  private final Audience audience;

  DemoStage(Gateway gateway, SandboxGateway behind, Audience audience) {
    this.gateway = gateway;
    this.behind = behind;
    this.audience = audience;
  }

  /** Plays a step. An act that throws is a problem of this step; the show goes on. */
  void play(DemoStep step, Act act) {
    Checks checks = new Checks();
    String outcome;
    behind.journal().clear();
    try {
      outcome = act.play(checks);
    } catch (RuntimeException e) {
      outcome = e.getClass().getSimpleName() + ": " + e.getMessage();
      checks.that(false, "no exception");
    }
    List<String> sent =
        behind.journal().entries().stream()
            .map(request -> request.method() + " " + request.path())
            .toList();
    int expected = step.requests(gateway);
    checks.that(sent.size() == expected, expected + " requests, not " + sent.size());
    audience.see(new DemoScene(gateway, step, sent, outcome, List.copyOf(checks.problems)));
  }
}
