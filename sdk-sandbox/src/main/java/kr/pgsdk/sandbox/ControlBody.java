package kr.pgsdk.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
  /** What the body that asks for a fault may have; only {@code fault} is always needed. */
  static final List<String> OF_A_FAULT =
      List.of("fault", "status", "retryAfter", "location", "method", "path", "times");

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

  /** A card, by the name of a {@link TestCard} or by a number. */
  TestCard card(String name) {
    String card = text(name);
    for (TestCard known : TestCard.values()) {
      if (known.name().equals(card)) {
        return known;
      }
    }
    if (!card.matches("[0-9]{14,20}")) {
      throw new IllegalArgumentException(
          name
              + " must be a number of 14 to 20 digits, or one of: "
              + Arrays.stream(TestCard.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
    return TestCard.of(card);
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

  /** A fault, for the requests that the body names. */
  Fault fault() {
    FaultKind kind = faultKind();
    refuseUnless(kind.isAnswer() && kind != FaultKind.REDIRECT, "status", kind);
    refuseUnless(kind == FaultKind.STATUS, "retryAfter", kind);
    refuseUnless(kind == FaultKind.REDIRECT, "location", kind);
    Fault fault =
        switch (kind) {
          case STATUS -> Fault.status(whole("status"));
          case HTML -> Fault.html(whole("status"));
          case EMPTY -> Fault.empty(whole("status"));
          case REDIRECT -> Fault.redirect(307, text("location"));
          default -> Fault.of(kind);
        };
    if (has("retryAfter")) {
      int seconds = whole("retryAfter");
      if (seconds < 0) {
        throw new IllegalArgumentException("retryAfter must not be negative");
      }
      fault = fault.retryAfter(Duration.ofSeconds(seconds));
    }
    String method = has("method") ? text("method").toUpperCase(Locale.ROOT) : "";
    String path = has("path") ? text("path") : "/";
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must start with /, as in /payments/cancel");
    }
    return fault
        .times(times())
        .when(
            request ->
                (method.isEmpty() || request.method().equals(method))
                    && request.path().startsWith(path));
  }

  private FaultKind faultKind() {
    String word = text("fault");
    List<FaultKind> kinds = FaultKind.overHttp();
    return kinds.stream()
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fault must be one of: "
                        + kinds.stream().map(FaultKind::word).collect(Collectors.joining(", "))));
  }

  private void refuseUnless(boolean fits, String field, FaultKind kind) {
    if (has(field) && !fits) {
      throw new IllegalArgumentException(
          "\"" + field + "\" doesn't go with the fault \"" + kind.word() + "\"");
    }
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
