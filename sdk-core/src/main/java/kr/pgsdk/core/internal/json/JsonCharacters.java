package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * What Moshi doesn't look at in a document: whether it is UTF-8, which Moshi would mend in silence,
 * and that nothing but JSON's nine characters follows a backslash. Moshi reads {@code \'} as well,
 * and so another id than the one that was sent as {@code \'} by whoever doesn't write JSON.
 */
final class JsonCharacters {
  private static final String ESCAPES = "\"\\/bfnrtu";
  private static final int PIECE = 128;

  private JsonCharacters() {}

  /** Throws {@link JsonProblem} if these bytes can't be JSON for one of the two reasons. */
  static void require(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder(); // reports what isn't UTF-8
    ByteBuffer unread = ByteBuffer.wrap(bytes);
    CharBuffer piece = CharBuffer.allocate(PIECE);
    boolean escaped = false;
    CoderResult result;
    do {
      result = decoder.decode(unread, piece, true);
      if (result.isError()) {
        throw new JsonProblem("$", "is not UTF-8");
      }
      piece.flip();
      while (piece.hasRemaining()) {
        char c = piece.get();
        if (escaped && !isEscape(c)) {
          throw JsonTree.broken();
        }
        escaped = !escaped && c == '\\';
      }
      piece.clear();
    } while (result.isOverflow());
  }

  /** Whether JSON lets this character follow a backslash. */
  static boolean isEscape(char c) {
    return ESCAPES.indexOf(c) >= 0;
  }
}
