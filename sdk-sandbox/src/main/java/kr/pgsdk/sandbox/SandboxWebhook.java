package kr.pgsdk.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the simulated gateway would send it: headers and body. Pass it to a shop's handler
 * as often and as late as you like, or send it with {@link #deliverTo}. Immutable.
 */
public final class SandboxWebhook {
  private static final int CONNECT_MILLIS =
      10_000; // Iamport: connect 10 s, read 30 s (webhook guide)
  private static final int READ_MILLIS = 30_000;

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String body;

  SandboxWebhook(WireWebhook wire) {
    wire.headers().forEach(header -> headers.put(header.getKey(), List.of(header.getValue())));
    this.body = wire.body();
  }

  /** The headers; their names are found in any case. A copy. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }

  /** A header's value, or null if there is none: what servlets' {@code getHeader} gives. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** The body's bytes, UTF-8. */
  public byte[] body() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** The body as text. */
  public String text() {
    return body;
  }

  /**
   * Posts it to a shop, once, and waits for the response as long as Iamport does: connect 10 s,
   * read 30 s.
   *
   * @param url {@code http} or {@code https}
   * @return the HTTP status the shop answered with
   * @throws IOException if there was no response
   */
  public int deliverTo(URI url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    try {
      byte[] bytes = body();
      connection.setRequestMethod("POST");
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setDoOutput(true);
      // A body of known length isn't sent twice behind our back.
      connection.setFixedLengthStreamingMode(bytes.length);
      headers.forEach((name, values) -> connection.setRequestProperty(name, values.get(0)));
      try (OutputStream out = connection.getOutputStream()) {
        out.write(bytes);
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Shows the size alone: a body holds a secret and a buyer's name. */
  @Override
  public String toString() {
    return "SandboxWebhook[" + body().length + " bytes]";
  }
}
