package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: one whole document, nothing around it, no extensions. */
public final class Json {
  private Json() {}

  /**
   * Returns the object that {@code body} is.
   *
   * @throws JsonProblem if it is anything else
   */
  public static JsonObject object(JsonBody body) {
    return object(nodes(body.json()));
  }

  /**
   * Returns the object that {@code bytes} hold.
   *
   * @param bytes not copied: they must not change any more
   * @throws JsonProblem if they hold anything else
   */
  public static JsonObject object(byte[] bytes) {
    return object(nodes(bytes));
  }

  private static JsonObject object(JsonNodes nodes) {
    if (nodes.first(JsonNodes.ROOT) != '{') {
      throw new JsonProblem("$", "is not an object");
    }
    return new JsonObject(nodes, JsonNodes.ROOT);
  }

  /**
   * Returns what {@code body} holds: a {@link JsonObject}, a {@code List}, a {@code String}, a
   * {@code Boolean}, an opaque number or null.
   *
   * @throws JsonProblem if it isn't one JSON document
   */
  public static @Nullable Object document(JsonBody body) {
    return nodes(body.json()).value(JsonNodes.ROOT);
  }

  /**
   * Returns what {@code bytes} hold, as {@link #document(JsonBody)} does.
   *
   * @param bytes not copied: they must not change any more
   * @throws JsonProblem if they aren't one JSON document
   */
  public static @Nullable Object document(byte[] bytes) {
    return nodes(bytes).value(JsonNodes.ROOT);
  }

  private static JsonNodes nodes(byte[] bytes) {
    if (bytes.length == 0) {
      throw new JsonProblem("$", "is empty");
    }
    return JsonScanner.scan(bytes);
  }

  /** Returns all texts and numbers that a document holds, names apart; none if it can't be read. */
  public static List<String> textsOf(String document) {
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
}
