package com.example.first;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;

public final class FirstShop {
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><h1>T-shirt, 15,000 won</h1>
      <button id="pay">Pay</button>
      <script src="%s"></script>
      <script>
        const checkout = %s;
        const payment = TossPayments("%s").payment(checkout.payment);
        document.getElementById("pay").onclick = () =>
          payment.requestPayment(checkout.requestPayment).catch((error) => alert(error.message));
      </script>
      """;

  private final Map<OrderId, Money> orders = new ConcurrentHashMap<>(); // your database
  private final Sandbox sandbox = Sandbox.start();
  private final PaymentGateway gateway =
      TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
          .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
          .build();

  public static void main(String[] arguments) throws IOException {
    System.out.println("Open http://localhost:" + new FirstShop().start(8080));
  }

  public int start(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    int own = server.getAddress().getPort();
    server.createContext("/", exchange -> answer(exchange, checkout("http://localhost:" + own)));
    server.createContext(
        "/back", exchange -> answer(exchange, confirm(exchange.getRequestURI().getRawQuery())));
    server.start();
    return own;
  }

  /** The page with the button: a new order each time. */
  private String checkout(String shop) {
    OrderId orderId = OrderId.random();
    Money price = Money.krw(15_000);
    orders.put(orderId, price);
    PrepareRequest request =
        PrepareRequest.builder(orderId, price)
            .orderName("T-shirt")
            .checkout(CheckoutOptions.builder().returnUrl(shop + "/back").build())
            .build();
    String checkout = gateway.prepare(request).checkout().toJson();
    return PAGE.formatted(sandbox.tossScriptUrl(), checkout, sandbox.tossClientKey());
  }

  /** The browser is back from the window, and brings parameters that anyone could have forged. */
  private String confirm(String query) {
    Parameters parameters = Parameters.ofQuery(query);
    Optional<String> problem = parameters.value("code");
    if (problem.isPresent()) {
      return "<h1>Not paid</h1><p><a href='/'>Try again</a>";
    }
    TossSuccessRedirect back = TossSuccessRedirect.read(parameters);
    OrderId orderId = back.payment().claimedOrderId().orElseThrow();
    Money price = orders.get(orderId); // from your records, never from the browser
    if (price == null) {
      return "<h1>No such order</h1>";
    }
    Confirmation result = back.confirm(gateway, orderId, price);
    return result instanceof Confirmation.Confirmed paid
        ? "<h1>Paid: " + paid.payment().amount() + "</h1><p>Order " + orderId
        : "<h1>Not paid</h1><p><a href='/'>Try again</a>";
  }

  private static void answer(HttpExchange exchange, String html) throws IOException {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
