package kr.pgsdk.toss;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.text.Credential;
import kr.pgsdk.core.internal.text.Fingerprint;
import kr.pgsdk.toss.internal.OtherKeys;
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
   *     breaks), holds a colon, has quotation marks around it, is encoded in base64, or is another
   *     key of Toss or PortOne. The message says which key it is and where the right one is, and
   *     doesn't show the text
   */
  public static TossSecretKey of(String key) {
    Credential.require(key, "secret key", "Toss's developer centre", OtherKeys.THAN_SECRET);
    if (key.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "secret key must not hold a colon: give the bare key, the SDK adds the colon that Basic"
              + " authentication needs");
    }
    return new TossSecretKey(key);
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
