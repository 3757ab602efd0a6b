package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a text is a hint and not a payment, what it claims, and what to do next.
 *
 * @param hint what was given
 * @param next the command that looks up the payment; null if there is none to look up
 */
record HintReport(Hint hint, @Nullable String next) implements Report {
  private static final String PROVES_NOTHING =
      "It proves nothing: anyone can send it. Only the gateway's own response counts.";

  /**
   * Reports a hint.
   *
   * @param find writes the command that looks a payment up
   */
  static HintReport of(Hint hint, Advice find) {
    PaymentLookup lookup = hint.lookup();
    return new HintReport(hint, lookup == null ? null : find.find(lookup));
  }

  @Override
  public int exitCode() {
    return ExitCode.UNREADABLE;
  }

  private String title() {
    return hint.kind().title() + " of " + hint.gateway().displayName() + ", not a payment";
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Failure failure =
        new Failure(
            Failure.Type.MALFORMED_RESPONSE, "this is " + title(), null, null, null, List.of());
    Map<String, @Nullable Object> object = new LinkedHashMap<>(failure.json());
    object.put(
        "hint",
        JsonLine.object(
            "kind", hint.kind(),
            "gateway", hint.gateway().id(),
            "claims", hint.claims(),
            "next", next));
    return object;
  }

  @Override
  public void print(Page page) {
    page.line(Page.Tone.WAITING, title());
    hint.claims().forEach((label, claim) -> page.value(label, claim));
    page.text(PROVES_NOTHING);
    if (!hint.remark().isEmpty()) {
      page.text(hint.remark());
    }
    if (next != null) {
      page.text("Look the payment up:");
      page.command(next);
    }
  }
}
