package kr.pgsdk.core.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: one whole document, nothing around it, no extensions. */
public final class Json {
  private static final int MAX_RUN = 1 << 16;

  private Json() {}

  /**
   * Returns the object that {@code answer}'s body is.
   *
   * @throws JsonProblem if the body is anything else
   */
  public static JsonObject object(HttpAnswer answer) {
    if (document(answer) instanceof JsonObject object) {
      return object;
    }
    throw new JsonProblem("$", "is not an object");
  }

  /**
   * Returns what {@code answer}'s body holds: a {@link JsonObject}, a {@code List}, a {@code
   * String}, a {@code Boolean}, an opaque number or null.
   *
   * @throws JsonProblem if the body isn't one JSON document
   */
  public static @Nullable Object document(HttpAnswer answer) {
    if (answer.isTooLarge()) {
      throw new JsonProblem("$", "is larger than 8 MiB");
    }
    return document(answer.body());
  }

  /**
   * Returns the object that {@code bytes} hold.
   *
   * @throws JsonProblem if they hold anything else
   */
  public static JsonObject object(byte[] bytes) {
    if (document(bytes) instanceof JsonObject object) {
      return object;
    }
    throw new JsonProblem("$", "is not an object");
  }

  /**
   * Returns what {@code bytes} hold, as {@link #document(HttpAnswer)} does.
   *
   * @throws JsonProblem if they aren't one JSON document
   */
  public static @Nullable Object document(byte[] bytes) {
    if (bytes.length == 0) {
      throw new JsonProblem("$", "is empty");
    }
    requireNoTrap(bytes);
    try (JsonReader reader = JsonReader.of(new Buffer().write(bytes))) {
      Object document = value(reader, JsonPath.ROOT);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new JsonProblem("$", "is followed by something else");
      }
      return document;
    } catch (IOException | JsonDataException e) {
      // The reader's message may quote the body: it is dropped with the exception.
      throw new JsonProblem("$", "is not JSON, or breaks off");
    }
  }

  /** Returns all texts and numbers that a document holds, names apart; none if it can't be read. */
  static List<String> textsOf(String document) {
    List<String> texts = new ArrayList<>();
    try {
      collect(document(document.getBytes(UTF_8)), texts);
    } catch (JsonProblem e) {
      // Whoever sends it finds out.
    }
    return texts;
  }

  private static void collect(@Nullable Object value, List<String> texts) {
    if (value instanceof JsonObject object) {
      object.members().values().forEach(member -> collect(member, texts));
    } else if (value instanceof List<?> elements) {
      elements.forEach(element -> collect(element, texts));
    } else if (value instanceof String || value instanceof JsonObject.Literal) {
      texts.add(value.toString());
    }
  }

  /**
   * The reader looks for the end of a number or of white space with time that grows with the square
   * of its length: 8 MiB of digits would take it 13 seconds. And it takes the byte FF for the end
   * of the document, so that anything could follow. No gateway writes such things.
   */
  private static void requireNoTrap(byte[] bytes) {
    int run = 0;
    for (byte b : bytes) {
      if (b == (byte) 0xff) {
        throw new JsonProblem("$", "holds the byte FF, which is never in UTF-8");
      }
      boolean numberOrSpace =
          (b >= 0 && b <= ' ') || (b >= '0' && b <= '9') || b == '.' || b == '-';
      run = numberOrSpace ? run + 1 : 0;
      if (run > MAX_RUN) {
        throw new JsonProblem("$", "holds a number or a gap of more than " + MAX_RUN + " bytes");
      }
    }
  }

  private static @Nullable Object value(JsonReader reader, JsonPath path) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readObject(reader, path);
      case BEGIN_ARRAY -> readArray(reader, path);
      case STRING -> reader.nextString();
      case NUMBER -> new JsonObject.Literal(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> throw new JsonProblem(path.toString(), "is not a value");
    };
  }

  private static JsonObject readObject(JsonReader reader, JsonPath path) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    Set<String> repeated = Set.of();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      boolean known = members.containsKey(name);
      Object value = value(reader, path.member(name));
      members.put(name, value);
      if (known) {
        repeated = repeated.isEmpty() ? new HashSet<>() : repeated;
        repeated.add(name);
      }
    }
    reader.endObject();
    return new JsonObject(path, members, repeated);
  }

  private static List<@Nullable Object> readArray(JsonReader reader, JsonPath path)
      throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(value(reader, path.element(elements.size())));
    }
    reader.endArray();
    return elements;
  }
}
