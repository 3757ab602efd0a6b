package kr.pgsdk.sandbox.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as it arrived, read whole. Immutable. */
public final class WireRequest {
  private final long id;
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers;
  private final String body;
  private final Duration age;

  /**
   * Returns a request.
   *
   * @param id its number in the journal
   * @param target path and query as sent
   * @param headers values by lower-case name
   */
  public WireRequest(
      long id, String method, String target, Map<String, List<String>> headers, String body) {
    this(id, method, target, headers, body, Duration.ZERO);
  }

  private WireRequest(
      long id,
      String method,
      String target,
      Map<String, List<String>> headers,
      String body,
      Duration age) {
    this.id = id;
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body;
    this.age = age;
  }

  /** The same request, answered by a machine that is this far behind if it is a lookup. */
  public WireRequest toOneBehind(Duration howFar) {
    return new WireRequest(id, method, target, headers, body, howFar);
  }

  /** How old what a lookup shows is. */
  public Duration age() {
    return age;
  }

  /** What it is to the ledger. */
  public Cause cause() {
    return new Cause(id, header("Idempotency-Key"));
  }

  /** Its number in the journal: what a ledger entry names as its cause. */
  public long id() {
    return id;
  }

  /** {@code GET}, {@code POST} and so on. */
  public String method() {
    return method;
  }

  /** Path and query as sent. */
  public String target() {
    return target;
  }

  /** The path as sent: still encoded, without query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /**
   * The path's segments, decoded.
   *
   * @throws IllegalArgumentException if an escape is broken
   */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String raw : path().substring(1).split("/", -1)) {
      segments.add(decode(raw.replace("+", "%2B")));
    }
    return segments;
  }

  /**
   * Returns if path and query can be decoded.
   *
   * @throws IllegalArgumentException if an escape is broken
   */
  public void requireReadable() {
    List<String> unused = segments();
    unused = query("");
  }

  /** The values of a query parameter, decoded, in order. */
  public List<String> query(String name) {
    int query = target.indexOf('?');
    return query < 0 ? List.of() : valuesOf(target.substring(query + 1), name);
  }

  /** The first value of a query parameter, or null. */
  public @Nullable String queryValue(String name) {
    List<String> values = query(name);
    return values.isEmpty() ? null : values.get(0);
  }

  private static List<String> valuesOf(String query, String name) {
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, String> pair : pairs(query)) {
      if (pair.getKey().equals(name)) {
        values.add(pair.getValue());
      }
    }
    return values;
  }

  /** The decoded pairs of a query or of a form. */
  static List<Map.Entry<String, String>> pairs(String encoded) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(Map.entry(decode(name), decode(value)));
      }
    }
    return pairs;
  }

  /** Returns the fields as a query or a form, but for those without a value. */
  public static String form(Map<String, ? extends @Nullable Object> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(field -> field.getKey() + "=" + encode(String.valueOf(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** The body as text; empty for none. */
  public String body() {
    return body;
  }
}
