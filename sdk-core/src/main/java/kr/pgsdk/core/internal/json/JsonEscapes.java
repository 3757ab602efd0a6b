package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts with escapes in them, as {@link JsonScanner} has let them pass. */
final class JsonEscapes {
  private JsonEscapes() {}

  /** Returns what stands between two positions, its escapes resolved. */
  static String decode(byte[] bytes, int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    int plain = start;
    for (int at = start; at < end; at++) {
      if (bytes[at] == '\\') {
        text.append(new String(bytes, plain, at - plain, UTF_8));
        at++;
        if (bytes[at] == 'u') {
          text.append(unit(bytes, at + 1));
          at += 4;
        } else {
          text.append(character(bytes[at]));
        }
        plain = at + 1;
      }
    }
    return text.append(new String(bytes, plain, end - plain, UTF_8)).toString();
  }

  private static char unit(byte[] bytes, int start) {
    int unit = 0;
    for (int at = start; at < start + 4; at++) {
      unit = unit << 4 | Character.digit(bytes[at], 16);
    }
    return (char) unit;
  }

  private static char character(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) escape;
    };
  }

  /** Whether this may follow a backslash; four hexadecimal digits must follow a {@code u}. */
  static boolean isEscape(byte b) {
    return switch (b) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't', 'u' -> true;
      default -> false;
    };
  }
}
