package kr.pgsdk.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.internal.text.ScriptJson;
import org.jspecify.annotations.Nullable;

/**
 * What the checkout page passes to the gateway's script: for each function that the page calls, its
 * argument. Each gateway's {@code prepare} says which functions these are. Immutable.
 *
 * <pre>{@code
 * <script>
 *   const checkout = ${preparation.checkout().toJson()};
 *   IMP.request_pay(checkout.request_pay, onPaid);
 * </script>
 * }</pre>
 */
public final class CheckoutParameters {
  private final Map<String, Object> functions;
  private final String json;

  private CheckoutParameters(Map<String, Object> functions) {
    this.functions = functions;
    this.json = ScriptJson.of(functions);
  }

  /**
   * Returns parameters; a shop's test may make some.
   *
   * @param functions a map of texts, booleans, whole numbers, {@code BigDecimal}s, and lists and
   *     maps of these
   * @throws IllegalArgumentException if something else is in it
   */
  public static CheckoutParameters of(Map<String, ?> functions) {
    return new CheckoutParameters(copied(functions));
  }

  /**
   * The functions of the script by name, in the order in which they are called, each with its
   * argument: a map, or the list of the arguments where there are several. Amounts are {@code
   * BigDecimal}. Unmodifiable, at every depth.
   */
  public Map<String, Object> asMap() {
    return functions;
  }

  /**
   * The argument of one function.
   *
   * @throws IllegalArgumentException if the page doesn't call this function
   */
  public Object argument(String function) {
    Object argument = functions.get(function);
    if (argument == null) {
      throw new IllegalArgumentException(
          "the page calls no function " + function + ", only " + functions.keySet());
    }
    return argument;
  }

  /**
   * {@link #asMap} as JSON on one line. You may write it unchanged into a {@code <script>} element,
   * also as JavaScript, and into an attribute between single quotes: {@code <}, {@code >}, {@code
   * &}, {@code '} and line separators are escaped.
   */
  public String toJson() {
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CheckoutParameters that && that.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Shows only the functions' names: an argument may have the buyer's data. */
  @Override
  public String toString() {
    return "CheckoutParameters" + functions.keySet();
  }

  /** Returns an unmodifiable copy of a value that can be written as JSON. */
  static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copied(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigDecimal
        || value instanceof BigInteger) {
      return value;
    }
    throw new IllegalArgumentException(
        "a script's argument must be a text, boolean, whole number, BigDecimal, list or map, not "
            + Objects.requireNonNull(value, "value").getClass().getName());
  }

  private static Map<String, Object> copied(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException("a name must be a text");
          }
          copy.put(text, copy(value));
        });
    return Collections.unmodifiableMap(copy);
  }
}
