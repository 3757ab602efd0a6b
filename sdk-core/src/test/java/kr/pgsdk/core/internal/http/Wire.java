package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Environment;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;

/** A real server on loopback, a sender towards it, and pauses that are noted instead of waited. */
final class Wire implements AutoCloseable {
  static final PaymentLookup ABOUT = PaymentLookup.byOrderId(OrderId.of("order-1"));
  static final MockResponse OK = new MockResponse.Builder().body("{\"ok\":\"yes\"}").build();
  static final MockResponse CUT_AFTER_READ =
      new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
          .build();

  final MockWebServer server = new MockWebServer();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  Wire() throws Exception {
    server.start();
  }

  Sender sender(HttpOptions.Builder options) {
    return sender(options, Authorizer.fixed(AuthToken.of("Bearer", "token-1")));
  }

  Sender sender(HttpOptions.Builder builder, Authorizer authorizer) {
    return sender(builder, authorizer, environment());
  }

  /** By another clock. */
  Sender sender(HttpOptions.Builder options, LongSupplier nanoTime) {
    return sender(
        options,
        Authorizer.fixed(AuthToken.of("Bearer", "token-1")),
        new Environment(
            Clock.systemUTC(), nanoTime, (pause, closed) -> pauses.add(pause), () -> 0L));
  }

  private Sender sender(
      HttpOptions.Builder builder, Authorizer authorizer, Environment environment) {
    HttpOptions options = builder.baseUrl(url()).build();
    Timeouts timeouts = options.timeouts(Timeouts.DEFAULT);
    return Sender.of(
        watch(options),
        OkHttpTransport.of(URI.create("https://unused.invalid"), options, timeouts),
        authorizer,
        environment,
        RetryPolicy.DEFAULT,
        timeouts.deadline());
  }

  static Observer watch(HttpOptions options) {
    return Observer.of(
        "testpay",
        options,
        System::nanoTime,
        new Redaction(List.of("token-canary")),
        answer -> answer.header("Trace-Id"));
  }

  Environment environment() {
    return new Environment(
        Clock.systemUTC(), System::nanoTime, (pause, closed) -> pauses.add(pause), () -> 0L);
  }

  String url() {
    return server.url("/").toString();
  }

  static HttpRequest request(RetryMode kind) {
    HttpRequest.Builder builder =
        switch (kind) {
          case SAFE -> HttpRequest.safe("find", "GET", "v1", "find");
          case KEYED ->
              HttpRequest.keyed("confirm", "key-1", "v1", "confirm").executedOnceInAnyCase();
          case ONCE -> HttpRequest.once("cancel", "POST", "v1", "cancel");
        };
    return (kind == RetryMode.SAFE ? builder : builder.body("{\"amount\":1}")).about(ABOUT).build();
  }

  /**
   * Takes 2xx with {@code ok} as success, a {@code code} as refusal, of the credential if the
   * status is 401, anything else as unreadable.
   */
  static String read(HttpResponse answer) {
    JsonObject body = Json.object(answer.json());
    String code = body.text("code");
    if (code != null) {
      ErrorDetails details =
          ErrorDetails.builder("testpay")
              .httpStatus(answer.status())
              .gatewayCode(code)
              .retryAfter(answer.retryAfter(Clock.systemUTC().instant()))
              .build();
      throw answer.status() == 401
          ? Errors.make().authentication("who?", details)
          : Errors.make().gateway("refused", details);
    }
    if (!answer.isSuccessful()) {
      throw new JsonProblem("$", "has no code");
    }
    return body.requiredText("ok");
  }

  void serve(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
  }

  static MockResponse status(int status, String body, String... headers) {
    MockResponse.Builder builder = new MockResponse.Builder().code(status).body(body);
    for (String header : headers) {
      builder.addHeader(header);
    }
    return builder.build();
  }

  @Override
  public void close() {
    server.close();
  }
}
