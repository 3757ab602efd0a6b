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
 *   <li>that nothing but JSON's nine characters follows a backslash. Moshi reads {@code \'} as
 *       well, and so another id than the one that was sent as {@code \'} by whoever doesn't write
 *       JSON;
 *   <li>that {@code true}, {@code false} and {@code null} aren't in capitals: outside of a text
 *       only a number has a capital letter, the E of its exponent.
 * </ul>
 */
final class JsonCharacters {
  private static final String ESCAPES = "\"\\/bfnrtu";
  private static final int DECODED_AT_ONCE = 64;

  private final CharsetDecoder decoder = UTF_8.newDecoder(); // reports what isn't UTF-8
  private final CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
  private ByteBuffer cutOff = ByteBuffer.allocate(0);
  private boolean inText;
  private boolean escaped;
  private byte last;

  /** Looks at a whole document; throws {@link JsonProblem} if it can't be JSON. */
  static void require(byte[] document) {
    JsonCharacters characters = new JsonCharacters();
    characters.next(document, document.length);
    characters.end();
  }

  /** Looks at the next {@code length} bytes; throws {@link JsonProblem} if they can't be JSON. */
  void next(byte[] bytes, int length) {
    ByteBuffer unread = ByteBuffer.wrap(bytes, 0, length);
    if (cutOff.hasRemaining()) {
      unread = ByteBuffer.allocate(cutOff.remaining() + length).put(cutOff).put(unread).flip();
    }
    decode(unread, false);
    if (unread.hasRemaining()) {
      cutOff = ByteBuffer.allocate(unread.remaining()).put(unread).flip();
    }
    for (int i = 0; i < length; i++) {
      look(bytes[i]);
    }
  }

  /** The document has ended; throws {@link JsonProblem} if that was amid a character. */
  void end() {
    decode(cutOff, true);
  }

  private void decode(ByteBuffer unread, boolean isEnd) {
    CoderResult result;
    do {
      result = decoder.decode(unread, decoded.clear(), isEnd);
      if (result.isError()) {
        throw new JsonProblem("$", "is not UTF-8");
      }
    } while (result.isOverflow());
  }

  /** In UTF-8 no byte of another character looks like one of these. */
  private void look(byte c) {
    if (escaped && ESCAPES.indexOf(c) < 0) {
      throw JsonTree.broken();
    }
    if (!inText && c >= 'A' && c <= 'Z' && !(c == 'E' && last >= '0' && last <= '9')) {
      throw JsonTree.broken();
    }
    inText ^= c == '"' && !escaped;
    escaped = !escaped && c == '\\';
    last = c;
  }
}
