package kr.pgsdk.spring.test;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.Sandbox;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Starts a sandbox for an application and points {@code pgsdk.toss.*}, {@code pgsdk.iamport.*} and
 * {@code pgsdk.portone.*} to it: to try a shop in the browser, without keys or network. It is
 * closed last, after all that calls it.
 *
 * <pre>{@code
 * new SpringApplicationBuilder(ShopApplication.class)
 *     .initializers(new PgSandboxInitializer())
 *     .run(args);
 * }</pre>
 */
public final class PgSandboxInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private final boolean webhooks;

  /** A sandbox that sends its webhooks to the application's {@code /pg/webhooks}. */
  public PgSandboxInitializer() {
    this(true);
  }

  PgSandboxInitializer(boolean webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Sandbox sandbox = Sandbox.start();
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton("pgSandbox", sandbox);
    beans.registerDisposableBean("pgSandbox", sandbox::close);
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
    sources.addFirst(new MapPropertySource("pgsdk sandbox", properties(sandbox)));
    sources.addLast(
        new MapPropertySource("pgsdk tables", Map.of("pgsdk.store.create-schema", "true")));
    if (webhooks) {
      context.addApplicationListener(event -> started(event, context, sandbox));
    }
  }

  private static void started(
      Object event, ConfigurableApplicationContext context, Sandbox sandbox) {
    String port = context.getEnvironment().getProperty("local.server.port");
    if (port != null && event instanceof ContextRefreshedEvent) {
      String base = "http://127.0.0.1:" + port + "/pg/webhooks/";
      sandbox.toss().sendWebhooksTo(URI.create(base + "toss"));
      sandbox.iamport().sendWebhooksTo(URI.create(base + "iamport"));
      sandbox.portOne().sendWebhooksTo(URI.create(base + "portone"));
    }
  }

  private static Map<String, Object> properties(Sandbox sandbox) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("pgsdk.toss.secret-key", sandbox.tossSecretKey());
    properties.put("pgsdk.toss.client-key", sandbox.tossClientKey());
    properties.put("pgsdk.toss.security-key", sandbox.tossSecurityKey());
    properties.put("pgsdk.toss.base-url", sandbox.tossUrl());
    properties.put("pgsdk.toss.script-url", sandbox.tossScriptUrl());
    properties.put("pgsdk.iamport.api-key", sandbox.iamportKey());
    properties.put("pgsdk.iamport.api-secret", sandbox.iamportSecret());
    properties.put("pgsdk.iamport.imp-code", sandbox.iamportUserCode());
    properties.put("pgsdk.iamport.base-url", sandbox.iamportUrl());
    properties.put("pgsdk.iamport.script-url", sandbox.iamportScriptUrl());
    properties.put("pgsdk.portone.api-secret", sandbox.portOneApiSecret());
    properties.put("pgsdk.portone.webhook-secrets", sandbox.portOneWebhookSecret());
    properties.put("pgsdk.portone.store-id", sandbox.portOneStoreId());
    properties.put("pgsdk.portone.channel-key", sandbox.portOneChannelKey());
    properties.put("pgsdk.portone.base-url", sandbox.portOneUrl());
    properties.put("pgsdk.portone.script-url", sandbox.portOneScriptUrl());
    return properties;
  }
}
