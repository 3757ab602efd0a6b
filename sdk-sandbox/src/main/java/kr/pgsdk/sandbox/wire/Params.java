package kr.pgsdk.sandbox.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request body, sent as JSON or as a form. */
public final class Params {
  /** No fields. */
  public static final Params NONE = new Params(Map.of());

  private final Map<String, @Nullable Object> values;

  private Params(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * Reads the body of {@code request}: a form if it says so, else JSON; an empty one has no fields.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Params of(WireRequest request) {
    if (request.body().isBlank()) {
      return NONE;
    }
    String type = request.header("Content-Type");
    if (type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      Map<String, @Nullable Object> form = new LinkedHashMap<>();
      for (Map.Entry<String, String> pair : WireRequest.pairs(request.body())) {
        form.put(pair.getKey(), pair.getValue());
      }
      return new Params(form);
    }
    return new Params(Json.object(request.body()));
  }

  /** Returns these fields. */
  public static Params of(Map<String, @Nullable Object> fields) {
    return new Params(fields);
  }

  /** Returns the text of a field, or null if it is absent, null, or no single value. */
  public @Nullable String text(String name) {
    Object value = values.get(name);
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? text : null;
  }

  /**
   * Returns the number in a field, or null if it is absent, null or empty.
   *
   * @throws IllegalArgumentException if it is no number
   */
  public @Nullable BigDecimal decimal(String name) {
    Object value = values.get(name);
    if (value == null || value.equals("")) {
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number;
    }
    if (value instanceof String text) {
      return Json.number(text);
    }
    throw new NumberFormatException(name + " is no number");
  }

  /** Returns a text as it was sent, an object or array as JSON, or null if there is none. */
  public @Nullable String textOrJson(String name) {
    Object value = values.get(name);
    return value instanceof Map || value instanceof List
        ? Json.write(value, Json.Style.PLAIN)
        : text(name);
  }

  /** Returns the fields of an object in a field, or null if there is none. */
  public @Nullable Params object(String name) {
    return values.get(name) instanceof Map<?, ?> map ? fields(map) : null;
  }

  /** Returns the objects of an array in a field; empty if there is none. */
  public List<Params> objects(String name) {
    List<Params> objects = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> map) {
          objects.add(fields(map));
        }
      }
    }
    return objects;
  }

  /** Returns the texts of an array in a field, or the only one; empty if there is none. */
  public List<String> texts(String name) {
    if (values.get(name) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    String only = text(name);
    return only == null ? List.of() : List.of(only);
  }

  private static Params fields(Map<?, ?> map) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return new Params(fields);
  }

  /** Whether the field was sent, and isn't null. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** Whether the field was sent as JSON's true. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Whether the field was sent as a JSON number. */
  public boolean isNumber(String name) {
    return values.get(name) instanceof BigDecimal;
  }
}
