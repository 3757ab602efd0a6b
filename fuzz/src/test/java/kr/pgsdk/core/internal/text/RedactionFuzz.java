package kr.pgsdk.core.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.fuzz.Lines;

/** A gateway's text; the canary secrets are known to the redaction. */
public final class RedactionFuzz {
  private static final Redaction REDACTION = new Redaction(Lines.SECRETS);

  private static final List<String> ALSO = List.of("홍길동", "110-123-456789", "Gildong Hong");

  private RedactionFuzz() {}

  /** The input is the text. */
  public static void run(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    String redacted = Objects.requireNonNull(REDACTION.redact(text));
    Lines.requireLine(redacted);
    String traceId = REDACTION.traceId(text, ALSO);
    if (traceId != null) {
      Lines.requireLine(traceId);
      Lines.require(traceId.equals(text) && traceId.length() <= 100, "no trace id: ", traceId);
    }
    String also = Objects.requireNonNull(REDACTION.redact(text, ALSO));
    Lines.requireLine(also);
    Lines.require(ALSO.stream().noneMatch(also::contains), "the buyer is shown: ", also);
    Lines.require(redacted.length() <= 520, "too long: ", redacted.length());
    Lines.require(
        redacted.equals(REDACTION.redact(redacted)), "there was more to redact: ", redacted);
  }
}
