package kr.pgsdk.sandbox.async;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.sandbox.Sandbox;

/**
 * Iamport's answers about one payment, all held back until a number of requests are in flight: on
 * one thread, for the sandbox has one for each connection.
 */
final class HoldingServer implements AutoCloseable {
  final AtomicInteger tokens = new AtomicInteger();
  private final ExecutorService answering = Executors.newFixedThreadPool(2);
  private final List<HttpExchange> held = new ArrayList<>();
  private final HttpServer server;
  private final int count;
  private final String payment;

  /**
   * Starts to listen.
   *
   * @param payment the answer about the payment
   */
  HoldingServer(int count, String payment) throws IOException {
    this.count = count;
    this.payment = payment;
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 4096);
    server.createContext("/users/getToken", this::issue);
    server.createContext("/payments/", this::hold);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The sandbox's own words about a payment. */
  static String wordsOf(Sandbox sandbox, String impUid) {
    try (IamportClient client =
        IamportClient.builder(IamportCredentials.of(sandbox.iamportKey(), sandbox.iamportSecret()))
            .http(kr.pgsdk.core.http.HttpOptions.builder().baseUrl(sandbox.iamportUrl()).build())
            .build()) {
      return "{\"code\":0,\"message\":null,\"response\":"
          + client.request("GET", "/payments/" + impUid, null)
          + "}";
    }
  }

  private void issue(HttpExchange exchange) {
    tokens.incrementAndGet();
    long now = System.currentTimeMillis() / 1000;
    answer(
        exchange,
        "{\"code\":0,\"message\":null,\"response\":{\"access_token\":\"token-1\",\"now\":%d,\"expired_at\":%d}}"
            .formatted(now, now + 1800));
  }

  /** Called on the server's one thread. */
  private void hold(HttpExchange exchange) {
    held.add(exchange);
    if (held.size() == count) {
      held.forEach(one -> answering.execute(() -> answer(one, payment)));
    }
  }

  private static void answer(HttpExchange exchange, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    answering.shutdownNow();
  }
}
