package kr.pgsdk.portone;

import java.util.List;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.text.Credential;
import kr.pgsdk.core.internal.text.Fingerprint;
import kr.pgsdk.portone.model.PortOnePayment;

/**
 * A merchant's V2 API secret, as PortOne's console shows it. It is neither V1's API key and secret
 * nor the secret of a payment company. Immutable; its {@code toString()} doesn't show it.
 */
public final class PortOneApiSecret {
  private static final String SCHEME = "PortOne";

  private final String secret;

  private PortOneApiSecret(String secret) {
    this.secret = secret;
  }

  /**
   * Returns the secret.
   *
   * @throws IllegalArgumentException if it can't be one: blank, with spaces or quotation marks, a
   *     placeholder, or another key. The message says what the text seems to be, and doesn't show
   *     it
   */
  public static PortOneApiSecret of(String secret) {
    return new PortOneApiSecret(
        Credential.require(secret, "API secret", "PortOne's console", OtherKeys.THAN_API_SECRET));
  }

  /** The credential every request carries (api/rest-v2: {@code Authorization: PortOne SECRET}). */
  AuthToken credential() {
    return AuthToken.of(SCHEME, secret);
  }

  /** What must never be seen in a message. */
  List<String> secrets() {
    return List.of(secret);
  }

  /** What tells it from other secrets without showing it. */
  String fingerprint() {
    return Fingerprint.of(PortOnePayment.TERMS.gateway(), secret);
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "PortOneApiSecret[***]";
  }
}
