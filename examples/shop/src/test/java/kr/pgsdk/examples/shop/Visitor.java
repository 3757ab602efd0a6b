package kr.pgsdk.examples.shop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the shop's door, with cookies of their own, who follows no redirect unasked. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String shop;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  Visitor(int port) {
    this.shop = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(shop + path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  /** Posts a form's fields, in pairs, with the token of the points' page. */
  HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    return postForm(path, form(fields));
  }

  /** Posts a form that is written already. */
  HttpResponse<String> postForm(String path, String form) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/points").body());
    if (!token.find()) {
      throw new AssertionError("the form has no token");
    }
    return postWithout(path, form + "&_csrf=" + encoded(token.group(1)));
  }

  /** Posts a body as it is. */
  HttpResponse<String> postWithout(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(shop + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
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
