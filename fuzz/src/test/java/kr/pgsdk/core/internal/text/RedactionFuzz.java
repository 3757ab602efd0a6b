package kr.pgsdk.core.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.fuzz.Checks;

/** A gateway's text before it is logged; the redaction knows the canary secrets. */
public final class RedactionFuzz {
  private static final Redaction REDACTION = new Redaction(Checks.SECRETS);

  private static final List<String> ALSO = List.of("홍길동", "110-123-456789", "Gildong Hong");

  private RedactionFuzz() {}

  /** The input is the text. */
  public static void run(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    String redacted = Objects.requireNonNull(REDACTION.redact(text));
    Checks.requireLine(redacted);
    String traceId = REDACTION.traceId(text, ALSO);
    if (traceId != null) {
      Checks.requireLine(traceId);
      Checks.require(
          traceId.equals(text) && traceId.length() <= 100, "invalid trace id: ", traceId);
    }
    String also = Objects.requireNonNull(REDACTION.redact(text, ALSO));
    Checks.requireLine(also);
    Checks.require(ALSO.stream().noneMatch(also::contains), "shows the buyer's data: ", also);
    Checks.require(redacted.length() <= 520, "too long: ", redacted.length());
    Checks.require(
        redacted.equals(REDACTION.redact(redacted)), "a second redaction changes it: ", redacted);
  }
}
