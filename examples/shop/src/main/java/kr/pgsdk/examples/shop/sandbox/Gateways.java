package kr.pgsdk.examples.shop.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Sandbox;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the gateways in this process, unless the environment has a gateway's keys: then the shop
 * is paid at the real ones, and there is no sandbox.
 */
public final class Gateways implements ApplicationContextInitializer<GenericApplicationContext> {
  private static final List<String> KEYS =
      List.of("pgsdk.toss.secret-key", "pgsdk.iamport.api-key", "pgsdk.portone.api-secret");

  @Override
  public void initialize(GenericApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    boolean named =
        Binder.get(environment)
            .bind("pgsdk.merchants", Bindable.mapOf(String.class, Object.class))
            .isBound();
    if (named || KEYS.stream().anyMatch(environment::containsProperty)) {
      return;
    }
    Sandbox sandbox =
        Sandbox.builder()
            .controls(true)
            .iamportPort(port(environment, "iamport"))
            .tossPort(port(environment, "toss"))
            .portOnePort(port(environment, "portone"))
            .windowPort(port(environment, "window"))
            .start();
    environment.getPropertySources().addLast(new MapPropertySource("sandbox", properties(sandbox)));
    context.registerBean(Sandbox.class, () -> sandbox); // which closes it after all that use it
  }

  private static int port(ConfigurableEnvironment environment, String of) {
    return environment.getProperty("shop.sandbox.port." + of, Integer.class, 0);
  }

  private static Map<String, Object> properties(Sandbox sandbox) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("pgsdk.toss.secret-key", sandbox.tossSecretKey());
    properties.put("pgsdk.toss.client-key", sandbox.tossClientKey());
    properties.put("pgsdk.toss.base-url", sandbox.tossUrl());
    properties.put("pgsdk.toss.script-url", sandbox.tossScriptUrl());
    properties.put("pgsdk.iamport.api-key", sandbox.iamportKey());
    properties.put("pgsdk.iamport.api-secret", sandbox.iamportSecret());
    properties.put("pgsdk.iamport.imp-code", sandbox.iamportUserCode());
    properties.put("pgsdk.iamport.channel-key", "channel-key-sandbox");
    properties.put("pgsdk.iamport.base-url", sandbox.iamportUrl());
    properties.put("pgsdk.iamport.script-url", sandbox.iamportScriptUrl());
    properties.put("pgsdk.portone.api-secret", sandbox.portOneApiSecret());
    properties.put("pgsdk.portone.webhook-secrets", sandbox.portOneWebhookSecret());
    properties.put("pgsdk.portone.store-id", sandbox.portOneStoreId());
    properties.put("pgsdk.portone.channel-key", sandbox.portOneChannelKey());
    properties.put("pgsdk.portone.base-url", sandbox.portOneUrl());
    properties.put("pgsdk.portone.script-url", sandbox.portOneScriptUrl());
    // The next sandbox knows nothing of this one's payments: its store is another one too.
    properties.put("pgsdk.store.shop", OrderId.random().value().substring(0, 20));
    return properties;
  }
}
