package kr.pgsdk.sandbox.iamport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Operations that are answered with an example of the documented shape: nothing is kept and no
 * money moves. They are listed in {@code examples.json}, by method and path. A text such as <code>
 * {imp_uid}</code> stands for what the path or the body has under this name.
 */
final class IamportExamples {
  /** By operation; read once: they never change. */
  private static final Map<String, @Nullable Object> ALL =
      Json.object(Resources.text(IamportExamples.class, "examples.json"));

  private IamportExamples() {}

  static void addTo(IamportRoutes routes) {
    ALL.forEach(
        (operation, response) -> {
          int space = operation.indexOf(' ');
          routes.answer(
              operation.substring(0, space),
              operation.substring(space + 1),
              call -> IamportEnvelope.success(filled(response, call)));
        });
  }

  private static @Nullable Object filled(@Nullable Object value, IamportCall call) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> filled = new LinkedHashMap<>();
      map.forEach((name, inner) -> filled.put(String.valueOf(name), filled(inner, call)));
      return filled;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> filled = new ArrayList<>();
      list.forEach(inner -> filled.add(filled(inner, call)));
      return filled;
    }
    if (value instanceof String text && text.startsWith("{")) {
      String name = text.substring(1, text.length() - 1);
      String named = call.optional(name);
      return named != null ? named : call.text(name);
    }
    return value;
  }
}
