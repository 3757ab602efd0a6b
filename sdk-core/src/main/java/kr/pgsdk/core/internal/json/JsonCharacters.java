package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/**
 * What Moshi doesn't look at in a document: whether it is UTF-8, which Moshi would mend in silence,
 * and that nothing but JSON's nine characters follows a backslash. Moshi reads {@code \'} as well,
 * and so another id than the one that was sent as {@code \'} by whoever doesn't write JSON.
 */
final class JsonCharacters {
  private static final String ESCAPES = "\"\\/bfnrtu";

  private JsonCharacters() {}

  /** Throws {@link JsonProblem} if these bytes can't be JSON for one of the two reasons. */
  static void require(byte[] bytes) {
    char[] piece = new char[Math.min(bytes.length, 8192)];
    boolean escaped = false;
    // A decoder of its own reports what an InputStreamReader's would replace.
    try (Reader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder())) {
      for (int read = reader.read(piece); read > 0; read = reader.read(piece)) {
        for (int i = 0; i < read; i++) {
          if (escaped && ESCAPES.indexOf(piece[i]) < 0) {
            throw JsonTree.broken();
          }
          escaped = !escaped && piece[i] == '\\';
        }
      }
    } catch (CharacterCodingException e) {
      throw new JsonProblem("$", "is not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
