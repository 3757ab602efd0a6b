package kr.pgsdk.toss;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * The idempotency key of a confirm, derived from what is confirmed: a second server and a restarted
 * process send the same one. Never change how: a confirm under way during an update would be sent
 * under two keys.
 */
final class TossConfirmKey {
  private TossConfirmKey() {}

  /**
   * Returns the key, 64 hexadecimal digits.
   *
   * @param number from 1; the next only after a lookup has shown the payment not captured
   */
  static String of(PaymentId paymentKey, OrderId orderId, Money amount, int number) {
    return hash(
        "confirm",
        paymentKey.value(),
        orderId.value(),
        amount.toPlainString(),
        Integer.toString(number));
  }

  /**
   * Returns a key of a confirm for which the caller gave a key.
   *
   * @param key the caller's, the first one as it is
   * @param number from 1, as above
   */
  static String of(String key, int number) {
    return number == 1 ? key : hash("confirm by key", key, Integer.toString(number));
  }

  private static String hash(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      // With its length before it, no part can run into the next: "1" and "23" aren't "12", "3".
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      for (int bits = Integer.SIZE - Byte.SIZE; bits >= 0; bits -= Byte.SIZE) {
        digest.update((byte) (utf8.length >>> bits));
      }
      digest.update(utf8);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
