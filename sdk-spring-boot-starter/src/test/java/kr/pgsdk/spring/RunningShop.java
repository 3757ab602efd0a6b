package kr.pgsdk.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop that runs on a port of its own, with a database and a sandbox of its own. */
final class RunningShop implements AutoCloseable {
  final Sandbox sandbox;
  final ConfigurableApplicationContext context;
  // JPA, in Spring Boot 3.5 and in 4; one test has it.
  static final String WITHOUT_JPA =
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration,"
          + "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration,"
          + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
          + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

  private final HttpClient browser = HttpClient.newHttpClient();

  RunningShop(Class<?> app, String... more) {
    sandbox = Sandbox.start();
    try {
      context = new SpringApplicationBuilder(app).run(arguments(sandbox, more));
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  static String[] arguments(Sandbox sandbox, String... more) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("server.port", "0");
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.autoconfigure.exclude", WITHOUT_JPA);
    properties.put("spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID());
    properties.put("pgsdk.store.create-schema", "true");
    properties.put("pgsdk.resume.every", "1h");
    properties.put("pgsdk.toss.secret-key", sandbox.tossSecretKey());
    properties.put("pgsdk.toss.client-key", "test_ck_page");
    properties.put("pgsdk.toss.security-key", sandbox.tossSecurityKey());
    properties.put("pgsdk.toss.base-url", sandbox.tossUrl());
    properties.put("pgsdk.portone.api-secret", sandbox.portOneApiSecret());
    properties.put("pgsdk.portone.webhook-secrets", sandbox.portOneWebhookSecret());
    properties.put("pgsdk.portone.store-id", sandbox.portOneStoreId());
    properties.put("pgsdk.portone.channel-key", sandbox.portOneChannelKey());
    properties.put("pgsdk.portone.base-url", sandbox.portOneUrl());
    properties.put("pgsdk.iamport.api-key", sandbox.iamportKey());
    properties.put("pgsdk.iamport.api-secret", sandbox.iamportSecret());
    properties.put("pgsdk.iamport.imp-code", sandbox.iamportUserCode());
    properties.put("pgsdk.iamport.base-url", sandbox.iamportUrl());
    for (String property : more) {
      properties.put(property.split("=", 2)[0], property.split("=", 2)[1]);
    }
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
  }

  HttpResponse<String> post(String path, String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> post(String path, SandboxWebhook webhook) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
    webhook
        .headers()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    sandbox.close();
  }
}
