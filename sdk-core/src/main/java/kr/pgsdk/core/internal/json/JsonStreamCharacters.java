package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * {@link JsonCharacters} for a document that comes in piece by piece. It refuses words in capitals
 * too, because nobody can look at their letters again later: outside of a text only a number has a
 * capital letter, the E of its exponent.
 */
final class JsonStreamCharacters {
  private static final int PIECE = 512;

  /** The longest beginning of a character that a piece may end in. */
  private static final int MAX_CUT_OFF = 3;

  private final CharsetDecoder decoder = UTF_8.newDecoder(); // reports what isn't UTF-8
  private final CharBuffer characters = CharBuffer.allocate(PIECE);
  private ByteBuffer unread = ByteBuffer.allocate(MAX_CUT_OFF + PIECE);
  private boolean inText;
  private boolean escaped;
  private char last;

  /** Looks at the next {@code length} bytes; throws {@link JsonProblem} if they can't be JSON. */
  void next(byte[] bytes, int length) {
    if (unread.capacity() < MAX_CUT_OFF + length) {
      unread = ByteBuffer.allocate(MAX_CUT_OFF + length).put(unread.flip());
    }
    unread.put(bytes, 0, length).flip();
    look(false);
    unread.compact();
  }

  /** The document has ended; throws {@link JsonProblem} if that was amid a character. */
  void end() {
    unread.flip();
    look(true);
  }

  private void look(boolean isEnd) {
    CoderResult result;
    do {
      result = decoder.decode(unread, characters, isEnd);
      if (result.isError()) {
        throw new JsonProblem("$", "is not UTF-8");
      }
      characters.flip();
      while (characters.hasRemaining()) {
        look(characters.get());
      }
      characters.clear();
    } while (result.isOverflow());
  }

  private void look(char c) {
    if (escaped && !JsonCharacters.isEscape(c)) {
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
