package kr.pgsdk.examples.shop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.SandboxWebhook;

/** Somebody at the shop's door, with cookies of their own, who follows no redirect unasked. */
public final class Visitor {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(100);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Supplier<String> shop;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private String token;
  private String tokensCookie;

  Visitor(int port) {
    this(() -> "http://localhost:" + port);
  }

  /**
   * Comes to a shop of several servers.
   *
   * @param shop chooses one for each request: its address, without a slash at the end
   */
  public Visitor(Supplier<String> shop) {
    this.shop = shop;
  }

  /** Asks for a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** Asks for a page, and doesn't wait for it. */
  public CompletableFuture<HttpResponse<String>> getLater(String path) throws IOException {
    return HTTP.sendAsync(dressed(HttpRequest.newBuilder(at(path))), BodyHandlers.ofString());
  }

  /** Posts a form's fields, in pairs, with the token of the points' page. */
  public HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    return postForm(path, form(fields));
  }

  /** Posts a form that is written already. */
  HttpResponse<String> postForm(String path, String form) throws IOException, InterruptedException {
    return postWithout(path, form + "&_csrf=" + encoded(token()));
  }

  /** The forms' token, which the server takes as long as its cookie is the same. */
  private String token() throws IOException, InterruptedException {
    if (token == null || !cookie().equals(tokensCookie)) {
      Matcher shown = TOKEN.matcher(get("/points").body());
      if (!shown.find()) {
        throw new AssertionError("the form has no token");
      }
      token = shown.group(1);
      tokensCookie = cookie();
    }
    return token;
  }

  private String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(one -> one.getName().endsWith("form"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Posts a body as it is. */
  HttpResponse<String> postWithout(String path, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends what no page of the shop's does, with the forms' token. */
  HttpResponse<String> odd(String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .method(method, body)
            .header("X-XSRF-TOKEN", token())
            .headers(headers));
  }

  /** Delivers a gateway's webhook. */
  public HttpResponse<String> hook(String path, SandboxWebhook webhook)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(webhook.body()));
    webhook
        .headers()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return send(request);
  }

  private URI at(String path) {
    return URI.create(shop.get() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(dressed(request), BodyHandlers.ofString());
    cookies.put(answer.uri(), answer.headers().map());
    return answer;
  }

  private HttpRequest dressed(HttpRequest.Builder request) throws IOException {
    if (request.copy().build().headers().firstValue("Accept").isEmpty()) {
      request.header("Accept", "text/html");
    }
    request.timeout(LONGEST_WAIT);
    cookies
        .get(request.copy().build().uri(), Map.of())
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return request.build();
  }

  static String form(String... fields) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < fields.length; i += 2) {
      form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
