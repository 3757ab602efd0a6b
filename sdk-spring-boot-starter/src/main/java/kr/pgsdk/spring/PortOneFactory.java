package kr.pgsdk.spring;

import static kr.pgsdk.spring.PropertyCheck.checked;
import static kr.pgsdk.spring.PropertyCheck.given;
import static kr.pgsdk.spring.PropertyCheck.set;

import java.util.List;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;
import kr.pgsdk.spring.MerchantProperties.Configured;
import kr.pgsdk.spring.MerchantProperties.Portone;

/** What {@code pgsdk.portone.*} makes of a merchant at PortOne V2. */
record PortOneFactory(List<PortOneCustomizer> customizers) {
  PortOneGateway gateway(Configured merchant, Portone portone, HttpOptions http) {
    String prefix = merchant.prefix();
    PortOneApiSecret secret =
        checked(prefix + ".api-secret", () -> PortOneApiSecret.of(given(portone.apiSecret())));
    PortOneGateway.Builder builder =
        PortOneGateway.builder(secret).http(http).acceptTestPayments(portone.acceptTestPayments());
    set(prefix + ".store-id", portone.storeId(), builder::storeId);
    set(prefix + ".channel-key", portone.channelKey(), builder::channelKey);
    customizers.forEach(customizer -> customizer.customize(merchant.name(), builder));
    return checked(prefix + ".base-url", builder::build);
  }

  static void complete(Merchant.Builder merchant, String prefix, Portone portone) {
    set(
        prefix + ".store-id",
        portone.storeId(),
        id -> merchant.publicKey(PageKeys.storeId(id, portone)));
    set(prefix + ".channel-key", portone.channelKey(), merchant::channelKey);
    set(
        prefix + ".script-url",
        portone.scriptUrl(),
        url -> merchant.scriptUrl(PageKeys.scriptUrl(url)));
    set(
        prefix + ".webhook-secrets",
        portone.webhookSecrets(),
        secrets ->
            merchant.webhookSecrets(secrets.stream().map(PortOneWebhookSecret::of).toList()));
  }
}
