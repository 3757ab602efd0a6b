package kr.pgsdk.iamport;

import kr.pgsdk.core.internal.text.Credential;

/**
 * A merchant's REST API key and secret. An agent with sub-merchants uses the key and secret of its
 * own account, and a {@link IamportTier} to name the sub-merchant of a call.
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
   * @throws IllegalArgumentException if either is empty, has anything but visible ASCII characters,
   *     has quotation marks around it, is encoded in base64, or is another key of PortOne or Toss.
   *     The message says which key it is and where the right one is, and doesn't show the text
   */
  public static IamportCredentials of(String apiKey, String apiSecret) {
    IamportCredentials credentials =
        new IamportCredentials(
            checked(apiKey, "API key (imp_key)"), checked(apiSecret, "API secret (imp_secret)"));
    if (apiKey.equals(apiSecret)) {
      throw new IllegalArgumentException(
          "API key (imp_key) and API secret (imp_secret) are the same text: one of them was copied"
              + " twice");
    }
    return credentials;
  }

  private static String checked(String value, String name) {
    return Credential.require(value, name, "PortOne's console", OtherKeys.THAN_API_KEYS);
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
