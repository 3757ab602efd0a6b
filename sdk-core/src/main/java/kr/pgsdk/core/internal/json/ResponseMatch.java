package kr.pgsdk.core.internal.json;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Sees that a response is about what was asked for. One about something else, such as another
 * request's that a proxy has kept, is malformed; after a change it leaves doubt.
 */
public final class ResponseMatch {
  private ResponseMatch() {}

  /**
   * Returns a reader of an object that names what was asked for.
   *
   * @param name the field that names it
   * @param asked what was asked for; no message shows it
   */
  public static <T> Function<JsonObject, T> about(
      String name, String asked, Function<JsonObject, T> reader) {
    return aboutOneOf(name, List.of(asked), reader);
  }

  /** As {@link #about}, of an object that may leave it out, as some rows of lists do. */
  public static <T> Function<JsonObject, T> aboutIfNamed(
      String name, String asked, Function<JsonObject, T> reader) {
    Function<JsonObject, T> about = about(name, asked, reader);
    return json -> (json.strictText(name) == null ? reader : about).apply(json);
  }

  /** As {@link #about}, of an object that names one of several. */
  public static <T> Function<JsonObject, T> aboutOneOf(
      String name, Collection<String> asked, Function<JsonObject, T> reader) {
    return json -> {
      String named = json.strictText(name);
      if (named == null) {
        throw json.problem(name, "is missing");
      }
      if (!asked.contains(named)) {
        throw json.problem(name, "is not the one that was asked for");
      }
      return reader.apply(json);
    };
  }
}
