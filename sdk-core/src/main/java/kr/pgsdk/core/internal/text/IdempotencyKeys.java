package kr.pgsdk.core.internal.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may stand in the header {@code Idempotency-Key}. */
public final class IdempotencyKeys {
  // Toss refuses longer ones with INVALID_IDEMPOTENCY_KEY (reference/using-api/authorization).
  private static final int MAX_LENGTH = 300;

  private IdempotencyKeys() {}

  /**
   * Returns {@code key}.
   *
   * @throws IllegalArgumentException if it is not 1 to 300 visible ASCII characters
   */
  public static String checked(@Nullable String key) {
    Objects.requireNonNull(key, "idempotencyKey");
    if (!VisibleAscii.is(key, MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "idempotency key must be 1 to 300 visible ASCII characters, without spaces or line"
              + " breaks");
    }
    return key;
  }
}
