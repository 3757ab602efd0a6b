package kr.pgsdk.toss.payouts;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.webhook.TossSecurityKey;

/** Encrypts and decrypts bodies as Toss does: JWE compact, {@code dir} with {@code A256GCM}. */
final class TossJwe {
  static final String CONTENT_TYPE = "text/plain";

  private static final DateTimeFormatter ISSUED_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(9));

  // Header, an empty key, IV, ciphertext, tag: the key itself never travels with dir.
  private static final Pattern COMPACT =
      Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]*\\.[\\w-]+");

  private final DirectEncrypter encrypter;
  private final DirectDecrypter decrypter;
  private final Clock clock;

  TossJwe(TossSecurityKey key, Clock clock) {
    byte[] decoded = key.decoded();
    try {
      this.encrypter = new DirectEncrypter(decoded);
      this.decrypter = new DirectDecrypter(decoded);
    } catch (JOSEException e) {
      throw new IllegalStateException("a security key has 256 bits", e);
    }
    this.clock = clock;
  }

  /** Returns the JSON encrypted; each time another text. */
  String encrypt(String json) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .customParam("iat", ISSUED_AT.format(clock.instant()))
            .customParam("nonce", UUID.randomUUID().toString())
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(json));
    try {
      jwe.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has AES in GCM mode", e);
    }
    return jwe.serialize();
  }

  /** Whether a body has the form of a JWE. */
  static boolean isJwe(byte[] body) {
    return COMPACT.matcher(text(body)).matches();
  }

  /**
   * Returns what was encrypted.
   *
   * @throws JsonProblem if it is encrypted in another way, by another key, or was changed
   */
  byte[] decrypt(byte[] body) {
    JWEObject jwe = parse(text(body));
    JWEHeader header = jwe.getHeader();
    if (!header.getAlgorithm().equals(JWEAlgorithm.DIR)
        || !header.getEncryptionMethod().equals(EncryptionMethod.A256GCM)
        || header.getCompressionAlgorithm() != null) {
      throw new JsonProblem("$", "is encrypted in another way than dir with A256GCM");
    }
    try {
      jwe.decrypt(decrypter);
    } catch (JOSEException | RuntimeException e) {
      throw new JsonProblem(
          "$",
          "can't be decrypted: check that the security key is the one of this merchant id, and of"
              + " the environment (test or live) the secret key is of");
    }
    return jwe.getPayload().toBytes();
  }

  private static JWEObject parse(String compact) {
    try {
      return JWEObject.parse(compact);
    } catch (ParseException | RuntimeException e) {
      // The library throws unchecked exceptions too, such as for the algorithm "none": they must
      // not escape from a call that may have moved money.
      throw new JsonProblem("$", "is no JWE");
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1).strip();
  }
}
