package kr.pgsdk.core.internal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a credential must be to stand in a header, and what it is if it was mistaken for another.
 * Messages never show it.
 */
public final class Credential {
  /**
   * Another text that is handed in by mistake.
   *
   * @param form how it is recognised
   * @param message what it is, what it is for, and where the right one is found
   */
  public record Mistaken(Pattern form, String message) {
    /** Recognises a text by how it begins. */
    public static Mistaken of(String form, String message) {
      return new Mistaken(Pattern.compile(form), message);
    }
  }

  private static final Pattern PLACEHOLDER =
      Pattern.compile("[$#]\\{.*|\\$[A-Za-z_]+|%[A-Za-z_]+%|\\{\\{.*|<.*>");

  private static final Pattern SCHEME =
      Pattern.compile("(basic|bearer|portone)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

  /** What a key is decoded to; by chance twelve bytes are hardly ever all of these. */
  private static final Pattern DECODED = Pattern.compile("[A-Za-z0-9_:-]{12,}[\\r\\n]*");

  private static final String QUOTES = "\"'`\u2018\u2019\u201c\u201d";

  private Credential() {}

  /**
   * Returns a credential that may be one.
   *
   * @param name what it is called, such as {@code secret key}
   * @param source where it is found, such as {@code the developer centre}
   * @throws IllegalArgumentException if it can't be one; the message says what it is instead
   */
  public static String require(
      @Nullable String value, String name, String source, List<Mistaken> others) {
    Objects.requireNonNull(value, name);
    String problem = problem(value, source, others);
    if (problem != null) {
      throw new IllegalArgumentException(name + " " + problem);
    }
    Mistaken mistaken = mistaken(value, others);
    if (mistaken != null) {
      throw new IllegalArgumentException(mistaken.message());
    }
    return value;
  }

  private static @Nullable Mistaken mistaken(String value, List<Mistaken> others) {
    for (Mistaken other : others) {
      if (other.form().matcher(value).lookingAt()) {
        return other;
      }
    }
    return null;
  }

  private static @Nullable String problem(String value, String source, List<Mistaken> others) {
    if (value.isBlank()) {
      return "must not be empty or blank: give the one that " + source + " shows";
    }
    if (!value.equals(value.strip())) {
      return "must not begin or end with spaces or line breaks: remove them (the last line break of"
          + " a file may be one)";
    }
    if (PLACEHOLDER.matcher(value).matches()) {
      return "is a placeholder without a value: set the environment variable or property that it"
          + " names where the application runs";
    }
    if (QUOTES.indexOf(value.charAt(0)) >= 0
        || QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0) {
      return "has quotation marks around it: remove them (env files and docker --env-file keep"
          + " them as a part of the value)";
    }
    if (SCHEME.matcher(value).matches()) {
      return "begins with the scheme of an Authorization header: give only what "
          + source
          + " shows; the SDK writes the header";
    }
    int odd = firstNotVisible(value);
    if (odd >= 0) {
      return "must be visible ASCII, without spaces, line breaks and byte order mark; it has"
          + " something else at index "
          + odd
          + " of "
          + value.length()
          + " characters. Was it copied whole, and nothing more?";
    }
    if (isCoded(value, others)) {
      return "is encoded in base64: give it as " + source + " shows it; the SDK encodes it";
    }
    return null;
  }

  private static int firstNotVisible(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isCoded(String value, List<Mistaken> others) {
    if (mistaken(value, others) != null || !BASE64.matcher(value).matches()) {
      return false;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(value);
      return DECODED.matcher(new String(decoded, ISO_8859_1)).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
