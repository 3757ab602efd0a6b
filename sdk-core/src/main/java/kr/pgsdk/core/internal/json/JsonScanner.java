package kr.pgsdk.core.internal.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Walks once over the bytes of a JSON document (RFC 8259) and notes where its values lie: every
 * byte is looked at, and nothing is made of them yet.
 *
 * <p>Strict, but for the inside of texts, since what banks write is passed on by gateways unseen:
 * it may hold control characters as they are, and what is not UTF-8 becomes U+FFFD.
 *
 * <p>Most methods take the position of what they go over and return the one behind it: a position
 * that is handed on stays in a register, which halves the time.
 */
final class JsonScanner {
  /** Deeper than any gateway nests, and far from the end of the stack. */
  private static final int MAX_DEPTH = 255;

  /** Bytes for each value in gateways' payments, rounded down: most documents fit at once. */
  private static final int BYTES_PER_NODE = 22;

  private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = LOWEST_BITS << 7;
  private static final long QUOTATION_MARKS = LOWEST_BITS * '"';
  private static final long BACKSLASHES = LOWEST_BITS * '\\';

  private final byte[] bytes;

  /** The same bytes; eight of them are a number with the first one lowest. */
  private final ByteBuffer eights;

  private int[] nodes;
  private int used;

  /** The text that was gone over last held escapes, or letters beyond ASCII. */
  private boolean escapes;

  private boolean beyondAscii;

  private JsonScanner(byte[] bytes) {
    this.bytes = bytes;
    this.eights = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.nodes = new int[(bytes.length / BYTES_PER_NODE + 4) * JsonNodes.SIZE];
  }

  /**
   * Returns the values that {@code bytes} hold.
   *
   * @throws JsonProblem if they aren't one JSON document
   */
  static JsonNodes scan(byte[] bytes) {
    if (bytes.length > JsonNodes.MAX_BYTES) {
      throw new JsonProblem("$", "is larger than 16 MiB");
    }
    JsonScanner scanner = new JsonScanner(bytes);
    int end = scanner.space(scanner.value(scanner.space(0), 0, 0));
    if (end < bytes.length) {
      throw new JsonProblem("$", "is followed by something else");
    }
    return new JsonNodes(bytes, scanner.nodes);
  }

  /**
   * Goes over a value.
   *
   * @param nameLength its key's, as {@link JsonNodes} notes it; 0 for none
   */
  private int value(int at, int nameLength, int depth) {
    byte first = byteAt(at);
    if (first == '"') {
      return text(at, nameLength);
    }
    int node = add(nameLength, at);
    int end =
        switch (first) {
          case '{' -> members(at, depth);
          case '[' -> elements(at, depth);
          case 't' -> word(at, "true");
          case 'f' -> word(at, "false");
          case 'n' -> word(at, "null");
          default -> number(at);
        };
    boolean container = first == '{' || first == '[';
    nodes[node + JsonNodes.END] = container ? ~used : end;
    return end;
  }

  private int text(int at, int nameLength) {
    int node = add(nameLength, at);
    int end = text(at + 1);
    nodes[node + JsonNodes.END] = escapes ? (end - 1) | JsonNodes.ESCAPED : end - 1;
    return end;
  }

  private int members(int brace, int depth) {
    int at = space(inside(brace, depth));
    if (byteAt(at) == '}') {
      return at + 1;
    }
    while (true) {
      require(at, '"');
      int start = at + 1;
      at = text(start);
      int length =
          escapes || beyondAscii
              ? JsonNodes.ODD_NAME
              : Math.min(at - 1 - start, JsonNodes.ODD_NAME);
      at = space(at);
      require(at, ':');
      at = space(value(space(at + 1), length, depth + 1));
      if (byteAt(at) == '}') {
        return at + 1;
      }
      require(at, ',');
      at = space(at + 1);
    }
  }

  private int elements(int bracket, int depth) {
    int at = space(inside(bracket, depth));
    if (byteAt(at) == ']') {
      return at + 1;
    }
    while (true) {
      at = space(value(at, 0, depth + 1));
      if (byteAt(at) == ']') {
        return at + 1;
      }
      require(at, ',');
      at = space(at + 1);
    }
  }

  private static int inside(int open, int depth) {
    if (depth == MAX_DEPTH) {
      throw new JsonProblem("$", "is nested too deep");
    }
    return open + 1;
  }

  /** Goes over the inside of a text and its closing quote, and notes what it is made of. */
  private int text(int start) {
    escapes = false;
    beyondAscii = false;
    int at = plain(start);
    while (byteAt(at) == '\\') {
      escapes = true;
      at = plain(escape(at));
    }
    return at + 1;
  }

  /** Goes over a text as far as the next quotation mark or backslash, eight bytes at a time. */
  private int plain(int start) {
    int at = start;
    long seen = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long eight = eights.getLong(at);
      long ends = zeros(eight ^ QUOTATION_MARKS) | zeros(eight ^ BACKSLASHES);
      if (ends != 0) {
        int bits = Long.numberOfTrailingZeros(ends) & -Byte.SIZE;
        long before = (1L << bits) - 1;
        beyondAscii |= ((seen | (eight & before)) & HIGHEST_BITS) != 0;
        return at + bits / Byte.SIZE;
      }
      seen |= eight;
    }
    while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
      seen |= bytes[at];
      at++;
    }
    beyondAscii |= (seen & HIGHEST_BITS) != 0;
    return at;
  }

  /** Marks the bytes that are zero by their highest bit; of several, surely the lowest. */
  private static long zeros(long eight) {
    return (eight - LOWEST_BITS) & ~eight & HIGHEST_BITS;
  }

  private int escape(int backslash) {
    byte escape = byteAt(backslash + 1);
    if (!JsonEscapes.isEscape(escape)) {
      throw broken();
    }
    int at = backslash + 2;
    if (escape == 'u') {
      for (int end = at + 4; at < end; at++) {
        if (Character.digit(byteAt(at), 16) < 0) {
          throw broken();
        }
      }
    }
    return at;
  }

  private int word(int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      require(at + i, word.charAt(i));
    }
    return at + word.length();
  }

  private int number(int start) {
    int at = byteAt(start) == '-' ? start + 1 : start;
    at = byteAt(at) == '0' ? at + 1 : digits(at);
    if (isAt(at, '.')) {
      at = digits(at + 1);
    }
    if (isAt(at, 'e') || isAt(at, 'E')) {
      at++;
      at = digits(isAt(at, '+') || isAt(at, '-') ? at + 1 : at);
    }
    return at;
  }

  private int digits(int start) {
    int at = start;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw broken();
    }
    return at;
  }

  private int add(int nameLength, int start) {
    if (used == nodes.length) {
      nodes = Arrays.copyOf(nodes, used / JsonNodes.SIZE * 3 / 2 * JsonNodes.SIZE);
    }
    int node = used;
    nodes[node + JsonNodes.VALUE] = JsonNodes.value(start, nameLength);
    used += JsonNodes.SIZE;
    return node;
  }

  private int space(int start) {
    int at = start;
    while (at < bytes.length && bytes[at] <= ' ' && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean isAt(int at, char c) {
    return at < bytes.length && bytes[at] == c;
  }

  private void require(int at, char c) {
    if (!isAt(at, c)) {
      throw broken();
    }
  }

  private byte byteAt(int at) {
    if (at >= bytes.length) {
      throw broken();
    }
    return bytes[at];
  }

  private static JsonProblem broken() {
    return new JsonProblem("$", "is not JSON, or breaks off");
  }
}
