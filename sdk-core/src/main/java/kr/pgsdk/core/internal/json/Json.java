package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: one whole document, nothing around it, no extensions. */
public final class Json {
  /** How large a document may be, and a list's element: a hundred times the largest payment. */
  public static final int MAX_OBJECT_BYTES = 1 << 20;

  /** How large a list may be that is read element by element. */
  public static final int MAX_LIST_BYTES = 16 << 20;

  private Json() {}

  /**
   * Returns the object that {@code bytes} hold.
   *
   * @throws JsonProblem if they hold anything else
   */
  public static JsonObject object(byte[] bytes) {
    return object(document(bytes));
  }

  /**
   * As {@link #object(byte[])}.
   *
   * @param names what is likely to be in it, and asked for at once
   */
  public static JsonObject object(byte[] bytes, JsonNames names) {
    return object(document(bytes, names));
  }

  static JsonObject object(@Nullable Object document) {
    if (document instanceof JsonObject object) {
      return object;
    }
    throw new JsonProblem("$", "is not an object");
  }

  /**
   * Returns what {@code bytes} hold: a {@link JsonObject}, a {@code List}, a {@code String}, a
   * {@code Boolean}, an opaque number or null.
   *
   * @throws JsonProblem if they aren't one JSON document
   */
  public static @Nullable Object document(byte[] bytes) {
    return document(bytes, JsonNames.NONE);
  }

  private static @Nullable Object document(byte[] bytes, JsonNames names) {
    if (bounded(bytes).length > MAX_OBJECT_BYTES) {
      throw JsonTree.tooLarge();
    }
    return JsonTree.read(bytes, names);
  }

  /**
   * Returns what {@code bytes} hold as compact JSON text. A list is rewritten element by element.
   *
   * @throws JsonProblem if they aren't one JSON document
   */
  public static String text(byte[] bytes) {
    StringBuilder elements = new StringBuilder();
    Object document =
        JsonTree.read(
            bounded(bytes),
            List.of(),
            (array, element) ->
                elements.append(elements.isEmpty() ? "" : ",").append(JsonText.of(element)));
    return document instanceof List<?> ? "[" + elements + "]" : JsonText.of(document);
  }

  /** Returns {@code bytes} if they are no more than a list may have. */
  static byte[] bounded(byte[] bytes) {
    if (bytes.length == 0) {
      throw new JsonProblem("$", "is empty");
    }
    if (bytes.length > MAX_LIST_BYTES) {
      throw new JsonProblem("$", "is larger than 16 MiB");
    }
    return bytes;
  }

  /**
   * Returns all texts and numbers that a document holds, names apart. A list is looked at element
   * by element.
   *
   * @throws JsonProblem if it isn't one document
   */
  public static List<String> textsOf(String document) {
    List<String> texts = new ArrayList<>();
    Object rest =
        JsonTree.read(
            bounded(document.getBytes(UTF_8)),
            List.of(),
            (array, element) -> collect(element, texts));
    collect(rest, texts);
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
}
