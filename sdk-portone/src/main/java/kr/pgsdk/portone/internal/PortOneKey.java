package kr.pgsdk.portone.internal;

import java.util.UUID;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.text.DerivedKey;

/**
 * The value of the header {@code Idempotency-Key} as PortOne takes it: 16 to 256 characters in
 * double quotes (api/rest-v2, idempotency; a string of RFC 8941). PortOne keeps it for three hours.
 */
public final class PortOneKey {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,256}");

  private PortOneKey() {}

  /** Returns the header for a key; one that PortOne wouldn't take stands there as its hash. */
  public static String header(String key) {
    String taken = FORM.matcher(key).matches() ? key : DerivedKey.of("key", key);
    return '"' + taken + '"';
  }

  /** A key that nobody has used. */
  public static String random() {
    return UUID.randomUUID().toString();
  }
}
