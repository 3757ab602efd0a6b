package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to what answers it.
 *
 * @param named what the path names, decoded
 */
record IamportCall(WireRequest request, Map<String, String> named, Params params) {
  String named(String name) {
    return String.valueOf(named.get(name));
  }

  @Nullable String optional(String name) {
    return named.get(name);
  }

  Cause cause() {
    return request.cause();
  }

  @Nullable String query(String name) {
    return request.queryValue(name);
  }

  /** A flag of the query: {@code true} or {@code 1}. */
  boolean isOn(String name) {
    String value = query(name);
    return "true".equals(value) || "1".equals(value);
  }

  /** A whole number of the query, such as a time in unix seconds; null if absent. */
  @Nullable Long number(String name) {
    String value = query(name);
    try {
      return value == null ? null : (Long) Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw IamportRefusal.badParameter(name + " 값이 올바르지 않습니다.");
    }
  }

  /** Which page of a list is asked for, by {@code page}, {@code limit} and {@code sorting}. */
  IamportPage page(String sortingByDefault) {
    String sorting = query("sorting");
    return new IamportPage(
        whole("page", 1), whole("limit", 20), sorting == null ? sortingByDefault : sorting);
  }

  private int whole(String name, int byDefault) {
    Long value = number(name);
    return value == null ? byDefault : Math.toIntExact(Math.min(value, Integer.MAX_VALUE));
  }

  /** A text of the body that must be there. */
  String text(String name) {
    return text(params, name);
  }

  static String text(Params params, String name) {
    String text = params.text(name);
    if (text == null || text.isEmpty()) {
      throw IamportRefusal.badParameter(name + " 파라메터가 누락되었습니다.");
    }
    return text;
  }

  /** A number of the body, or null. */
  static @Nullable BigDecimal decimal(Params params, String name) {
    try {
      return params.decimal(name);
    } catch (NumberFormatException e) {
      throw IamportRefusal.badParameter(name + " 파라메터가 올바르지 않습니다.");
    }
  }

  /** A time of the body in unix seconds, or null. */
  static @Nullable Long seconds(Params params, String name) {
    BigDecimal number = decimal(params, name);
    try {
      return number == null ? null : (Long) number.longValueExact();
    } catch (ArithmeticException e) {
      throw IamportRefusal.badParameter(name + " 파라메터가 올바르지 않습니다.");
    }
  }

  /** The price in {@code amount} and {@code currency}: more than 0, in won unless it says so. */
  static Money price(Params params) {
    BigDecimal amount = decimal(params, "amount");
    String currency = params.text("currency");
    try {
      if (amount != null && amount.signum() > 0) {
        return Money.of(amount, currency == null || currency.isEmpty() ? "KRW" : currency);
      }
    } catch (IllegalArgumentException e) {
      // Refused like any other.
    }
    throw IamportRefusal.badParameter("amount 파라메터가 올바르지 않습니다.");
  }
}
