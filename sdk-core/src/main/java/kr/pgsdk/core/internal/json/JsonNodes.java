package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as the bytes it came in, and where in them each value lies. A value is made of
 * its bytes when it is asked for: of a payment's fifty, a shop asks for ten.
 *
 * <p>A node is two numbers, and the nodes stand in the order of the document: those of a
 * container's members or elements follow its own.
 *
 * <ul>
 *   <li>{@code VALUE}: where the value begins, and the length of its key in the lowest byte; the
 *       key itself is the text before it;
 *   <li>{@code END}: where a scalar ends, with {@link #ESCAPED} for a text with escapes in it; of a
 *       container, the node that follows its last one, inverted.
 * </ul>
 *
 * <p>Immutable, and so is the array of bytes from here on.
 */
final class JsonNodes {
  static final int ROOT = 0;
  static final int SIZE = 2;
  static final int VALUE = 0;
  static final int END = 1;

  /** The length of a key that has escapes, letters beyond ASCII, or so many bytes or more. */
  static final int ODD_NAME = 255;

  static final int ESCAPED = 1 << 30;

  /** So that a position and a length fit into one number. */
  static final int MAX_BYTES = 1 << 24;

  /** So many digits always fit into a long. */
  private static final int MAX_LONG_DIGITS = 18;

  private final byte[] bytes;
  private final int[] nodes;

  JsonNodes(byte[] bytes, int[] nodes) {
    this.bytes = bytes;
    this.nodes = nodes;
  }

  /** The first byte of a value, which tells what it is. */
  byte first(int node) {
    return bytes[start(node)];
  }

  boolean isText(int node) {
    return first(node) == '"';
  }

  boolean isNumber(int node) {
    byte first = first(node);
    return first == '-' || (first >= '0' && first <= '9');
  }

  /** The value of one of the words true and false; null for anything else. */
  @Nullable Boolean bool(int node) {
    return switch (first(node)) {
      case 't' -> true;
      case 'f' -> false;
      default -> null;
    };
  }

  /** The node after this one and all that it contains. */
  int next(int node) {
    int end = nodes[node + END];
    return end < 0 ? ~end : node + SIZE;
  }

  /** The text that a text is, or that a number or a word is written with. */
  String text(int node) {
    int start = start(node);
    int from = bytes[start] == '"' ? start + 1 : start;
    int end = end(node);
    return (nodes[node + END] & ESCAPED) != 0
        ? JsonEscapes.decode(bytes, from, end)
        : new String(bytes, from, end - from, UTF_8);
  }

  private int start(int node) {
    return nodes[node + VALUE] >>> 8;
  }

  /** Where a scalar ends. */
  private int end(int node) {
    return nodes[node + END] & ~ESCAPED;
  }

  /**
   * Returns the value of a number.
   *
   * @throws NumberFormatException if its exponent is beyond all bounds
   */
  BigDecimal number(int node) {
    int end = end(node);
    int at = start(node);
    if (end - at > MAX_LONG_DIGITS) {
      return new BigDecimal(text(node));
    }
    long value = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return new BigDecimal(text(node));
      }
      value = value * 10 + digit;
    }
    return BigDecimal.valueOf(value);
  }

  boolean isEmptyText(int node) {
    return isText(node) && end(node) == start(node) + 1;
  }

  /** How many characters a number is written with. */
  int length(int node) {
    return end(node) - start(node);
  }

  // --- keys

  /** The number for a value that begins at {@code start} and has a key of this length, or none. */
  static int value(int start, int nameLength) {
    return start << 8 | nameLength;
  }

  private int lengthOfName(int node) {
    return nodes[node + VALUE] & 0xff;
  }

  /** Where the key ends: its quotation mark, a colon, and any space stand before the value. */
  private int endOfName(int node) {
    int at = start(node) - 1;
    while (bytes[at] != ':') {
      at--;
    }
    at--;
    while (bytes[at] != '"') {
      at--;
    }
    return at;
  }

  String name(int node) {
    int end = endOfName(node);
    int length = lengthOfName(node);
    if (length < ODD_NAME) {
      return new String(bytes, end - length, length, UTF_8);
    }
    int start = end;
    while (bytes[start - 1] != '"' || bytes[start - 2] == '\\') {
      start--;
    }
    return JsonEscapes.decode(bytes, start, end);
  }

  boolean isNamed(int node, String name) {
    int length = lengthOfName(node);
    if (length == ODD_NAME) {
      return name.equals(name(node));
    }
    if (length != name.length()) {
      return false;
    }
    int start = endOfName(node) - length;
    for (int i = 0; i < length; i++) {
      if (bytes[start + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two nodes have the same key. */
  boolean isNamedAs(int node, int other) {
    int length = lengthOfName(node);
    int otherLength = lengthOfName(other);
    if (length == ODD_NAME || otherLength == ODD_NAME) {
      return isNamed(other, name(node));
    }
    if (length != otherLength) {
      return false;
    }
    int end = endOfName(node);
    int otherEnd = endOfName(other);
    return Arrays.equals(bytes, end - length, end, bytes, otherEnd - length, otherEnd);
  }

  /** A hash of a node's key, the same as {@link #hash(String)} of its text. */
  int hashOfName(int node) {
    int length = lengthOfName(node);
    if (length == ODD_NAME) {
      return hash(name(node));
    }
    int start = endOfName(node) - length;
    return length == 0
        ? 0
        : hash(
            length,
            bytes[start],
            bytes[start + length / 3],
            bytes[start + length * 2 / 3],
            bytes[start + length - 1]);
  }

  static int hash(String name) {
    int length = name.length();
    return length == 0
        ? 0
        : hash(
            length,
            name.charAt(0),
            name.charAt(length / 3),
            name.charAt(length * 2 / 3),
            name.charAt(length - 1));
  }

  /** Of four of its letters: enough to tell a gateway's keys apart. */
  private static int hash(int length, int first, int second, int third, int last) {
    int mixed = (((length * 31 + first) * 31 + second) * 31 + third) * 31 + last;
    return mixed ^ (mixed >>> 7);
  }

  // --- whatever it is

  /**
   * Returns a value as a {@link JsonObject}, a {@code List}, a {@code String}, a {@code Boolean}, a
   * {@link JsonObject.Literal} or null.
   */
  @Nullable Object value(int node) {
    return switch (first(node)) {
      case '{' -> new JsonObject(this, node);
      case '[' -> elements(node);
      case '"' -> text(node);
      case 't' -> true;
      case 'f' -> false;
      case 'n' -> null;
      default -> new JsonObject.Literal(text(node));
    };
  }

  private List<@Nullable Object> elements(int node) {
    List<@Nullable Object> elements = new ArrayList<>();
    int end = next(node);
    for (int each = node + SIZE; each < end; each = next(each)) {
      elements.add(value(each));
    }
    return elements;
  }

  /**
   * Writes where a node stands like {@code $.response.list[0]}. For problems alone: it searches.
   */
  String path(int node) {
    StringBuilder path = new StringBuilder("$");
    int at = ROOT;
    while (at != node) {
      boolean array = first(at) == '[';
      int index = 0;
      at += SIZE;
      for (int next = next(at); next <= node; next = next(at)) {
        at = next;
        index++;
      }
      if (array) {
        path.append('[').append(index).append(']');
      } else {
        path.append('.').append(name(at));
      }
    }
    return path.toString();
  }
}
