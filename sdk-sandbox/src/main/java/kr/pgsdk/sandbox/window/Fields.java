package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * The object that a page handed over, as it came: each field may be missing or of any type. Null
 * counts as missing, as it does for the gateways' scripts.
 */
final class Fields {
  private final Map<String, @Nullable Object> values;

  private Fields(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * Reads a JSON object.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Fields of(String json) {
    return new Fields(Json.object(json));
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  @Nullable Object get(String name) {
    return values.get(name);
  }

  /** A text, or null if it is missing or something else. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** A text, or {@code otherwise}. */
  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** A number, or null if it is missing or something else. */
  @Nullable BigDecimal number(String name) {
    return values.get(name) instanceof BigDecimal number ? number : null;
  }

  /** An object; an empty one if it is missing or something else. */
  @SuppressWarnings("unchecked")
  Fields object(String name) {
    return values.get(name) instanceof Map<?, ?> map
        ? new Fields((Map<String, @Nullable Object>) map)
        : new Fields(Map.of());
  }

  /** The texts of a list, or the text alone. */
  List<String> texts(String name) {
    Object value = values.get(name);
    if (value instanceof String text) {
      return List.of(text);
    }
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  Map<String, @Nullable Object> all() {
    return values;
  }

  /** Whether a browser may be sent there: http or https, with a host. */
  static boolean isWebAddress(@Nullable String url) {
    if (url == null) {
      return false;
    }
    try {
      URI parsed = URI.create(url);
      String scheme = String.valueOf(parsed.getScheme());
      return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && parsed.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Adds a query to an address that may have one, and may have a fragment. */
  static String withQuery(String url, String query) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String rest = hash < 0 ? url : url.substring(0, hash);
    String separator =
        rest.indexOf('?') < 0 ? "?" : rest.endsWith("?") || rest.endsWith("&") ? "" : "&";
    return rest + separator + query + fragment;
  }
}
