package kr.pgsdk.portone.internal;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a merchant names by itself in partner settlement: properties, parameters, formulas. */
public final class PlatformFields {
  private static final int MAX_SCALE = 5; // rest-v2, PlatformSettlementParameterValue

  private PlatformFields() {}

  /** Properties in an object by their keys: {@code {"KEY": {"string": "..."}}}. Unmodifiable. */
  public static Map<String, String> properties(JsonObject json) {
    return each(json, key -> valueOf(json.object(key)));
  }

  /** Properties in an array: {@code [{"key": "KEY", "value": {"string": "..."}}]}. Unmodifiable. */
  public static Map<String, String> properties(List<JsonObject> pairs) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (JsonObject pair : pairs) {
      String key = pair.text("key");
      String value = valueOf(pair.object("value"));
      if (key != null && value != null) {
        properties.put(key, value);
      }
    }
    return Collections.unmodifiableMap(properties);
  }

  private static @Nullable String valueOf(@Nullable JsonObject value) {
    return value == null ? null : value.text("string");
  }

  /** What formulas came to, by their keys. Unmodifiable. */
  public static Map<String, BigDecimal> formulas(JsonObject json) {
    return each(json, json::number);
  }

  /** Parameters: {@code {"KEY": {"decimal": 125, "decimalScale": 1}}} is 12.5. Unmodifiable. */
  public static Map<String, BigDecimal> parameters(JsonObject json) {
    return each(json, key -> decimal(json.object(key)));
  }

  private static @Nullable BigDecimal decimal(@Nullable JsonObject parameter) {
    BigDecimal digits = parameter == null ? null : parameter.number("decimal");
    Integer scale = parameter == null ? null : parameter.integer("decimalScale");
    if (digits == null || (scale != null && (scale < 0 || scale > MAX_SCALE))) {
      return null;
    }
    return digits.movePointLeft(scale == null ? 0 : scale);
  }

  private static <T> Map<String, T> each(JsonObject json, Function<String, @Nullable T> value) {
    Map<String, T> all = new LinkedHashMap<>();
    for (String key : json.names()) {
      T read = value.apply(key);
      if (read != null) {
        all.put(key, read);
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** A property's value as a request has it. */
  public static RequestFields property(String value) {
    return new RequestFields().personal("string", value);
  }

  /** A property as an array in a request has it. */
  public static RequestFields property(String key, String value) {
    return new RequestFields().text("key", key).object("value", property(value));
  }

  /**
   * A parameter as a request has it.
   *
   * @throws IllegalArgumentException if it has more than 5 digits behind the point, or more digits
   *     than a long
   */
  public static RequestFields parameter(String key, BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (plain.scale() > MAX_SCALE || plain.precision() > 18) {
      throw new IllegalArgumentException(
          key + " must have at most 18 digits, and 5 of them behind the point: it is " + value);
    }
    return new RequestFields()
        .number("decimal", plain.unscaledValue().longValue(), Long.MIN_VALUE, Long.MAX_VALUE)
        .number("decimalScale", plain.scale(), 0, MAX_SCALE);
  }
}
