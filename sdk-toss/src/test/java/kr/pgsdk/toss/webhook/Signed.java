package kr.pgsdk.toss.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Toss does, with the key's text. */
final class Signed {
  private Signed() {}

  static String signature(TossSecurityKey key, String body, String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.text(), "HmacSHA256"));
      byte[] hash = mac.doFinal((body + ":" + time).getBytes(UTF_8));
      return "v1:" + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
