package kr.pgsdk.toss.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.text.Credential;
import kr.pgsdk.toss.internal.OtherKeys;

/**
 * A merchant's security key: 64 hexadecimal characters, shown in the developer centre; not the
 * secret key. It signs the webhooks of payouts and sellers, and encrypts their requests. Immutable;
 * its {@code toString()} doesn't show it.
 */
public final class TossSecurityKey {
  /** How far the time of a signed webhook may lie from now, unless said otherwise. */
  public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");

  private final String key;

  private TossSecurityKey(String key) {
    this.key = key;
  }

  /**
   * Returns the key.
   *
   * @throws IllegalArgumentException if it isn't 64 hexadecimal characters; the message says what
   *     it seems to be, and doesn't show it
   */
  public static TossSecurityKey of(String key) {
    Credential.require(key, "security key", "Toss's developer centre", OtherKeys.THAN_SECURITY);
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "security key must be 64 hexadecimal characters; this has "
              + key.length()
              + " characters. It is beside the secret key in the developer centre, and isn't that");
    }
    return new TossSecurityKey(key);
  }

  /** The key as it is written. */
  byte[] text() {
    return key.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The 32 bytes it spells.
   *
   * @hidden
   */
  public byte[] decoded() {
    return HexFormat.of().parseHex(key);
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "TossSecurityKey[***]";
  }
}
