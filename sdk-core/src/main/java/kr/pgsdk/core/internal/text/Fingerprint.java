package kr.pgsdk.core.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tells two credentials apart without showing either. Stored: never change how it is made. */
public final class Fingerprint {
  private static final int LENGTH = 32;

  private Fingerprint() {}

  /**
   * Returns the fingerprint, 32 hexadecimal digits.
   *
   * @param gateway the gateway's short name
   * @param credential random enough that nobody finds it by trying, or no secret at all
   */
  public static String of(String gateway, String credential) {
    String text = String.join("\n", "credential fingerprint", gateway, credential);
    return Sha256.hex(text.getBytes(UTF_8)).substring(0, LENGTH);
  }
}
