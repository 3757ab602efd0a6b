package kr.pgsdk.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/** Odd answers of Iamport to {@code POST /users/getToken}. */
final class TokenAnswers {
  private TokenAnswers() {}

  static Fault without(String field) {
    return changed(response -> response.remove(field));
  }

  static Fault expired() {
    return changed(response -> response.put("expired_at", seconds(response, "now")));
  }

  static Fault clock(Duration ahead) {
    BigDecimal off = BigDecimal.valueOf(ahead.toSeconds());
    return changed(
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

  private static Fault changed(Consumer<Map<String, @Nullable Object>> change) {
    return Fault.rewrittenBody(body -> changed(body, change)).on("POST", "/users/getToken");
  }

  private static String changed(String body, Consumer<Map<String, @Nullable Object>> change) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>(Json.object(body));
    // A refusal has no token to change.
    if (envelope.get("response") instanceof Map<?, ?> response) {
      Map<String, @Nullable Object> changed = new LinkedHashMap<>();
      response.forEach((name, value) -> changed.put(String.valueOf(name), value));
      change.accept(changed);
      envelope.put("response", changed);
    }
    return Json.write(envelope, Json.Style.PHP);
  }
}
