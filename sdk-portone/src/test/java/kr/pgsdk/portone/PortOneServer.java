package kr.pgsdk.portone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server on loopback that answers as it is told, and pauses that are noted, not waited. */
public final class PortOneServer implements AutoCloseable {
  static final String SECRET = "canarySecret0123456789abcdef";
  public static final OrderId ORDER_ID = OrderId.of("order9001");
  public static final PaymentId TRANSACTION_ID =
      PaymentId.of("0190a0b0-0001-7000-8000-000000000001");
  public static final Money AMOUNT = Money.krw(15_000);

  public static final MockResponse CUT_AFTER_READ =
      new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
          .build();

  public final MockWebServer server = new MockWebServer();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** How far the clock is ahead of this machine's. */
  final AtomicLong aheadNanos = new AtomicLong();

  public PortOneServer() throws IOException {
    // A request nobody has an answer for gets a bare 404, not a stall.
    QueueDispatcher answers = new QueueDispatcher();
    answers.setFailFast(true);
    server.setDispatcher(answers);
    server.start();
  }

  public Environment environment() {
    return new Environment(
        Clock.systemUTC(),
        () -> System.nanoTime() + aheadNanos.get(),
        (pause, closed) -> pauses.add(pause),
        () -> 0L);
  }

  public PortOneGateway.Builder gatewayBuilder() {
    return PortOneGateway.builder(PortOneApiSecret.of(SECRET))
        .http(HttpOptions.builder().baseUrl(server.url("/").toString()).build())
        .environment(environment());
  }

  public PortOneGateway gateway() {
    return gatewayBuilder().build();
  }

  public PortOneClient client() {
    return gateway().client();
  }

  public PortOneServer serve(MockResponse... responses) {
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

  /** Method and path of what has arrived, in its order. */
  public List<String> lines() {
    return arrived().stream()
        .map(request -> request.getMethod() + " " + request.getUrl().encodedPath())
        .toList();
  }

  public static String line(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  public static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  public static MockResponse ok(Pay payment) {
    return json(200, payment.toString());
  }

  public static MockResponse error(int status, String type) {
    return json(status, "{\"type\":\"" + type + "\",\"message\":\"거절되었습니다.\"}");
  }

  public static String key(RecordedRequest request) {
    String key = request.getHeaders().get("Idempotency-Key");
    return key == null ? "none" : key;
  }

  public static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  /** No payment, in PortOne's own words. */
  public static MockResponse notFound() {
    return error(404, "PAYMENT_NOT_FOUND");
  }

  /** A list with these payments. */
  public static MockResponse found(Pay... payments) {
    String items = Stream.of(payments).map(Pay::toString).collect(Collectors.joining(","));
    return json(
        200,
        String.format(
            "{'items':[%s],'page':{'number':0,'size':100,'totalCount':%d}}".replace('\'', '"'),
            items,
            payments.length));
  }

  /** A payment company's refusal. */
  public static MockResponse byTheCompany() {
    return json(
        502,
        "{'type':'PG_PROVIDER','message':'실패','pgCode':'8888','pgMessage':'한도초과'}"
            .replace('\'', '"'));
  }

  public static MockResponse cancelled(String status, String id, long amount) {
    return json(200, "{\"cancellation\":" + row(status, id, amount, "r") + "}");
  }

  /** One cancel, as an answer and a payment show it. */
  public static String row(String status, String id, long amount, String reason) {
    return String.format(
        ("{'status':'%s','id':'%s','totalAmount':%d,'taxFreeAmount':0,'vatAmount':0,"
                + "'reason':'%s','requestedAt':'2026-08-02T01:00:00Z'}")
            .replace('\'', '"'),
        status,
        id,
        amount,
        reason);
  }

  @Override
  public void close() {
    server.close();
  }
}
