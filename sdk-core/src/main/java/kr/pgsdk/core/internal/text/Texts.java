package kr.pgsdk.core.internal.text;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules every text from outside must keep before it is sent anywhere. */
public final class Texts {
  /** Longer than any id a gateway gives or takes (Toss paymentKey: 200). */
  private static final int MAX_ID_LENGTH = 200;

  // Toss refuses longer ones with INVALID_IDEMPOTENCY_KEY (reference/using-api/authorization).
  private static final int MAX_IDEMPOTENCY_KEY_LENGTH = 300;

  private static final Pattern BREAK = Pattern.compile("\\R|\\t");

  private Texts() {}

  /** Returns {@code value} if it can be sent as an id, else says which rule it breaks. */
  public static String id(@Nullable String value, String name) {
    String id = line(value, name);
    atMost(id, name, MAX_ID_LENGTH);
    int segment = 0;
    for (int i = 0; i <= id.length(); i++) {
      int c = i < id.length() ? id.codePointAt(i) : '/';
      if (c >= 0x80 && Character.getType(c) == Character.FORMAT) {
        throw new IllegalArgumentException(
            name + " must not contain invisible characters: two ids would look the same");
      }
      if (c == '/' || c == '\\') {
        if (isDots(id, segment, i)) {
          throw new IllegalArgumentException(
              name + " must not contain a . or .. path segment: an id is not a path");
        }
        segment = i + 1;
      }
    }
    return id;
  }

  private static boolean isDots(String id, int start, int end) {
    int length = end - start;
    return (length == 1 || length == 2) && id.startsWith("..".substring(0, length), start);
  }

  /** Whether it shows what follows in another order than it has: a log line would say otherwise. */
  private static boolean changesDirection(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }

  /** Returns {@code value} if it is one line of text that says something. */
  public static String line(@Nullable String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty or blank");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > ' ' && c < 0x7f) {
        continue;
      }
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || changesDirection(c)) {
        throw new IllegalArgumentException(
            name + " must not contain control characters or line breaks (at index " + i + ")");
      }
    }
    if (hasLoneSurrogate(value)) {
      throw new IllegalArgumentException(name + " must be valid Unicode: it has a lone surrogate");
    }
    return value;
  }

  /**
   * Returns a note that a person typed, such as a refund's reason, as one line: each line break and
   * tab becomes a space, and spaces around the note go.
   *
   * @throws IllegalArgumentException if it says nothing, or has a character that can't be shown
   */
  public static String note(@Nullable String value, String name) {
    Objects.requireNonNull(value, name);
    return line(BREAK.matcher(value).replaceAll(" ").strip(), name);
  }

  /**
   * As {@link #note(String, String)}, of limited length.
   *
   * @throws IllegalArgumentException as from these two
   */
  public static String note(@Nullable String value, String name, int maxLength) {
    return atMost(note(value, name), name, maxLength);
  }

  /**
   * Returns a text if it isn't too long. No gateway says what it counts as a character.
   *
   * @param maxLength in UTF-16 units, as {@link String#length}: what a database or a script takes
   *     for a character is never more of them, so that a text that fits here fits there
   * @throws IllegalArgumentException if it is longer; the message doesn't show it
   */
  public static String atMost(String text, String name, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean pairs = text.codePointCount(0, text.length()) < text.length();
    throw new IllegalArgumentException(
        name
            + " must have at most "
            + maxLength
            + " characters"
            + (pairs ? ", of which an emoji takes two or more" : "")
            + ": it has "
            + text.length());
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < value.length() ? value.charAt(i + 1) : ' ')) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /**
   * Returns {@code key} if it can stand in the header {@code Idempotency-Key}.
   *
   * @throws IllegalArgumentException if it is not 1 to 300 visible ASCII characters
   */
  public static String idempotencyKey(@Nullable String key) {
    Objects.requireNonNull(key, "idempotencyKey");
    if (!isVisibleAscii(key, MAX_IDEMPOTENCY_KEY_LENGTH)) {
      throw new IllegalArgumentException(
          "idempotency key must be 1 to 300 visible ASCII characters, without spaces or line"
              + " breaks");
    }
    return key;
  }

  /**
   * Whether it is 1 to {@code maxLength} characters from {@code !} to {@code ~}, without a space:
   * what fits into a header and into a log line whoever wrote it.
   */
  public static boolean isVisibleAscii(String text, int maxLength) {
    if (text.isEmpty() || text.length() > maxLength) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
