package kr.pgsdk.toss.brandpay;

import java.util.Objects;
import kr.pgsdk.core.internal.text.Texts;

/**
 * A customer's access token: what a call on the customer's behalf carries in place of the secret
 * key. A secret: its {@code toString()} doesn't show it. Immutable.
 */
public final class TossBrandpayToken {
  private static final int MAX_LENGTH = 2_000; // Toss documents none

  private final String value;

  private TossBrandpayToken(String value) {
    this.value = value;
  }

  /**
   * Returns the token.
   *
   * @throws IllegalArgumentException if it isn't 1 to 2000 visible ASCII characters; the message
   *     doesn't show it
   */
  public static TossBrandpayToken of(String value) {
    Objects.requireNonNull(value, "value");
    if (!Texts.isVisibleAscii(value, MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "access token must be 1 to " + MAX_LENGTH + " visible ASCII characters");
    }
    return new TossBrandpayToken(value);
  }

  /** The secret itself, to keep until the customer's next call. Keep it out of logs. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TossBrandpayToken that && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Shows nothing of the token. */
  @Override
  public String toString() {
    return "TossBrandpayToken[***]";
  }
}
