package kr.pgsdk.toss.internal;

import java.util.function.Function;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * Sees that an answer is about what was asked for. One about something else, such as another
 * request's that a proxy has kept, is malformed; after a change it leaves doubt.
 */
public final class Asked {
  private Asked() {}

  /**
   * Returns a reader of an object that names what was asked for.
   *
   * @param name the field that names it
   * @param asked what was asked for; no message shows it
   */
  public static <T> Function<JsonObject, T> about(
      String name, String asked, Function<JsonObject, T> reader) {
    return json -> {
      String named = json.strictText(name);
      if (named == null) {
        throw json.problem(name, "is missing");
      }
      if (!named.equals(asked)) {
        throw json.problem(name, "is not the one that was asked for");
      }
      return reader.apply(json);
    };
  }
}
