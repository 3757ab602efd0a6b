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
          "this is a secret key, and the checkout page would show it: the client key (..._ck_ or"
              + " ..._gck_) beside it in the developer centre is needed");
    }
    if (secretKey != null && !mode(key).equals(mode(secretKey))) {
      throw new IllegalArgumentException(
          "of client key and secret key one is for tests and the other is live");
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
          "this is the API key or secret, and the checkout page would show it: the code"
              + " (imp00000000) beside it in the console is needed");
    }
    return code;
  }

  static String storeId(String id, Portone portone) {
    visible(id);
    if (id.equals(portone.apiSecret()) || id.startsWith("whsec_")) {
      throw new IllegalArgumentException(
          "this is a secret, and the checkout page would show it: the store id (store-...) of the"
              + " console is needed");
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
          "it must be https; http is taken for loopback (127.0.0.1, localhost) only: whoever changes"
              + " the script on its way takes the buyers' cards");
    }
    return uri;
  }
}
