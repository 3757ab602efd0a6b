package kr.pgsdk.sandbox.wire;

import java.util.random.RandomGenerator;

/** Ids and keys of the shapes the gateways use. */
public final class RandomTexts {
  /** Digits and letters of both cases. */
  public static final String ALPHANUMERIC =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private RandomTexts() {}

  /** Returns {@code length} characters taken from {@code alphabet}. */
  public static String of(RandomGenerator random, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
