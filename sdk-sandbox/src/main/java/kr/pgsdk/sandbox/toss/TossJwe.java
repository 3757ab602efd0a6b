package kr.pgsdk.sandbox.toss;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Bodies of v2: JWE in its compact form, {@code dir} with {@code A256GCM} (RFC 7516). */
final class TossJwe {
  private static final String HEADER = "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}";
  private static final int PARTS = 5; // header, an empty key, IV, ciphertext, tag
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  /**
   * Encrypts and decrypts by one key.
   *
   * @param securityKey 64 hex digits
   */
  TossJwe(String securityKey, RandomGenerator random) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(securityKey), "AES");
    this.random = random;
  }

  String encrypt(String json) {
    String header = encoded(HEADER.getBytes(StandardCharsets.UTF_8));
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed;
    try {
      sealed = run(Cipher.ENCRYPT_MODE, header, iv, json.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in GCM mode", e);
    }
    int end = sealed.length - TAG_BYTES;
    return String.join(
        ".",
        header,
        "",
        encoded(iv),
        encoded(Arrays.copyOf(sealed, end)),
        encoded(Arrays.copyOfRange(sealed, end, sealed.length)));
  }

  /**
   * Returns what was encrypted.
   *
   * @throws IllegalArgumentException if it isn't encrypted so, or by another key
   */
  String decrypt(String compact) {
    String[] parts = compact.strip().split("\\.", -1);
    if (parts.length != PARTS || !parts[1].isEmpty()) {
      throw new IllegalArgumentException("no JWE that is encrypted directly");
    }
    byte[] text = decoded(parts[3]);
    byte[] tag = decoded(parts[4]);
    byte[] sealed = Arrays.copyOf(text, text.length + tag.length);
    System.arraycopy(tag, 0, sealed, text.length, tag.length);
    try {
      byte[] json = run(Cipher.DECRYPT_MODE, parts[0], decoded(parts[2]), sealed);
      return new String(json, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("encrypted by another key, or changed", e);
    }
  }

  /** The header is not encrypted, but can't be changed either. */
  private byte[] run(int mode, String header, byte[] iv, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
    cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
    return cipher.doFinal(input);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
