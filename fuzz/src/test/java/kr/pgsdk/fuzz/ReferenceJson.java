package kr.pgsdk.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A second JSON reader, written from RFC 8259 alone and as plain as possible. Numbers keep their
 * text; of equal keys the last one wins.
 *
 * <p>If lenient, it also accepts control characters inside a string, as the SDK does.
 */
public final class ReferenceJson {
  /** A number's text. */
  public record Numeral(String text) {}

  /** The text is not JSON. */
  public static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJson(int at) {
      super("not JSON at " + at, null, false, false);
    }
  }

  private final String text;
  private final boolean lenient;
  private int at;
  private int depth;
  private int deepest;
  private boolean overflowsToZero;

  private ReferenceJson(String text, boolean lenient) {
    this.text = text;
    this.lenient = lenient;
  }

  /**
   * A document and how deep it is nested; {@code value} is null for the word null.
   *
   * @param overflowsToZero whether some digits that a number begins with, and doesn't end with, are
   *     a multiple of 2 to the power of 64: Moshi takes what follows for digits after a zero
   */
  public record Document(Object value, int deepest, boolean overflowsToZero) {}

  /**
   * Reads a document.
   *
   * @throws NotJson if the text is not JSON
   */
  public static Document read(byte[] bytes, boolean lenient) {
    ReferenceJson reader = new ReferenceJson(decoded(bytes), lenient);
    reader.space();
    Object value = reader.value();
    reader.space();
    if (reader.at != reader.text.length()) {
      throw new NotJson(reader.at);
    }
    return new Document(value, reader.deepest, reader.overflowsToZero);
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotJson(0);
    }
  }

  private Object value() {
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numeral();
      default -> word();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    enter();
    if (peek() == '}') {
      leave();
      return members;
    }
    while (true) {
      if (peek() != '"') {
        throw new NotJson(at);
      }
      String name = string();
      space();
      take(':');
      space();
      members.put(name, value());
      space();
      if (peek() == '}') {
        leave();
        return members;
      }
      take(',');
      space();
    }
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    enter();
    if (peek() == ']') {
      leave();
      return elements;
    }
    while (true) {
      elements.add(value());
      space();
      if (peek() == ']') {
        leave();
        return elements;
      }
      take(',');
      space();
    }
  }

  private void enter() {
    at++;
    depth++;
    deepest = Math.max(deepest, depth);
    if (depth > 1000) {
      throw new NotJson(at);
    }
    space();
  }

  private void leave() {
    at++;
    depth--;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c == '\\') {
        string.append(escaped());
      } else if (c < ' ' && !lenient) {
        throw new NotJson(at);
      } else {
        string.append(c);
      }
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new NotJson(at);
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new NotJson(at);
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Numeral numeral() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    return new Numeral(text.substring(start, at));
  }

  private void digits() {
    int start = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      overflowsToZero |= at > start && value == 0;
      value = value * 10 + text.charAt(at) - '0';
      at++;
    }
    if (at == start) {
      throw new NotJson(at);
    }
  }

  private Object word() {
    for (String word : List.of("true", "false", "null")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("null") ? null : Boolean.valueOf(word.equals("true"));
      }
    }
    throw new NotJson(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void take(char c) {
    if (peek() != c) {
      throw new NotJson(at);
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new NotJson(at);
    }
    return text.charAt(at);
  }
}
