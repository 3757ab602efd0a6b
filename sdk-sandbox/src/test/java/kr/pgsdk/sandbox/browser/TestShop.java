package kr.pgsdk.sandbox.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.OrderId;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A shop of static pages on another port; it shows what its scripts are told in {@code #said}. */
final class TestShop extends Dispatcher implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ko">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>상점</title>
      <link rel="icon" href="data:,">
      <body style="font: 18px sans-serif; margin: 32px">
      <h1>상점</h1>
      <p id="said"></p>
      <script>
        window.said = (...what) => (document.getElementById("said").textContent += JSON.stringify(what));
        window.alert = (text) => said("alert", text);
      </script>
      %s
      """;

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final BlockingQueue<String> webhooks = new LinkedBlockingQueue<>();

  TestShop() {
    server.setDispatcher(this);
    try {
      server.start(InetAddress.getByName("127.0.0.1"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is: under another name than the sandbox, as another site. */
  String url() {
    return "http://localhost:" + server.getPort();
  }

  /** Serves a page, and returns its address. */
  String page(String path, String body) {
    pages.put(path, PAGE.formatted(body));
    return url() + path;
  }

  /** The next webhook about an order: its path and body. Those about others are dropped. */
  String webhook(OrderId order) throws InterruptedException {
    while (true) {
      String next = webhooks.poll(100, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no webhook came");
      }
      if (next.contains(order.value())) {
        return next;
      }
    }
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS);
    if (request.getMethod().equals("POST")) {
      webhooks.add(request.getUrl().encodedPath() + " " + request.getBody().utf8());
      return new MockResponse.Builder().code(200).build();
    }
    String page = pages.getOrDefault(request.getUrl().encodedPath(), PAGE.formatted(""));
    return new MockResponse.Builder()
        .code(200)
        .setHeader("Content-Type", "text/html; charset=utf-8")
        .body(page)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
