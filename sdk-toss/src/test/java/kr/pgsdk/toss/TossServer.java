package kr.pgsdk.toss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server on loopback that answers as it is told, and pauses that are noted, not waited. */
public final class TossServer implements AutoCloseable {
  static final String KEY = "test_sk_canary0123456789abcdef";
  public static final PaymentId PAYMENT_KEY = PaymentId.of("pay_key_1");
  public static final OrderId ORDER_ID = OrderId.of("order_9001");
  public static final Money AMOUNT = Money.krw(15_000);
  public static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  public static final MockResponse CUT_AFTER_READ =
      new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
          .build();

  public final MockWebServer server = new MockWebServer();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** How far the clock is ahead of this machine's. */
  final AtomicLong aheadNanos = new AtomicLong();

  public TossServer() throws IOException {
    // A request nobody has an answer for gets a bare 404, not a stall.
    QueueDispatcher answers = new QueueDispatcher();
    answers.setFailFast(true);
    server.setDispatcher(answers);
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  /** Without Nagle's delay, which costs 40 ms for every answer written in two parts. */
  private static final class PromptSockets extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket() throws IOException {
      return new ServerSocket() {
        @Override
        public Socket accept() throws IOException {
          Socket socket = super.accept();
          socket.setTcpNoDelay(true);
          return socket;
        }
      };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
      throw new UnsupportedOperationException("the server binds its socket itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
      return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
      return createServerSocket(port);
    }
  }

  public String url() {
    return server.url("/").toString();
  }

  public Environment environment() {
    return new Environment(
        Clock.systemUTC(),
        () -> System.nanoTime() + aheadNanos.get(),
        (pause, closed) -> pauses.add(pause),
        () -> 0L);
  }

  public TossGateway gateway() {
    return gateway(HttpOptions.builder());
  }

  public TossGateway gateway(HttpOptions.Builder http) {
    return gatewayBuilder().http(http.baseUrl(url()).build()).build();
  }

  public TossGateway.Builder gatewayBuilder() {
    return TossGateway.builder(TossSecretKey.of(KEY))
        .http(HttpOptions.builder().baseUrl(url()).build())
        .environment(environment());
  }

  public TossClient client() {
    return gateway().client();
  }

  public TossServer serve(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
    return this;
  }

  /** What has arrived since the last asking, in its order; never waits for more. */
  public List<RecordedRequest> arrived() {
    List<RecordedRequest> requests = new ArrayList<>();
    try {
      for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
          request != null;
          request = server.takeRequest(0, TimeUnit.SECONDS)) {
        requests.add(request);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return requests;
  }

  public static String line(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  public static String key(RecordedRequest request) {
    String key = request.getHeaders().get("Idempotency-Key");
    return key == null ? "none" : key;
  }

  public static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  public static MockResponse json(int status, String body, String... headers) {
    MockResponse.Builder builder =
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body);
    for (String header : headers) {
      builder.addHeader(header);
    }
    return builder.build();
  }

  /** A payment, a second after {@link Pay#done} was approved if no other date is given. */
  public static MockResponse ok(Pay payment, String... headers) {
    MockResponse answer = json(200, payment.toString(), headers);
    return answer.getHeaders().get("Date") != null
        ? answer
        : answer.newBuilder().addHeader("Date", "Tue, 13 Feb 2024 03:18:15 GMT").build();
  }

  public static MockResponse error(int status, String code, String... headers) {
    return json(status, "{\"code\":\"" + code + "\",\"message\":\"거절되었습니다.\"}", headers);
  }

  public static MockResponse notFound() {
    return error(404, "NOT_FOUND_PAYMENT");
  }

  public static String fixture(String name) {
    try {
      return Files.readString(FIXTURES.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** The document without spaces and line breaks, its keys sorted at the top. */
  public static String canonicalJson(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    String compact = JsonText.of(Json.document(utf8));
    if (!compact.startsWith("{")) {
      return compact;
    }
    JsonObject object = Json.object(utf8);
    return object.names().stream()
        .sorted()
        .map(name -> name + "=" + object.json(name) + "\n")
        .collect(Collectors.joining());
  }
}
