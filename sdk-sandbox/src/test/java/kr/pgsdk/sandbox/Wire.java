package kr.pgsdk.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Json;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A plain HTTP client that sends once and follows nothing. */
final class Wire {
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .readTimeout(Duration.ofSeconds(20))
          .build();

  private final String url;
  private final Headers headers;

  private Wire(String url, Headers headers) {
    this.url = url;
    this.headers = headers;
  }

  /** An answer, read whole. */
  record Reply(int status, Headers headers, String body) {
    Map<String, ?> json() {
      return Json.object(body);
    }

    /** The value at {@code path}; its steps are separated by points, a number is an index. */
    Object at(String path) {
      Object value = json();
      for (String step : path.split("\\.", -1)) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) value).get(step);
      }
      return value instanceof BigDecimal number ? number.toPlainString() : value;
    }
  }

  static Wire to(String url) {
    return new Wire(url, Headers.of());
  }

  /** Iamport with a token fetched just now. */
  static Wire iamport(Sandbox sandbox) throws IOException {
    return to(sandbox.iamportUrl()).header("Authorization", "Bearer " + token(sandbox));
  }

  static String token(Sandbox sandbox) throws IOException {
    return (String) getToken(sandbox).at("response.access_token");
  }

  static Reply getToken(Sandbox sandbox) throws IOException {
    return to(sandbox.iamportUrl())
        .post(
            "/users/getToken",
            "{\"imp_key\":\"%s\",\"imp_secret\":\"%s\"}"
                .formatted(sandbox.iamportKey(), sandbox.iamportSecret()));
  }

  /** Toss with its secret key. */
  static Wire toss(Sandbox sandbox) {
    return to(sandbox.tossUrl()).header("Authorization", basic(sandbox.tossSecretKey() + ":"));
  }

  /** PortOne V2 with its API secret. */
  static Wire portOne(Sandbox sandbox) {
    return to(sandbox.portOneUrl())
        .header("Authorization", "PortOne " + sandbox.portOneApiSecret());
  }

  static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  Wire header(String name, String value) {
    return new Wire(url, headers.newBuilder().set(name, value).build());
  }

  Reply get(String path) throws IOException {
    return exchange("GET", path, null);
  }

  Reply delete(String path) throws IOException {
    return exchange("DELETE", path, null);
  }

  Reply put(String path, String json) throws IOException {
    return exchange("PUT", path, body(json, "application/json"));
  }

  Reply post(String path, String json) throws IOException {
    return exchange("POST", path, body(json, "application/json"));
  }

  Reply postForm(String path, String form) throws IOException {
    return exchange("POST", path, body(form, "application/x-www-form-urlencoded"));
  }

  /** Any method, with this JSON or without a body. */
  Reply send(String method, String path, String json) throws IOException {
    return exchange(method, path, json == null ? null : body(json, "application/json"));
  }

  private static RequestBody body(String text, String type) {
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.get(type));
  }

  private Reply exchange(String method, String path, RequestBody body) throws IOException {
    Request request =
        new Request.Builder().url(url + path).headers(headers).method(method, body).build();
    try (Response response = CLIENT.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().string());
    }
  }
}
