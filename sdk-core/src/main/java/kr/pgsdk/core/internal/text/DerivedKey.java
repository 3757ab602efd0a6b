package kr.pgsdk.core.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * An idempotency key that is derived from what is done: a second server and a restarted process
 * send the same one. Never change how: a request under way during an update would be sent under two
 * keys.
 */
public final class DerivedKey {
  private DerivedKey() {}

  /**
   * Returns the key, 64 hexadecimal digits.
   *
   * @param parts what is done, and to what: two different lists never have one key
   */
  public static String of(String... parts) {
    MessageDigest digest = Sha256.start();
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
}
