package kr.pgsdk.core.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a gateway's text fit for a message or a log: no secrets, no card, phone or mail, one line.
 */
public final class Redaction {
  private static final int MAX_LENGTH = 510; // Toss: message up to 510 characters (req-res)
  // Those beyond ASCII too (U+0085 is a line break, U+009B begins a terminal's command), and what
  // turns the direction of writing.
  private static final String CONTROLS = "\\p{gc=Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";
  private static final Pattern CONTROL = Pattern.compile("[" + CONTROLS + "]+");
  private static final Pattern PERSONAL =
      Pattern.compile(
          "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+" // mail
              + "|(?<![\\w.])\\+?\\d(?:[ -]?[\\d*]){8,}(?![\\w])" // card, phone, account
              + "|(?<![\\w])[A-Za-z0-9+/_-]{32,}={0,2}"); // token or key

  private final List<String> secrets;

  /** Makes a redaction that also knows these secrets by heart. */
  public Redaction(List<String> secrets) {
    // A shorter one is no secret, and taking "1" out of every text would leave nothing to read.
    this.secrets = secrets.stream().filter(secret -> secret.length() >= 4).toList();
  }

  /** Returns the text without what must not be seen; null stays null. */
  public @Nullable String redact(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    if (clean.length() > MAX_LENGTH) {
      clean = clean.substring(0, MAX_LENGTH) + "…";
    }
    clean = CONTROL.matcher(clean).replaceAll(" ");
    String seen;
    do {
      // What is left of two hidden texts may look like a third. Each round makes it shorter.
      seen = clean;
      clean = PERSONAL.matcher(seen).replaceAll("***");
    } while (!clean.equals(seen));
    return clean;
  }
}
