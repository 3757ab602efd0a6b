package kr.pgsdk.toss;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.text.Fingerprint;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.model.TossPayment;

/**
 * A merchant's secret key ({@code test_sk_...}, {@code live_sk_...}, with the payment widget {@code
 * ..._gsk_...}), as the developer centre shows it. Immutable; its {@code toString()} doesn't show
 * it.
 */
public final class TossSecretKey {
  private final String key;

  private TossSecretKey(String key) {
    this.key = key;
  }

  /**
   * Returns the key.
   *
   * @throws IllegalArgumentException if it is blank, holds anything but visible ASCII (spaces, line
   *     breaks), holds a colon, or is a client key; the message doesn't show the value
   */
  public static TossSecretKey of(String key) {
    Objects.requireNonNull(key, "key");
    if (key.isBlank()) {
      throw new IllegalArgumentException("secret key must not be empty or blank");
    }
    if (!key.equals(key.strip())) {
      throw new IllegalArgumentException(
          "secret key must not begin or end with spaces or line breaks: strip it, perhaps a file's"
              + " last line break came along");
    }
    if (!Texts.isVisibleAscii(key, key.length())) {
      throw new IllegalArgumentException(
          "secret key must be visible ASCII, without spaces, line breaks or a byte order mark");
    }
    if (key.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "secret key must not hold a colon: give the bare key, the SDK adds the colon that Basic"
              + " authentication needs");
    }
    if (isClientKey(key)) {
      throw new IllegalArgumentException(
          "this is a client key (..._ck_ or ..._gck_), for the checkout page: the secret key"
              + " (..._sk_ or ..._gsk_) beside it in the developer centre is needed");
    }
    return new TossSecretKey(key);
  }

  private static boolean isClientKey(String key) {
    String kind = key.substring(key.indexOf('_') + 1);
    return kind.startsWith("ck_") || kind.startsWith("gck_");
  }

  /** Whether it is a key of the payment widget. */
  boolean isWidgets() {
    return key.substring(key.indexOf('_') + 1).startsWith("gsk_");
  }

  /** The credential every request carries; the password is empty, the colon isn't optional. */
  AuthToken credential() {
    return AuthToken.of("Basic", encoded());
  }

  /** What must never be seen in a message. */
  List<String> secrets() {
    return List.of(key, encoded());
  }

  /** What tells it from other keys without showing it. */
  String fingerprint() {
    return Fingerprint.of(TossPayment.TERMS.gateway(), key);
  }

  private String encoded() {
    return Base64.getEncoder().encodeToString(key.concat(":").getBytes(StandardCharsets.US_ASCII));
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "TossSecretKey[***]";
  }
}
