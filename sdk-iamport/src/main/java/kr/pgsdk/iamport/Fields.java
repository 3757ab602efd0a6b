package kr.pgsdk.iamport;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.JsonObject;
import org.jspecify.annotations.Nullable;

/** Optional fields, with every way in which Iamport writes "nothing". */
final class Fields {
  private Fields() {}

  /** A text; empty for absent, null, {@code ""}, blanks and {@code "null"}. */
  static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(textOrNull(json, name));
  }

  /** As {@link #text}, with null for nothing. */
  static @Nullable String textOrNull(JsonObject json, String name) {
    String text = json.text(name);
    return text == null || text.isBlank() || text.equals("null") ? null : text;
  }

  /** A whole number, also one written as a text; a zero is a number, not nothing. */
  static OptionalInt integer(JsonObject json, String name) {
    Integer number = json.integer(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * A yes or no that money depends on; absent and null are no.
   *
   * @throws kr.pgsdk.core.internal.JsonProblem if it is anything else
   */
  static boolean flag(JsonObject json, String name) {
    Boolean flag = json.bool(name);
    if (flag != null) {
      return flag;
    }
    String text = json.text(name);
    if (text == null && !json.isNull(name) && !"\"\"".equals(json.json(name))) {
      throw json.problem(name, "is neither true nor false");
    }
    return switch (text == null ? "" : text) {
      case "", "0", "false", "null" -> false;
      case "1", "true" -> true;
      default -> throw json.problem(name, "is neither true nor false");
    };
  }
}
