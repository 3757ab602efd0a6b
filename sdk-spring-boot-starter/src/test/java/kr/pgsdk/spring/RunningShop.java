package kr.pgsdk.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop that runs on a port of its own, with a database and a sandbox of its own. */
final class RunningShop implements AutoCloseable {
  final Sandbox sandbox;
  final ConfigurableApplicationContext context;
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
    List<String> properties = new ArrayList<>();
    properties.add("server.port=0");
    properties.add("spring.main.banner-mode=off");
    properties.add("logging.level.root=WARN");
    properties.add("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());
    properties.add("pgsdk.store.create-schema=true");
    properties.add("pgsdk.resume.every=1h");
    properties.add("pgsdk.toss.secret-key=" + sandbox.tossSecretKey());
    properties.add("pgsdk.toss.client-key=test_ck_page");
    properties.add("pgsdk.toss.base-url=" + sandbox.tossUrl());
    properties.add("pgsdk.iamport.api-key=" + sandbox.iamportKey());
    properties.add("pgsdk.iamport.api-secret=" + sandbox.iamportSecret());
    properties.add("pgsdk.iamport.base-url=" + sandbox.iamportUrl());
    properties.addAll(List.of(more));
    return properties.stream().map(property -> "--" + property).toArray(String[]::new);
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
