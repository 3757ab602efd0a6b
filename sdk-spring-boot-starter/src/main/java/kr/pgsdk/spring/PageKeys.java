package kr.pgsdk.spring;

import java.net.URI;
import java.net.URISyntaxException;
import kr.pgsdk.spring.MerchantProperties.Iamport;
import kr.pgsdk.spring.MerchantProperties.Portone;
import org.jspecify.annotations.Nullable;

/** What may stand in a page: no secret by mistake, and no address of a stranger. Shows no value. */
final class PageKeys {
  private static final String LOOPBACK = "localhost|127(\\.[0-9]{1,3}){3}|\\[::1]";

  private PageKeys() {}

  static String tossClientKey(String key, @Nullable String secretKey) {
    visible(key);
    if (key.contains("_sk_") || key.contains("_gsk_") || key.equals(secretKey)) {
      throw new IllegalArgumentException(
          "this is a secret key, and the checkout page would show it: use the client key (..._ck_"
              + " or ..._gck_) next to it in the developer centre");
    }
    if (secretKey != null && !mode(key).equals(mode(secretKey))) {
      throw new IllegalArgumentException(
          "one of client key and secret key is for tests, and the other is live");
    }
    return key;
  }

  private static String mode(String key) {
    return key.substring(0, Math.max(0, key.indexOf('_')));
  }

  static String impCode(String code, Iamport iamport) {
    visible(code);
    if (code.equals(iamport.apiSecret()) || code.equals(iamport.apiKey())) {
      throw new IllegalArgumentException(
          "this is the API key or secret, and the checkout page would show it: use the code"
              + " (imp00000000) next to it in the console");
    }
    return code;
  }

  static String storeId(String id, Portone portone) {
    visible(id);
    if (id.equals(portone.apiSecret()) || id.startsWith("whsec_")) {
      throw new IllegalArgumentException(
          "this is a secret, and the checkout page would show it: use the store id (store-...) of"
              + " the console");
    }
    return id;
  }

  private static void visible(String key) {
    if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("it must be visible ASCII, and not blank");
    }
  }

  static URI scriptUrl(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("it must be an https address");
    }
    String host = uri.getHost();
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (host == null || uri.getRawUserInfo() != null || !(https || http)) {
      throw new IllegalArgumentException("it must be an https address, without a user");
    }
    if (http && !host.matches(LOOPBACK)) {
      throw new IllegalArgumentException(
          "it must be https; http is allowed for loopback (127.0.0.1, localhost) only: an attacker"
              + " who changes the script on its way could steal the buyers' cards");
    }
    return uri;
  }
}
