package kr.pgsdk.examples.shop.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.durable.Sealer;
import kr.pgsdk.examples.shop.sandbox.Demonstration;
import kr.pgsdk.examples.shop.sandbox.SettingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the refund accounts in the payments' tables by AES-GCM, with a key that the environment
 * gives: all servers of the shop have the same. Beside the sandbox alone it is made up.
 */
@Component
class SealedAccounts implements Sealer {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  SealedAccounts(@Value("${shop.sealing-key:}") String given, Demonstration demonstration) {
    byte[] bytes = given.isBlank() ? made(demonstration) : decoded(given);
    key = new SecretKeySpec(bytes, "AES");
  }

  private static byte[] made(Demonstration demonstration) {
    if (!demonstration.isOn()) {
      throw new SettingException(
          "Buyers' refund accounts are stored, and there is no key to seal them with"
              + " (shop.sealing-key: 32 random bytes as base64).");
    }
    return random(KEY_BYTES);
  }

  private static byte[] decoded(String given) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(given.strip());
    } catch (IllegalArgumentException e) {
      throw new SettingException("shop.sealing-key is not base64."); // never the key itself
    }
    if (bytes.length != KEY_BYTES) {
      throw new SettingException("shop.sealing-key has " + bytes.length + " bytes, not 32.");
    }
    return bytes;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String seal(String text) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
    byte[] both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String open(String sealed) {
    ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    both.get(nonce);
    byte[] rest = new byte[both.remaining()];
    both.get(rest);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, rest), UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a refund account can't be sealed or opened", e);
    }
  }
}
