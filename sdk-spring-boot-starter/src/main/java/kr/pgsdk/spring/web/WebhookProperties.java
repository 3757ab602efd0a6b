package kr.pgsdk.spring.web;

import java.util.List;
import kr.pgsdk.core.webhook.SourceAddresses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the gateways' webhooks arrive.
 *
 * @param enabled whether there is an endpoint for them
 * @param path the beginning of its address; the merchant's name follows
 * @param checkSource whether only webhooks from the gateways' own addresses are accepted; behind a
 *     proxy the application must see the sender's address, see server.forward-headers-strategy
 * @param moreSources more accepted addresses, or blocks such as 10.0.0.0/8
 */
@ConfigurationProperties("pgsdk.webhooks")
record WebhookProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/pg/webhooks") String path,
    @DefaultValue("false") boolean checkSource,
    @DefaultValue List<String> moreSources) {
  WebhookProperties {
    Paths.check("pgsdk.webhooks.path", path);
    if (!moreSources.isEmpty()) {
      try {
        SourceAddresses.of(moreSources);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("pgsdk.webhooks.more-sources: " + e.getMessage());
      }
    }
  }
}
