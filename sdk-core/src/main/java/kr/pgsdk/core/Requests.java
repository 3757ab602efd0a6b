package kr.pgsdk.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules that several requests share. */
final class Requests {
  private Requests() {}

  /** Returns {@code money} if it is more than nothing. */
  static Money positive(@Nullable Money money, String name) {
    Objects.requireNonNull(money, name);
    if (money.isZero()) {
      throw new IllegalArgumentException(name + " must be more than zero");
    }
    return money;
  }

  /** Returns {@code key} if it can travel in an HTTP header: 1 to 300 visible ASCII characters. */
  static String idempotencyKey(@Nullable String key) {
    Objects.requireNonNull(key, "idempotencyKey");
    boolean visible = !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    // Toss refuses longer ones with INVALID_IDEMPOTENCY_KEY (reference/using-api/authorization).
    if (!visible || key.length() > 300) {
      throw new IllegalArgumentException(
          "idempotency key must be 1 to 300 visible ASCII characters, without spaces or line"
              + " breaks");
    }
    return key;
  }
}
