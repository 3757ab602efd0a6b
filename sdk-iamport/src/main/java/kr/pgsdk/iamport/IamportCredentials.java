package kr.pgsdk.iamport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's REST API key and secret. With sub-merchants: those of the agent's own account, and a
 * {@link IamportTier} to say whom a call is for.
 */
public final class IamportCredentials {
  private final String apiKey;
  private final String apiSecret;

  private IamportCredentials(String apiKey, String apiSecret) {
    this.apiKey = apiKey;
    this.apiSecret = apiSecret;
  }

  /**
   * Returns credentials.
   *
   * @param apiKey {@code imp_key}, from the console; not the {@code imp00000000} code the checkout
   *     page uses
   * @param apiSecret {@code imp_secret}, from the console
   * @throws IllegalArgumentException if either is empty, or has anything but visible ASCII
   *     characters; the message doesn't show it
   */
  public static IamportCredentials of(String apiKey, String apiSecret) {
    return new IamportCredentials(
        visible(apiKey, "API key (imp_key)"), visible(apiSecret, "API secret (imp_secret)"));
  }

  private static String visible(@Nullable String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty or blank");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        throw new IllegalArgumentException(
            name
                + " must be visible ASCII without spaces or line breaks; it has something else at"
                + " index "
                + i
                + " of "
                + value.length()
                + " characters. Was it copied whole, and nothing more?");
      }
    }
    return value;
  }

  String apiKey() {
    return apiKey;
  }

  String apiSecret() {
    return apiSecret;
  }

  /** Shows neither. */
  @Override
  public String toString() {
    return "IamportCredentials[***]";
  }
}
