package kr.pgsdk.spring.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where buyers return from a checkout.
 *
 * @param enabled whether there is an endpoint for them
 * @param path the beginning of its address; the merchant's name follows
 * @param baseUrl the shop's own address as browsers see it, such as https://shop.example; if it
 *     isn't set, the request decides, behind a proxy with server.forward-headers-strategy
 * @param page the shop's page to which the buyer is sent; {orderId} and {outcome} are replaced
 */
@ConfigurationProperties("pgsdk.returns")
record ReturnProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/pg/return") String path,
    @Nullable String baseUrl,
    @DefaultValue("/orders/{orderId}?payment={outcome}") String page) {
  ReturnProperties {
    Paths.check("pgsdk.returns.path", path);
    if (baseUrl != null && !isAddress(baseUrl)) {
      throw new IllegalArgumentException(
          "pgsdk.returns.base-url must be the shop's own address, such as https://shop.example");
    }
    String filled = page.replace("{orderId}", "1").replace("{outcome}", "paid");
    boolean isAbsolute = filled.matches("https?://[^/?#].*");
    if (!isUri(filled) || !(isAbsolute || filled.startsWith("/"))) {
      throw new IllegalArgumentException(
          "pgsdk.returns.page must be an address such as /orders/{orderId}?payment={outcome},"
              + " without other names in braces");
    }
  }

  private static boolean isAddress(String url) {
    return url.matches("https?://[^/?#]+(/[^?#]*)?") && isUri(url);
  }

  private static boolean isUri(String text) {
    try {
      return !new URI(text).toASCIIString().isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
