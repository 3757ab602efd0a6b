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

  private void value(int name, int depth) {
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

  private void object(int name, int depth) {
    int node = open(name, depth);
    if (peek() == '}') {
      at++;
    } else {
      do {
        int member = name();
        skipSpace();
        take(':');
        skipSpace();
        value(member, depth + 1);
      } while (goesOn('}'));
    }
    nodes[node + JsonNodes.END] = used;
  }

  private void array(int name, int depth) {
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

  private int open(int name, int depth) {
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

  /** Reads a key; returns where it begins, and its length in the lowest byte. */
  private int name() {
    take('"');
    int start = at;
    boolean odd = false;
    while (true) {
      byte b = peek();
      if (b == '"') {
        break;
      }
      if (b == '\\') {
        escape();
        odd = true;
      } else {
        odd |= b < 0;
        at++;
      }
    }
    int length = at - start;
    at++;
    return start << 8 | (odd ? JsonNodes.ODD_NAME : Math.min(length, JsonNodes.ODD_NAME));
  }

  private void text(int name) {
    int node = add(name, at);
    at++;
    while (true) {
      byte b = peek();
      if (b == '"') {
        break;
      }
      if (b == '\\') {
        escape();
        nodes[node + JsonNodes.VALUE] |= JsonNodes.ESCAPED;
      } else {
        at++;
      }
    }
    nodes[node + JsonNodes.END] = at;
    at++;
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

  private void word(int name, String word) {
    int node = add(name, at);
    for (int i = 0; i < word.length(); i++) {
      take(word.charAt(i));
    }
    nodes[node + JsonNodes.END] = at;
  }

  private void number(int name) {
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

  private int add(int name, int start) {
    if (used == nodes.length) {
      nodes = Arrays.copyOf(nodes, used * 2);
    }
    int node = used;
    nodes[node + JsonNodes.NAME] = name;
    nodes[node + JsonNodes.VALUE] = start;
    used += JsonNodes.SIZE;
    return node;
  }

  private void skipSpace() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b > ' ' || b < 0 || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
        return;
      }
      at++;
    }
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
