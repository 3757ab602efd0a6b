package kr.pgsdk.examples.shop.payments;

import java.net.URI;
import kr.pgsdk.spring.Merchant;

/**
 * The gateway's script on the checkout page.
 *
 * @param url where the page loads it from
 * @param key what the page opens it with; not secret
 * @param policy what else the page may load: the script and its window decide
 */
record GatewayScript(String url, String key, String policy) {
  private static final String TOSS = "https://js.tosspayments.com/v2/standard";
  private static final String IAMPORT = "https://cdn.iamport.kr/v1/iamport.js";

  static GatewayScript of(Merchant merchant) {
    String own = merchant.scriptUrl().map(URI::toString).orElse(null);
    String url = own != null ? own : merchant.isToss() ? TOSS : IAMPORT;
    String key = (merchant.isToss() ? merchant.clientKey() : merchant.impCode()).orElse("");
    // The real windows bring payment companies of their own: any https address.
    String from = own == null ? "https:" : origin(URI.create(own));
    String policy =
        "default-src 'self' %1$s; style-src 'self' 'unsafe-inline' %1$s; img-src 'self' data: %1$s;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    return new GatewayScript(url, key, policy.formatted(from));
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
