package kr.pgsdk.examples.shop.payments;

import java.net.URI;
import kr.pgsdk.spring.CheckoutPage;
import kr.pgsdk.spring.Merchant;

/**
 * The gateway's script on the checkout page.
 *
 * @param gateway whose it is, as pay.js names them
 * @param url where the page loads it from
 * @param key what the page opens it with; not secret
 * @param policy what else the page may load: the script and its window decide
 */
record GatewayScript(String gateway, String url, String key, String policy) {
  static GatewayScript of(CheckoutPage page) {
    URI url = page.scriptUrl();
    // The real windows bring payment companies of their own: any https address.
    String from = url.getScheme().equals("https") ? "https:" : origin(url);
    String policy =
        "default-src 'self' %1$s; style-src 'self' 'unsafe-inline' %1$s; img-src 'self' data: %1$s;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    return new GatewayScript(
        gateway(page.merchant()), url.toString(), page.publicKey(), policy.formatted(from));
  }

  private static String gateway(Merchant merchant) {
    if (merchant.isPortOne()) {
      return "portone";
    }
    return merchant.isToss() ? "toss" : "iamport";
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
