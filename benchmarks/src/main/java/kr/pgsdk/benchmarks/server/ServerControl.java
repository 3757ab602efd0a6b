package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a running server can be told and asked, from any process that knows its address.
 *
 * @param url its base URL, for both gateways
 */
public record ServerControl(String url) {
  static final String DELAY = "GET /delay/";
  static final String REQUESTS = "GET /requests";

  /** The server on this port. */
  public static ServerControl of(int port) {
    return new ServerControl("http://127.0.0.1:" + port);
  }

  /** From now on every response comes this late. */
  public void delay(Duration delay) throws IOException {
    get(DELAY + delay.toMillis());
  }

  /** How many requests came so far for a method and path, such as {@code GET /payments/imp_1}. */
  public long requests(String target) throws IOException {
    return get(REQUESTS)
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair[0].equals(target))
        .mapToLong(pair -> Long.parseLong(pair[1]))
        .sum();
  }

  private String get(String target) throws IOException {
    String path = target.substring("GET ".length());
    try (InputStream in = URI.create(url + path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
