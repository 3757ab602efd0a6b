package kr.pgsdk.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/** Odd answers of Iamport to {@code POST /users/getToken}. */
final class TokenResponses {
  private TokenResponses() {}

  static void withoutToken(Delivery answer, InjectedFault fault) {
    change(answer, response -> response.remove("access_token"));
  }

  static void expired(Delivery answer, InjectedFault fault) {
    change(answer, response -> response.put("expired_at", seconds(response, "now")));
  }

  static void byAnotherClock(Delivery answer, InjectedFault fault) {
    BigDecimal off = BigDecimal.valueOf(fault.fault.time().toSeconds());
    change(
        answer,
        response -> {
          response.put("now", seconds(response, "now").add(off));
          response.put("expired_at", seconds(response, "expired_at").add(off));
        });
  }

  private static BigDecimal seconds(Map<String, @Nullable Object> response, String field) {
    if (response.get(field) instanceof BigDecimal seconds) {
      return seconds;
    }
    throw new IllegalStateException("a token's answer has no " + field);
  }

  private static void change(Delivery answer, Consumer<Map<String, @Nullable Object>> change) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>(Json.object(answer.body()));
    // A refusal has no token to change.
    if (envelope.get("response") instanceof Map<?, ?> response) {
      Map<String, @Nullable Object> changed = new LinkedHashMap<>();
      response.forEach((name, value) -> changed.put(String.valueOf(name), value));
      change.accept(changed);
      envelope.put("response", changed);
    }
    answer.body(Json.write(envelope, Json.Style.PHP));
  }
}
