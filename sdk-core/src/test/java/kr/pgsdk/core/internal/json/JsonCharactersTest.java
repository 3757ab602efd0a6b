package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document is judged alike, in whatever pieces it comes. */
class JsonCharactersTest {
  static Stream<byte[]> accepted() {
    return Stream.of(
            "{\"name\":\"é 한글 🍀\",\"ok\":true}",
            "[1E5,1.5E+3,\"TRUE \\\" NULL\",\"\\\\\",null]",
            "\"\\u00e9\\n\"")
        .map(text -> text.getBytes(UTF_8));
  }

  static Stream<byte[]> refused() {
    return Stream.of(
        "{\"a\":TRUE}".getBytes(UTF_8),
        "[1,Null]".getBytes(UTF_8),
        "[E]".getBytes(UTF_8),
        "\"\\'\"".getBytes(UTF_8),
        "\"\\é\"".getBytes(UTF_8),
        "\"é\"".getBytes(ISO_8859_1),
        Arrays.copyOf("\"한".getBytes(UTF_8), 3));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void whatCanBeJson_isAccepted_inAnyPieces(byte[] document) {
    JsonCharacters.require(document);
    for (int size = 1; size <= document.length; size++) {
      assertThat(problemInPieces(document, size)).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCanNotBeJson_isRefused_inAnyPieces(byte[] document) {
    assertThat(catchThrowableOfType(JsonProblem.class, () -> JsonCharacters.require(document)))
        .isNotNull();
    for (int size = 1; size <= document.length; size++) {
      assertThat(problemInPieces(document, size)).isNotNull();
    }
  }

  private static @Nullable JsonProblem problemInPieces(byte[] document, int size) {
    return catchThrowableOfType(
        JsonProblem.class,
        () -> {
          JsonCharacters characters = new JsonCharacters();
          for (int start = 0; start < document.length; start += size) {
            byte[] piece =
                Arrays.copyOfRange(document, start, Math.min(start + size, document.length));
            characters.next(piece, piece.length);
          }
          characters.end();
        });
  }
}
