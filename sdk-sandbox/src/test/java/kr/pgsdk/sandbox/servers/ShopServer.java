package kr.pgsdk.sandbox.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.StoredTokens;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossOpener;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;

/**
 * A server of a shop, as a process: it takes redirects, webhooks and requests for refunds over
 * HTTP, and what it books stands in the shop's own table. It ends when its standard input does, so
 * with the process that started it.
 */
final class ShopServer implements AutoCloseable {
  static final String TOSS = "toss";
  static final String IAMPORT = "iamport";

  private static final int CONNECTIONS = 8;
  private static final int THREADS = 8;
  private static final Duration BUDGET = Duration.ofSeconds(30);

  private final Hook hook = new Hook();
  private final DataSource database;
  private final JdbcPaymentStore store;
  private final PaymentGateway toss;
  private final PaymentGateway iamport;
  private DurablePayments payments;

  /** One in this process, or the one of this process. */
  ShopServer(List<String> arguments) {
    Map<String, String> settings = new HashMap<>();
    for (String argument : arguments) {
      int at = argument.indexOf('=');
      settings.put(argument.substring(0, at), argument.substring(at + 1));
    }
    database = hook.around(Pool.of(Database.source(settings.get("database")), CONNECTIONS));
    store = JdbcPaymentStore.builder(database).build();
    if (settings.containsKey("create")) {
      Tables.create(database);
    }
    Environment environment = environment(Duration.parse(settings.get("clock")));
    toss =
        TossOpener.in(
                TossGateway.builder(TossSecretKey.of(settings.get("tossKey")))
                    .http(http(settings.get("tossUrl"))),
                environment)
            .build();
    iamport =
        IamportOpener.in(
                IamportGateway.builder(
                        IamportCredentials.of(
                            settings.get("iamportKey"), settings.get("iamportSecret")))
                    .channelKey("channel-key-sandbox")
                    .http(http(settings.get("iamportUrl")))
                    .tokenStore(StoredTokens.of(store, IAMPORT)),
                environment)
            .build();
    payments = payments();
    if (settings.containsKey("resumes")) {
      payments.resumeEvery(Duration.parse(settings.get("resumes")));
    }
  }

  /** A server whose clock is off. */
  private static Environment environment(Duration off) {
    Environment real = Environment.system();
    return new Environment(
        Clock.offset(Clock.systemUTC(), off), real.nanoTime(), real.sleeper(), real.random());
  }

  private static HttpOptions http(String url) {
    return HttpOptions.builder()
        .baseUrl(url)
        .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5)))
        .build();
  }

  private DurablePayments payments() {
    return DurablePayments.builder(store, this::book)
        .account(TOSS, hook.around(toss))
        .account(IAMPORT, hook.around(iamport))
        .afterwards((event, id) -> mail(event))
        .build();
  }

  private void book(PaymentEvent event, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        delivery.connection().prepareStatement("insert into booked values (?, ?, ?, ?)")) {
      insert.setString(1, event.orderId().value());
      insert.setString(2, event.getClass().getSimpleName());
      insert.setLong(3, event.change().captured().longValueExact());
      insert.setLong(4, event.change().returned().longValueExact());
      insert.executeUpdate();
    }
    hook.reached(Point.IN_HANDLER);
  }

  private void mail(PaymentEvent event) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement("insert into mailed values (?)")) {
      insert.setString(1, event.orderId().value());
      insert.executeUpdate();
    }
  }

  public static void main(String[] arguments) throws Exception {
    ShopServer shop = new ShopServer(List.of(arguments));
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newFixedThreadPool(THREADS));
    http.createContext("/", shop::serve);
    http.start();
    System.out.println("PORT " + http.getAddress().getPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      shop.hook.goOn();
    }
    Runtime.getRuntime().halt(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String answer;
    int status = 200;
    try {
      answer = answer(exchange);
    } catch (Exception e) {
      status = 500;
      answer = e.toString();
      e.printStackTrace();
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String answer(HttpExchange exchange) throws Exception {
    URI target = exchange.getRequestURI();
    return switch (target.getPath()) {
      case "/toss/webhook" -> notified(TossWebhook.read(webhook(exchange)).payment().orElseThrow());
      case "/iamport/webhook" -> notified(IamportWebhook.read(webhook(exchange)).payment());
      default -> ask(target);
    };
  }

  /** Answers what has no body. */
  String ask(URI target) throws Exception {
    String query = target.getRawQuery();
    return switch (target.getPath()) {
      case "/toss/return" ->
          word(payments.returned(TossSuccessRedirect.read(Parameters.ofQuery(query)).toReturn()));
      case "/iamport/return" ->
          word(payments.returned(IamportRedirect.read(Parameters.ofQuery(query)).toReturn()));
      default -> asked(target.getPath(), query(query));
    };
  }

  @Override
  public void close() {
    payments.close();
    toss.close();
    iamport.close();
  }

  private String notified(UntrustedPayment hint) {
    return Integer.toString(payments.notified(hint));
  }

  private static WebhookRequest webhook(HttpExchange exchange) throws Exception {
    return WebhookRequest.read(
        exchange.getRequestBody(), name -> exchange.getRequestHeaders().getFirst(name));
  }

  private static String word(Arrival arrival) {
    return arrival instanceof Arrival.NotPaid not
        ? "NotPaid " + not.why()
        : arrival.getClass().getSimpleName();
  }

  private String asked(String path, Map<String, String> query) throws Exception {
    switch (path) {
      case "/open" -> {
        OpenOrder order =
            OpenOrder.builder(order(query), Money.krw(Long.parseLong(query.get("won"))))
                .orderName("T-shirt")
                .account(query.get("account"))
                .build();
        return payments.open(order).getClass().getSimpleName();
      }
      case "/refund" -> {
        return payments.refund(refund(query)).state().name();
      }
      case "/request-refund" -> {
        try (Connection connection = database.getConnection()) {
          connection.setAutoCommit(false);
          payments.requestRefund(connection, refund(query));
          connection.commit();
        }
        return "requested";
      }
      case "/close" -> {
        return payments.close(order(query), "no stock").name();
      }
      case "/resume" -> {
        return payments.resume(BUDGET).toString();
      }
      case "/quiet" -> {
        payments.close();
        payments = payments();
        return "quiet";
      }
      case "/arm" -> {
        hook.arm(Point.valueOf(query.get("point")), query.get("act"));
        return "armed";
      }
      default -> throw new IllegalArgumentException(path);
    }
  }

  private static OrderId order(Map<String, String> query) {
    return OrderId.of(query.get("order"));
  }

  private static Refund refund(Map<String, String> query) {
    String won = query.get("won");
    return (won == null
            ? Refund.full(query.get("id"), order(query), "returned")
            : Refund.partial(
                query.get("id"), order(query), Money.krw(Long.parseLong(won)), "returned"))
        .build();
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
