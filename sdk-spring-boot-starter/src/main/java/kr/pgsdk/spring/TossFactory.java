package kr.pgsdk.spring;

import static kr.pgsdk.spring.PropertyCheck.checked;
import static kr.pgsdk.spring.PropertyCheck.given;
import static kr.pgsdk.spring.PropertyCheck.set;

import java.util.List;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.spring.MerchantProperties.Configured;
import kr.pgsdk.spring.MerchantProperties.Toss;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSecurityKey;

/** What {@code pgsdk.toss.*} makes of a merchant at Toss Payments. */
record TossFactory(List<TossCustomizer> customizers) {
  TossGateway gateway(Configured merchant, Toss toss, HttpOptions http) {
    TossSecretKey key =
        checked(merchant.prefix() + ".secret-key", () -> TossSecretKey.of(given(toss.secretKey())));
    TossGateway.Builder builder = TossGateway.builder(key).http(http);
    customizers.forEach(customizer -> customizer.customize(merchant.name(), builder));
    return checked(merchant.prefix() + ".base-url", builder::build);
  }

  static void complete(Merchant.Builder merchant, String prefix, Toss toss) {
    set(
        prefix + ".client-key",
        toss.clientKey(),
        key -> merchant.publicKey(PageKeys.tossClientKey(key, toss.secretKey())));
    set(
        prefix + ".security-key",
        toss.securityKey(),
        key -> merchant.securityKey(TossSecurityKey.of(key)));
    set(
        prefix + ".script-url",
        toss.scriptUrl(),
        url -> merchant.scriptUrl(PageKeys.scriptUrl(url)));
  }
}
