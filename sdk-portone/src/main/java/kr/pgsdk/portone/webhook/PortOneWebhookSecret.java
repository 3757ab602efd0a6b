package kr.pgsdk.portone.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.internal.text.Texts;

/**
 * The secret that PortOne signs webhooks with ({@code whsec_...}), as its console shows it: one for
 * live, one for test, and a second of each while one is replaced. Immutable; its {@code toString()}
 * doesn't show it.
 */
public final class PortOneWebhookSecret {
  /** How far the time of a signed webhook may lie from now, unless said otherwise. */
  public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";
  private static final int MAX_LENGTH = 500;
  private static final int MIN_BYTES = 16;

  private final byte[] key;

  private PortOneWebhookSecret(byte[] key) {
    this.key = key;
  }

  /**
   * Returns the secret.
   *
   * @throws IllegalArgumentException if it isn't {@code whsec_} and Base64 of 16 bytes or more
   *     behind it; the message doesn't show it
   */
  public static PortOneWebhookSecret of(String secret) {
    Objects.requireNonNull(secret, "secret");
    if (!secret.startsWith(PREFIX) || !Texts.isVisibleAscii(secret, MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "webhook secret must begin with whsec_, without spaces or line breaks: it is beside the"
              + " webhook's address in PortOne's console, and isn't the API secret");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "webhook secret must be Base64 behind whsec_: was it copied whole?");
    }
    if (key.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "webhook secret must have at least " + MIN_BYTES + " bytes: was it copied whole?");
    }
    return new PortOneWebhookSecret(key);
  }

  byte[] key() {
    return key;
  }

  /**
   * Signs a body as PortOne does, for the tests of a shop.
   *
   * @param id the webhook's id
   * @param at when it is sent
   * @return the three headers that it is sent with
   */
  public Map<String, String> sign(String id, Instant at, byte[] body) {
    String time = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(StandardWebhooks.ID, id);
    headers.put(StandardWebhooks.TIMESTAMP, time);
    headers.put(
        StandardWebhooks.SIGNATURE,
        StandardWebhooks.SCHEME
            + Base64.getEncoder().encodeToString(StandardWebhooks.hmac(key, id, time, body)));
    return headers;
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "PortOneWebhookSecret[***]";
  }
}
