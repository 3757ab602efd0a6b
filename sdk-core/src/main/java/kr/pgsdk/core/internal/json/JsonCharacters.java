package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * What Moshi doesn't look at in a document, which may come in piece by piece:
 *
 * <ul>
 *   <li>whether it is UTF-8, which Moshi would mend in silence;
 *   <li>that one of JSON's nine characters follows a backslash. Moshi takes {@code \'} for an
 *       apostrophe, and so would read another id than the sender wrote;
 *   <li>how deep it is nested, which Moshi limits elsewhere;
 *   <li>that {@code true}, {@code false} and {@code null} aren't in capitals: outside of a text
 *       only a number has a capital letter, the E of its exponent.
 * </ul>
 */
final class JsonCharacters {
  /** Far more levels than any gateway nests. */
  private static final int MAX_DEPTH = 64;

  private static final String ESCAPES = "\"\\/bfnrtu";
  private static final int DECODED_AT_ONCE = 64;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** The beginning of a character whose end hasn't come yet. */
  private ByteBuffer cutOff = NOTHING;

  private boolean inText;
  private boolean escaped;
  private byte last;
  private int depth;

  /** Looks at a whole document; throws {@link JsonProblem} if it can't be JSON. */
  static void require(byte[] document) {
    JsonCharacters characters = new JsonCharacters();
    characters.next(document, document.length);
    characters.end();
  }

  /** Looks at the next {@code length} bytes; throws {@link JsonProblem} if they can't be JSON. */
  void next(byte[] bytes, int length) {
    boolean ascii = look(bytes, length);
    if (!ascii || cutOff.hasRemaining()) {
      requireUtf8(ByteBuffer.wrap(bytes, 0, length));
    }
  }

  /** The document has ended; throws {@link JsonProblem} if that was amid a character. */
  void end() {
    if (cutOff.hasRemaining()) {
      throw notUtf8();
    }
  }

  private void requireUtf8(ByteBuffer piece) {
    ByteBuffer unread = piece;
    if (cutOff.hasRemaining()) {
      unread =
          ByteBuffer.allocate(cutOff.remaining() + piece.remaining()).put(cutOff).put(piece).flip();
    }
    CharsetDecoder decoder = UTF_8.newDecoder(); // reports what isn't UTF-8
    CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
    CoderResult result;
    do {
      result = decoder.decode(unread, decoded.clear(), false);
      if (result.isError()) {
        throw notUtf8();
      }
    } while (result.isOverflow());
    if (unread.hasRemaining()) {
      cutOff = ByteBuffer.allocate(unread.remaining()).put(unread).flip();
    }
  }

  private static JsonProblem notUtf8() {
    return new JsonProblem("$", "is not UTF-8");
  }

  /**
   * Looks at characters byte by byte: in UTF-8 no byte of another one looks like one of these.
   * Returns whether all are ASCII.
   */
  private boolean look(byte[] bytes, int length) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      byte c = bytes[i];
      ascii &= c >= 0;
      if (escaped) {
        if (ESCAPES.indexOf(c) < 0) {
          throw JsonTree.broken();
        }
        escaped = false;
      } else if (c == '"') {
        inText = !inText;
      } else if (inText) {
        escaped = c == '\\';
      } else if (c == '{' || c == '[') {
        deeper();
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c >= 'A' && c <= 'Z' && !(c == 'E' && last >= '0' && last <= '9')) {
        throw JsonTree.broken();
      }
      last = c;
    }
    return ascii;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw new JsonProblem("$", "is nested too deep");
    }
  }
}
