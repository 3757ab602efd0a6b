package kr.pgsdk.sandbox.portone;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** A request that has found its operation; whatever is wrong with it is refused as PortOne does. */
final class PortOneCall {
  private static final Pattern BANK = Pattern.compile("[A-Z][A-Z_]+");

  private final WireRequest request;
  private final List<String> variables;

  PortOneCall(WireRequest request, List<String> variables) {
    this.request = request;
    this.variables = variables;
  }

  /** The first of the path's variables, decoded. */
  String id() {
    return variables.get(0);
  }

  /** The second one. */
  String secondId() {
    return variables.get(1);
  }

  /** The fields of the body. */
  Params params() {
    return read(request.body());
  }

  /** What a list is asked for: a JSON body of a GET, or the same text in {@code requestBody}. */
  Params listRequest() {
    String query = request.queryValue("requestBody");
    return read(request.body().isBlank() && query != null ? query : request.body());
  }

  private static Params read(String json) {
    try {
      return json.isBlank() ? Params.NONE : Params.of(Json.object(json));
    } catch (IllegalArgumentException e) {
      throw PortOneRefusal.invalid("요청 본문이 올바른 JSON이 아닙니다.");
    }
  }

  Cause cause() {
    return request.cause();
  }

  /** How old what a lookup shows is. */
  Duration age() {
    return request.age();
  }

  /** A query parameter, or null. */
  @Nullable String query(String name) {
    return request.queryValue(name);
  }

  /** A text that must be there and say something. */
  static String text(Params params, String name) {
    String text = params.text(name);
    if (text == null || text.isBlank() || params.isNumber(name)) {
      throw PortOneRefusal.invalid(name + "은(는) 필수입니다.");
    }
    return text;
  }

  /** A bank, in PortOne's word for it; digits are another gateway's. */
  static String bank(Params params) {
    String bank = text(params, "bank");
    if (!BANK.matcher(bank).matches()) {
      throw PortOneRefusal.invalid("bank의 값이 올바르지 않습니다.");
    }
    return bank;
  }

  /** An object that must be there. */
  static Params object(Params params, String name) {
    Params object = params.object(name);
    if (object == null) {
      throw PortOneRefusal.invalid(name + "은(는) 필수입니다.");
    }
    return object;
  }

  /** A whole number of 64 bits, not negative, or null if there is none: the form of an amount. */
  static @Nullable Long amount(Params params, String name) {
    if (!params.has(name)) {
      return null;
    }
    try {
      BigDecimal number = params.isNumber(name) ? params.decimal(name) : null;
      if (number != null && number.signum() >= 0) {
        return number.longValueExact();
      }
    } catch (ArithmeticException e) {
      // Refused like any other.
    }
    throw PortOneRefusal.invalid(name + "의 형식이 올바르지 않습니다.");
  }

  /** A whole number within bounds, {@code usual} if there is none. */
  static int whole(@Nullable Params params, String name, int usual, int least, int most) {
    Long value = params == null ? null : amount(params, name);
    if (value == null) {
      return usual;
    }
    if (value < least || value > most) {
      throw PortOneRefusal.invalid(name + "의 범위를 벗어났습니다.");
    }
    return value.intValue();
  }

  /** A time, or null if there is none. */
  static @Nullable Instant time(@Nullable Params params, String name) {
    String text = params == null ? null : params.text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw PortOneRefusal.invalid(name + "의 시각 형식이 올바르지 않습니다.");
    }
  }
}
