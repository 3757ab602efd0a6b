package kr.pgsdk.core.internal;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.pgsdk.fuzz.Lines;

/** A gateway's text; the canary secrets are known to the redaction. */
public final class RedactionFuzz {
  private static final Redaction REDACTION = new Redaction(Lines.SECRETS);

  private RedactionFuzz() {}

  /** The input is the text. */
  public static void run(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    String redacted = Objects.requireNonNull(REDACTION.redact(text));
    Lines.requireLine(redacted);
    Lines.require(redacted.length() <= 520, "too long: ", redacted.length());
    Lines.require(
        redacted.equals(REDACTION.redact(redacted)), "there was more to redact: ", redacted);
  }
}
