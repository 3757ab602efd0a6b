package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the demo that has run.
 *
 * @param sent the requests that reached the gateway, as method and path
 * @param outcome what happened and what it proves, in one line
 * @param problems what differs from what is expected; empty if the step passed
 */
record DemoStep(
    Gateway gateway, String title, List<String> sent, String outcome, List<String> problems) {
  boolean passed() {
    return problems.isEmpty();
  }

  /** Its name in JSON. */
  String id() {
    return title.replace("'", "").replace(' ', '-');
  }

  Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "gateway", gateway.id(),
        "step", id(),
        "ok", passed(),
        "requests", sent.size(),
        "sent", sent,
        "outcome", outcome,
        "problems", problems);
  }

  Page print(Page page) {
    return page.line(
        passed() ? Page.Tone.GOOD : Page.Tone.BAD,
        "%s %-19s %s"
            .formatted(
                passed() ? "✓" : "✗", title, passed() ? outcome : String.join("; ", problems)));
  }
}
