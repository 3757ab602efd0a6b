package kr.pgsdk.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that came with a control request. It is read strictly, since a misspelled field
 * would do something else in silence: whatever is wrong with it is an {@link
 * IllegalArgumentException} whose message is for the sender.
 */
final class ControlBody {
  private final Map<String, @Nullable Object> values;

  private ControlBody(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** Reads an object that has no other fields than {@code known}; {@code null} is absent. */
  static ControlBody of(String json, List<String> known) {
    String expected = String.join(", ", known);
    Map<String, @Nullable Object> values;
    try {
      values = Json.object(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the body must be a JSON object of: " + expected, e);
    }
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "\"" + name + "\" means nothing here; the body is a JSON object of: " + expected);
      }
    }
    return new ControlBody(values);
  }

  OrderId orderId() {
    return OrderId.of(text("orderId"));
  }

  PaymentId paymentId() {
    return PaymentId.of(text("paymentId"));
  }

  /** A price: money, and more than nothing. */
  Money price(String name) {
    Money price = money(name);
    if (price.isZero()) {
      throw new IllegalArgumentException(name + " must be more than 0");
    }
    return price;
  }

  /** Money, as a number or a text, in {@code currency}, or in won if there is none. */
  Money money(String name) {
    String currency = has("currency") ? text("currency") : "KRW";
    return required(name) instanceof BigDecimal number
        ? Money.of(number, currency)
        : Money.of(text(name), currency);
  }

  String text(String name) {
    if (required(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " must be a text");
  }

  int whole(String name) {
    if (required(name) instanceof BigDecimal number) {
      try {
        return number.intValueExact();
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            name + " must be a whole number, at most " + Integer.MAX_VALUE, e);
      }
    }
    throw new IllegalArgumentException(name + " must be a number");
  }

  /** How often something is to happen: once, unless said otherwise. */
  int times() {
    int times = has("times") ? whole("times") : 1;
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1");
    }
    return times;
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  private Object required(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
