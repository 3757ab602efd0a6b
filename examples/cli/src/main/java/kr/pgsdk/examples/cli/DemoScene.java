package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that was played.
 *
 * @param sent the requests that reached the gateway, as method and path
 * @param outcome what came out, in a line
 * @param problems what should have come out and didn't; empty if all is well
 */
record DemoScene(
    Gateway gateway, DemoStep step, List<String> sent, String outcome, List<String> problems) {
  boolean ok() {
    return problems.isEmpty();
  }

  Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "gateway", gateway.word(),
        "step", step.word(),
        "ok", ok(),
        "requests", sent.size(),
        "sent", sent,
        "outcome", outcome,
        "problems", problems);
  }
}
