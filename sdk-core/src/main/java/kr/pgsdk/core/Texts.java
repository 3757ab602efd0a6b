package kr.pgsdk.core;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules every text from outside must keep before it is sent anywhere. */
final class Texts {
  /** Longer than any id a gateway gives or takes (Toss paymentKey: 200). */
  private static final int MAX_ID_LENGTH = 200;

  private Texts() {}

  /** Returns {@code value} if it can be sent as an id, else says which rule it breaks. */
  static String id(@Nullable String value, String name) {
    String id = line(value, name);
    if (id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException(
          name + " must have at most " + MAX_ID_LENGTH + " characters: it has " + id.length());
    }
    if (id.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
      throw new IllegalArgumentException(
          name + " must not contain invisible characters: two ids would look the same");
    }
    for (String segment : id.split("[/\\\\]", -1)) {
      if (segment.equals("..") || segment.equals(".")) {
        throw new IllegalArgumentException(
            name + " must not contain a . or .. path segment: an id is not a path");
      }
    }
    return id;
  }

  /** Whether it shows what follows in another order than it has: a log line would say otherwise. */
  private static boolean turns(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }

  /** Returns {@code value} if it is one line of text that says something. */
  static String line(@Nullable String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty or blank");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || turns(c)) {
        throw new IllegalArgumentException(
            name + " must not contain control characters or line breaks (at index " + i + ")");
      }
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(name + " must be valid Unicode: it has a lone surrogate");
    }
    return value;
  }
}
