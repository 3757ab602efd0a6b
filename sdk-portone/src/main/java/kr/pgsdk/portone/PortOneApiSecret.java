package kr.pgsdk.portone;

import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.text.Fingerprint;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.model.PortOnePayment;

/**
 * A merchant's V2 API secret, as PortOne's console shows it. It is neither V1's API key and secret
 * nor the secret of a payment company. Immutable; its {@code toString()} doesn't show it.
 */
public final class PortOneApiSecret {
  private static final String SCHEME = "PortOne";
  private static final String WEBHOOK_SECRET = "whsec_";

  private final String secret;

  private PortOneApiSecret(String secret) {
    this.secret = secret;
  }

  /**
   * Returns the secret.
   *
   * @throws IllegalArgumentException if it is blank, holds anything but visible ASCII (spaces, line
   *     breaks), or is a webhook's secret ({@code whsec_...}); the message doesn't show the value
   */
  public static PortOneApiSecret of(String secret) {
    Objects.requireNonNull(secret, "secret");
    if (!Texts.isVisibleAscii(secret, Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "API secret must be visible ASCII, without spaces or line breaks: give it as the console"
              + " shows it, without the word PortOne in front");
    }
    if (secret.startsWith(WEBHOOK_SECRET)) {
      throw new IllegalArgumentException(
          "this is the secret that webhooks are signed with: the V2 API secret is needed");
    }
    return new PortOneApiSecret(secret);
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
