package kr.pgsdk.portone.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;

/**
 * The signature of Standard Webhooks: {@code v1,} and the Base64 of HMAC-SHA256 over id, sending
 * time and raw body, with dots between them; one of several is enough.
 */
final class StandardWebhooks {
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";
  static final String SCHEME = "v1,";
  private static final int MAX_SIGNATURES = 16;
  private static final int MAX_ID = 256;

  private StandardWebhooks() {}

  /**
   * Returns the webhook's id if the request is signed with one of the secrets, and its time is
   * within the window.
   */
  static String require(
      Collection<PortOneWebhookSecret> secrets,
      Clock clock,
      Duration tolerance,
      WebhookRequest request) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException(
          "secrets must not be empty: there is nothing to verify by");
    }
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("tolerance must not be negative: " + tolerance);
    }
    String id = header(request, ID);
    String time = header(request, TIMESTAMP);
    List<byte[]> signatures = signatures(header(request, SIGNATURE));
    // The time stands signed as it is written: another way to write the same number is another
    // text.
    if (!isSigned(secrets, id, time, request.body(), signatures)) {
      throw new RejectedRequestException(
          401, SIGNATURE + " matches no secret with this body, id and time");
    }
    if (!time.matches("[0-9]{1,11}")) {
      throw new RejectedRequestException(401, TIMESTAMP + " is not a time in seconds");
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant()).abs();
    if (age.compareTo(tolerance) > 0) {
      throw new RejectedRequestException(
          401, TIMESTAMP + " is more than " + tolerance + " from now: a replay, or a wrong clock");
    }
    return id;
  }

  private static String header(WebhookRequest request, String name) {
    String value =
        request
            .header(name)
            .orElseThrow(
                () ->
                    new RejectedRequestException(
                        401, name + " is missing: PortOne signs every webhook of V2"));
    if (name.equals(ID) && !Texts.isVisibleAscii(value, MAX_ID)) {
      throw new RejectedRequestException(401, name + " is no id");
    }
    return value;
  }

  private static List<byte[]> signatures(String header) {
    List<byte[]> signatures = new ArrayList<>();
    for (String part : header.split(" ", MAX_SIGNATURES)) {
      if (part.startsWith(SCHEME)) {
        try {
          signatures.add(Base64.getDecoder().decode(part.substring(SCHEME.length()).strip()));
        } catch (IllegalArgumentException e) {
          // One that can't be read fits nothing; another may.
        }
      }
    }
    return signatures;
  }

  /** Compares every signature with every secret, and always all of them. */
  private static boolean isSigned(
      Collection<PortOneWebhookSecret> secrets,
      String id,
      String time,
      byte[] body,
      List<byte[]> signatures) {
    boolean signed = false;
    for (PortOneWebhookSecret secret : secrets) {
      byte[] expected = hmac(secret.key(), id, time, body);
      for (byte[] signature : signatures) {
        signed |= MessageDigest.isEqual(expected, signature);
      }
    }
    return signed;
  }

  static byte[] hmac(byte[] key, String id, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
