package kr.pgsdk.core.internal.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON that may stand inside an HTML page: in a {@code <script>} element, and in an
 * attribute between single quotes. No text of it can end the element, the attribute or a line of
 * script, and a reader gets each character back.
 */
public final class ScriptJson {
  private ScriptJson() {}

  /** Returns a map, list, text, boolean or number as JSON; numbers have no exponent. */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> members) {
      String separator = "{";
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.append(separator);
        text(String.valueOf(member.getKey()), out);
        out.append(':');
        write(member.getValue(), out);
        separator = ",";
      }
      out.append(members.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> elements) {
      out.append('[');
      for (int i = 0; i < elements.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(elements.get(i), out);
      }
      out.append(']');
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString(), out);
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (mustBeEscaped(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** U+2028 and U+2029 end a line in older scripts; half a surrogate pair can't be sent. */
  private static boolean mustBeEscaped(char c) {
    return Character.isISOControl(c)
        || "<>&'\u2028\u2029".indexOf(c) >= 0
        || Character.isSurrogate(c);
  }
}
