package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Optional fields, with every way in which Iamport writes "nothing". */
final class Fields {
  /** As JSON; PHP writes an empty object as an empty array. */
  private static final Set<String> NO_OBJECT = Set.of("\"\"", "\"null\"", "0", "[]");

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

  /**
   * As {@link #textOrNull}, for what money depends on.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is there twice, or is neither text nor
   *     number
   */
  static @Nullable String strictText(JsonObject json, String name) {
    String text = json.strictText(name);
    return text == null || text.isBlank() || text.equals("null") ? null : text;
  }

  /**
   * A moment that money depends on, in seconds since 1970, also written as a text: null if Iamport
   * says nothing, {@link Instant#EPOCH} if it says 0, which means never.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is there twice, or is no moment
   */
  static @Nullable Instant strictTime(JsonObject json, String name) {
    if (strictText(json, name) == null) {
      return null;
    }
    Instant time = json.epochSeconds(name);
    if (time != null) {
      return time;
    }
    BigDecimal number = json.number(name);
    if (number != null && number.signum() == 0) {
      return Instant.EPOCH;
    }
    throw json.problem(name, "is no time in seconds since 1970");
  }

  /**
   * An object that money depends on; null for nothing.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is there twice, or is anything else
   */
  static @Nullable JsonObject strictObject(JsonObject json, String name) {
    json.requireOnce(name);
    String value = json.json(name);
    if (value == null || NO_OBJECT.contains(value)) {
      return null;
    }
    return json.requiredObject(name);
  }

  /** A whole number, also one written as a text; a zero is a number, not nothing. */
  static OptionalInt integer(JsonObject json, String name) {
    Integer number = json.integer(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * A yes or no that money depends on; absent and null are no.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is anything else
   */
  static boolean flag(JsonObject json, String name) {
    json.requireOnce(name);
    Boolean flag = json.bool(name);
    if (flag != null) {
      return flag;
    }
    String text = strictText(json, name);
    return switch (text == null ? "false" : text) {
      case "0", "false" -> false;
      case "1", "true" -> true;
      default -> throw json.problem(name, "is neither true nor false");
    };
  }
}
