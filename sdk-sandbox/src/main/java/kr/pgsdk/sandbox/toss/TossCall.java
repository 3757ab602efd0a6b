package kr.pgsdk.sandbox.toss;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** A request that has found its route; whatever is wrong with it is refused as Toss does. */
final class TossCall {
  private final WireRequest request;
  private final List<String> variables;

  TossCall(WireRequest request, List<String> variables) {
    this.request = request;
    this.variables = variables;
  }

  /** The first of the path's variables, decoded. */
  String id() {
    return variables.get(0);
  }

  /** The fields of the body. */
  Params params() {
    try {
      return Params.of(request);
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
  }

  /** The body as it came. */
  String body() {
    return request.body();
  }

  /** Whether the response is to be encrypted. */
  boolean isEncrypted() {
    return "ENCRYPTION".equals(request.header("TossPayments-api-security-mode"));
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

  /** A query parameter that must be there. */
  String required(String name) {
    String value = query(name);
    if (value == null || value.isEmpty()) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    return value;
  }

  /** A query parameter of the form {@code yyyy-MM-dd} that must be there. */
  LocalDate date(String name) {
    try {
      return LocalDate.parse(required(name));
    } catch (DateTimeException e) {
      throw TossRefusal.of("INVALID_DATE");
    }
  }

  /** A whole number in the query, {@code usual} if there is none. */
  int whole(String name, int usual, int least, int most) {
    String text = query(name);
    if (text == null) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused like any other.
    }
    throw TossRefusal.of("INVALID_REQUEST");
  }
}
