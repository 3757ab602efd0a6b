package kr.pgsdk.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/**
 * One request as it arrived, without its secrets: the credential of an {@code Authorization} is
 * {@code ***}, and so are {@code imp_key} and {@code imp_secret} in a body. Immutable.
 */
public final class JournalEntry {
  private final long id;
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers;
  private final String body;

  private JournalEntry(
      long id, String method, String target, Map<String, List<String>> headers, String body) {
    this.id = id;
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body;
  }

  /** Returns the entry for a request as it arrived, having taken its secrets out. */
  static JournalEntry of(long id, String method, String target, Headers headers, String body) {
    return new JournalEntry(
        id, method, Masking.target(target), Masking.headers(headers), Masking.body(body));
  }

  /** Its number: 1 for the first request of this gateway, whatever was cleared since. */
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

  /** The path as sent, without the query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The headers: values by lower-case name. Unmodifiable. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The body; empty if there was none. */
  public String body() {
    return body;
  }

  @Override
  public String toString() {
    return "#" + id + " " + method + " " + target;
  }
}
