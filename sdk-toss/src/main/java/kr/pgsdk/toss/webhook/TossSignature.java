package kr.pgsdk.toss.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.internal.time.KoreanTime;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;

/**
 * Toss's webhook signature: {@code v1:} and the Base64 of HMAC-SHA256 over the raw body, a colon
 * and the header of the transmission time; one of several is enough (webhook-events).
 */
final class TossSignature {
  private static final String SIGNATURE = "tosspayments-webhook-signature";
  private static final String TIME = "tosspayments-webhook-transmission-time";
  private static final String SCHEME = "v1:";
  private static final int MAX_SIGNATURES = 16;

  private TossSignature() {}

  /** Returns if the request is signed with {@code key}, and its time is within the window. */
  static void require(
      TossSecurityKey key, Clock clock, Duration tolerance, WebhookRequest request) {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("tolerance must not be negative: " + tolerance);
    }
    String signatures = header(request, SIGNATURE);
    String time = header(request, TIME);
    if (!isSigned(key, request.body(), time, signatures(signatures))) {
      throw new RejectedRequestException(
          401,
          SIGNATURE
              + " doesn't fit: verify the bytes as they arrived, with this merchant's security key");
    }
    // After the signature: until then the time is untrusted text.
    Instant sent = KoreanTime.parse(time);
    if (sent == null) {
      throw new RejectedRequestException(401, TIME + " is no time");
    }
    Duration age = Duration.between(sent, clock.instant()).abs();
    if (age.compareTo(tolerance) > 0) {
      throw new RejectedRequestException(
          401, TIME + " is more than " + tolerance + " from now: a replay, or a wrong clock");
    }
  }

  private static String header(WebhookRequest request, String name) {
    return request
        .header(name)
        .orElseThrow(
            () ->
                new RejectedRequestException(
                    401, name + " is missing: Toss signs payout.changed and seller.changed alone"));
  }

  private static List<byte[]> signatures(String header) {
    List<byte[]> signatures = new ArrayList<>();
    for (String part : header.split(",", MAX_SIGNATURES)) {
      String signature = part.strip();
      if (signature.startsWith(SCHEME)) {
        try {
          signatures.add(Base64.getDecoder().decode(signature.substring(SCHEME.length())));
        } catch (IllegalArgumentException e) {
          // One that can't be read fits nothing; another may.
        }
      }
    }
    return signatures;
  }

  /** Compares every signature with every reading of the key, and always all of them. */
  private static boolean isSigned(
      TossSecurityKey key, byte[] body, String time, List<byte[]> signatures) {
    boolean signed = false;
    // Whether the key is its text or the bytes it spells is not documented for webhooks.
    for (byte[] reading : List.of(key.text(), key.decoded())) {
      byte[] expected = hmac(reading, body, time);
      for (byte[] signature : signatures) {
        signed |= MessageDigest.isEqual(expected, signature);
      }
    }
    return signed;
  }

  private static byte[] hmac(byte[] key, byte[] body, String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(body);
      mac.update((byte) ':');
      return mac.doFinal(time.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
