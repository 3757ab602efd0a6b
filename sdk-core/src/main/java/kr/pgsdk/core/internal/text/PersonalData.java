package kr.pgsdk.core.internal.text;

import java.util.regex.Pattern;

/** Finds what looks like personal data, or like a secret that the SDK was not told of. */
final class PersonalData {
  /** All that ends a line, moves a cursor, or shows a line in another order than it has. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  // Groups repeat within bounds: the JDK goes a level deeper on the stack for each repetition.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "[\\w.+-]{1,64}(?:@|%40|&#64;|＠)[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,20}" // mail
              + "|(?<![\\w.])\\+?\\p{Nd}(?:[ -]?[\\p{Nd}*]){8,40}(?![\\w])" // card, phone, account
              + "|(?<![\\w.])\\d{4}(?:\\.\\d{4}){3}(?![\\w])" // card
              + "|(?<![\\w])[A-Za-z0-9+/_-]{32,}={0,2}"); // token or key

  private PersonalData() {}

  /**
   * Returns the text as one line without them. Hides until there is no more: what is left of two
   * hidden texts may look like a third.
   */
  static String hiddenIn(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ");
    String seen;
    do {
      seen = line;
      line = PERSONAL.matcher(seen).replaceAll(Redaction.HIDDEN);
    } while (!line.equals(seen));
    return line;
  }
}
