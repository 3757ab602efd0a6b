package kr.pgsdk.core.internal.http;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint the SDK has no method for. The SDK can't tell ids and secrets in it
 * apart, so no message repeats any part of it.
 */
public final class CustomRequest {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final Pattern VERSION = Pattern.compile("v[0-9]{1,2}");
  private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z-]{0,30}");
  private static final int MAX_SHOWN = 80;

  private CustomRequest() {}

  /**
   * Starts a request: a GET is SAFE, anything else ONCE.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path the path with its query, percent-encoded where needed
   * @param jsonBody one JSON document; null for none
   * @throws IllegalArgumentException if one of these is anything else
   */
  public static HttpRequest.Builder of(String method, String path, @Nullable String jsonBody) {
    Objects.requireNonNull(method, "method");
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "method must be GET, POST, PUT, PATCH or DELETE, in capitals");
    }
    RetryMode mode = method.equals("GET") ? RetryMode.SAFE : RetryMode.ONCE;
    if (mode == RetryMode.SAFE && jsonBody != null) {
      throw new IllegalArgumentException("a GET carries no body: put it into the path's query");
    }
    return start(mode, method, path, jsonBody);
  }

  /**
   * Starts a request, by any method but GET, that is recognised by its idempotency key; otherwise
   * as {@link #of}.
   */
  public static HttpRequest.Builder keyed(
      String method, String path, @Nullable String jsonBody, String idempotencyKey) {
    if (!METHODS.contains(method) || method.equals("GET")) {
      throw new IllegalArgumentException("an idempotency key works for changes only, not for GET");
    }
    return start(RetryMode.KEYED, method, path, jsonBody)
        .header(HttpRequest.IDEMPOTENCY_KEY, idempotencyKey);
  }

  private static HttpRequest.Builder start(
      RetryMode mode, String method, String path, @Nullable String jsonBody) {
    requirePath(path);
    String pathOnly = path.split("\\?", 2)[0];
    HttpRequest.Builder request =
        new HttpRequest.Builder(shown(pathOnly), mode, method, List.of(), path).body(jsonBody);
    hideTextsOf(path, request);
    if (jsonBody != null) {
      textsOf(jsonBody).forEach(request::hide);
    }
    return request;
  }

  private static void requirePath(String path) {
    Objects.requireNonNull(path, "path");
    boolean plain = path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '#');
    String decodedDots = path.split("\\?", 2)[0].replaceAll("(?i)%2e", ".");
    boolean climbs = Arrays.stream(decodedDots.split("/", -1)).anyMatch(s -> s.matches("\\.+"));
    if (!path.startsWith("/") || path.startsWith("//") || !plain || climbs) {
      throw new IllegalArgumentException(
          "path must start with one /, be percent-encoded ASCII, and have no . or .. segment;"
              + " a URL is not a path");
    }
  }

  private static List<String> textsOf(String json) {
    try {
      return Json.textsOf(json);
    } catch (JsonProblem e) {
      throw new IllegalArgumentException("body must be one JSON document: " + e.getMessage(), e);
    }
  }

  /**
   * The path without what may be an id: after the first two words a segment most often is one, and
   * a billing key is an id that money can be taken with.
   */
  private static String shown(String path) {
    StringBuilder shown = new StringBuilder();
    int words = 0;
    for (String segment : path.substring(1).split("/", -1)) {
      boolean version = VERSION.matcher(segment).matches();
      boolean word = !version && words < 2 && WORD.matcher(segment).matches();
      words += word ? 1 : 0;
      shown.append('/').append(version || word ? segment : "*");
    }
    return shown.length() <= MAX_SHOWN ? shown.toString() : shown.substring(0, MAX_SHOWN);
  }

  private static void hideTextsOf(String path, HttpRequest.Builder request) {
    String[] parts = path.split("\\?", 2);
    for (String segment : parts[0].split("/", -1)) {
      if (!WORD.matcher(segment).matches()) {
        request.hide(segment);
      }
    }
    if (parts.length == 2) {
      for (String parameter : parts[1].split("&", -1)) {
        request.hide(parameter.substring(parameter.indexOf('=') + 1));
      }
    }
  }
}
