package kr.pgsdk.sandbox.wire;

import java.util.random.RandomGenerator;

/** Ids and keys of the shapes the gateways use. */
public final class RandomTexts {
  private static final String ALPHANUMERIC =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private RandomTexts() {}

  /** Returns digits. */
  public static String digits(RandomGenerator random, int length) {
    return of(random, "0123456789", length);
  }

  /** Returns hexadecimal digits, with small letters. */
  public static String hex(RandomGenerator random, int length) {
    return of(random, "0123456789abcdef", length);
  }

  /** Returns digits and letters of both cases. */
  public static String alphanumeric(RandomGenerator random, int length) {
    return of(random, ALPHANUMERIC, length);
  }

  private static String of(RandomGenerator random, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
