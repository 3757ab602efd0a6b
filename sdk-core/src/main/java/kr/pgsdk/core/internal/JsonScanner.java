package kr.pgsdk.core.internal;

import java.util.Arrays;

/**
 * Walks once over the bytes of a JSON document (RFC 8259) and notes where its values lie: every
 * byte is looked at, none twice, and nothing is made of them yet.
 *
 * <p>Strict, but for one thing: a text may hold control characters as they are, since what banks
 * write is passed on by gateways unseen.
 */
final class JsonScanner {
  /** Deeper than any gateway nests, and far from the end of the stack. */
  private static final int MAX_DEPTH = 255;

  /** Bytes for each value in gateways' answers, rounded down: most documents fit at once. */
  private static final int BYTES_PER_NODE = 18;

  private static final int ESCAPES = 1;
  private static final int BEYOND_ASCII = 0x80;

  private final byte[] bytes;
  private int[] nodes;
  private int used;
  private int at;

  private JsonScanner(byte[] bytes) {
    this.bytes = bytes;
    this.nodes = new int[(bytes.length / BYTES_PER_NODE + 4) * JsonNodes.SIZE];
  }

  /**
   * Returns the values that {@code bytes} hold.
   *
   * @throws JsonProblem if they aren't one JSON document
   */
  static JsonNodes scan(byte[] bytes) {
    JsonScanner scanner = new JsonScanner(bytes);
    scanner.skipSpace();
    scanner.value(0, 0);
    scanner.skipSpace();
    if (scanner.at < bytes.length) {
      throw new JsonProblem("$", "is followed by something else");
    }
    return new JsonNodes(bytes, scanner.nodes);
  }

  private void value(long name, int depth) {
    switch (peek()) {
      case '{' -> object(name, depth);
      case '[' -> array(name, depth);
      case '"' -> text(name);
      case 't' -> word(name, "true");
      case 'f' -> word(name, "false");
      case 'n' -> word(name, "null");
      default -> number(name);
    }
  }

  private void object(long name, int depth) {
    int node = open(name, depth);
    if (peek() == '}') {
      at++;
    } else {
      do {
        long member = name();
        skipSpace();
        take(':');
        skipSpace();
        value(member, depth + 1);
      } while (goesOn('}'));
    }
    nodes[node + JsonNodes.END] = used;
  }

  private void array(long name, int depth) {
    int node = open(name, depth);
    if (peek() == ']') {
      at++;
    } else {
      do {
        value(0, depth + 1);
      } while (goesOn(']'));
    }
    nodes[node + JsonNodes.END] = used;
  }

  private int open(long name, int depth) {
    if (depth == MAX_DEPTH) {
      throw new JsonProblem("$", "is nested too deep");
    }
    int node = add(name, at);
    at++;
    skipSpace();
    return node;
  }

  /** Whether another member or element follows; moves on to it, or over the end. */
  private boolean goesOn(char close) {
    skipSpace();
    byte b = peek();
    at++;
    if (b == ',') {
      skipSpace();
      return true;
    }
    if (b != close) {
      throw broken();
    }
    return false;
  }

  /** Reads a key; returns where it begins, and its length in the lowest byte. Never 0. */
  private long name() {
    take('"');
    int start = at;
    boolean plain = skipRestOfText() == 0;
    int length = at - 1 - start;
    return (long) start << 8 | (plain ? Math.min(length, JsonNodes.ODD_NAME) : JsonNodes.ODD_NAME);
  }

  private void text(long name) {
    int node = add(name, at);
    at++;
    if ((skipRestOfText() & ESCAPES) != 0) {
      nodes[node + JsonNodes.VALUE] |= JsonNodes.ESCAPED;
    }
    nodes[node + JsonNodes.END] = at - 1;
  }

  /** Goes over a text and its closing quote; returns what there was besides plain ASCII. */
  private int skipRestOfText() {
    int seen = 0;
    int next = at; // half of the time is spent here: a local variable stays in a register
    while (next < bytes.length) {
      byte b = bytes[next];
      if (b == '"') {
        at = next + 1;
        return seen;
      }
      if (b == '\\') {
        at = next;
        escape();
        next = at;
        seen |= ESCAPES;
      } else {
        seen |= b & BEYOND_ASCII;
        next++;
      }
    }
    throw broken();
  }

  private void escape() {
    at++;
    byte escape = peek();
    at++;
    if (!JsonEscapes.isEscape(escape)) {
      throw broken();
    }
    if (escape == 'u') {
      for (int i = 0; i < 4; i++) {
        if (Character.digit(peek(), 16) < 0) {
          throw broken();
        }
        at++;
      }
    }
  }

  private void word(long name, String word) {
    int node = add(name, at);
    for (int i = 0; i < word.length(); i++) {
      take(word.charAt(i));
    }
    nodes[node + JsonNodes.END] = at;
  }

  private void number(long name) {
    int node = add(name, at);
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (isAt('.')) {
      at++;
      digits();
    }
    if (isAt('e') || isAt('E')) {
      at++;
      if (isAt('+') || isAt('-')) {
        at++;
      }
      digits();
    }
    nodes[node + JsonNodes.END] = at;
  }

  private void digits() {
    int start = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw broken();
    }
  }

  private int add(long name, int start) {
    if (used == nodes.length) {
      nodes = Arrays.copyOf(nodes, (used / JsonNodes.SIZE * 3 / 2) * JsonNodes.SIZE);
    }
    int node = used;
    nodes[node + JsonNodes.NAME] = name == 0 ? 0 : JsonNodes.name(name, start);
    nodes[node + JsonNodes.VALUE] = start;
    used += JsonNodes.SIZE;
    return node;
  }

  private void skipSpace() {
    int next = at;
    while (next < bytes.length && isSpace(bytes[next])) {
      next++;
    }
    at = next;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean isAt(char c) {
    return at < bytes.length && bytes[at] == c;
  }

  private void take(char c) {
    if (peek() != c) {
      throw broken();
    }
    at++;
  }

  private byte peek() {
    if (at >= bytes.length) {
      throw broken();
    }
    return bytes[at];
  }

  private static JsonProblem broken() {
    return new JsonProblem("$", "is not JSON, or breaks off");
  }
}
