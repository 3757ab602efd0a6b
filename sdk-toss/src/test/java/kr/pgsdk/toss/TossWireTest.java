package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A POST is repeated by the SDK's rules alone, over real sockets, each time with the same key. */
class TossWireTest {
  private static final Map<String, MockResponse> RESENT_BY_OTHERS =
      Map.of(
          "pooled socket cut after read", TossServer.CUT_AFTER_READ,
          "408", TossServer.json(408, ""),
          "409 in progress", TossServer.error(409, "IDEMPOTENT_REQUEST_PROCESSING"),
          "503 with Retry-After: 0", TossServer.json(503, "", "Retry-After: 0"),
          "307", TossServer.json(307, "", "Location: /v1/elsewhere"),
          "500", TossServer.error(500, "UNKNOWN_ERROR"),
          "unreadable 200", TossServer.json(200, "<html>"));

  private TossServer toss;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
  }

  @AfterEach
  void stop() {
    toss.close();
  }

  static Stream<Arguments> faultsAndClients() {
    return RESENT_BY_OTHERS.keySet().stream()
        .sorted()
        .flatMap(fault -> Stream.of(false, true).map(own -> Arguments.of(fault, own)));
  }

  /** A client as a shop may have it: everything on that makes OkHttp send by itself. */
  private static HttpOptions.Builder options(boolean callersClient) {
    HttpOptions.Builder options = HttpOptions.builder();
    return callersClient
        ? options.client(
            new OkHttpClient.Builder()
                .retryOnConnectionFailure(true)
                .followRedirects(true)
                .authenticator((route, response) -> response.request())
                .build())
        : options;
  }

  private List<RecordedRequest> posts(int expected) {
    List<RecordedRequest> posts =
        toss.arrived().stream().filter(r -> r.getMethod().equals("POST")).toList();
    assertThat(posts).hasSize(expected);
    assertThat(posts).extracting(TossServer::key).containsOnly(TossServer.key(posts.get(0)));
    assertThat(posts).extracting(TossServer::body).containsOnly(TossServer.body(posts.get(0)));
    assertThat(posts).extracting(TossServer::line).containsOnly(TossServer.line(posts.get(0)));
    return posts;
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("faultsAndClients")
  void confirm_faultTwice_threePostsWithOneKey(String fault, boolean callersClient) {
    MockResponse faulty = RESENT_BY_OTHERS.get(fault);
    toss.serve(TossServer.ok(Pay.done()), faulty, faulty, TossServer.ok(Pay.done()));
    try (TossGateway gateway = toss.gateway(options(callersClient))) {
      gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)); // leaves a pooled connection

      assertThat(gateway.confirm(ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT).build()))
          .isInstanceOf(Confirmed.class);
    }
    posts(3);
    assertThat(toss.server.getRequestCount()).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("faultsAndClients")
  void cancel_faultTwice_threePostsWithTheRequestsKey_oneIfItIsAServerError(
      String fault, boolean callersClient) {
    MockResponse faulty = RESENT_BY_OTHERS.get(fault);
    boolean once = fault.startsWith("5");
    toss.serve(TossServer.ok(Pay.done()), faulty);
    if (!once) {
      toss.serve(faulty);
    }
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE")));
    CancelRequest request =
        CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
            .idempotencyKey("cancel-key-1")
            .build();
    try (TossGateway gateway = toss.gateway(options(callersClient))) {
      assertThat(gateway.cancel(request)).isInstanceOf(Cancelled.class);
    }
    assertThat(TossServer.key(posts(once ? 1 : 3).get(0))).isEqualTo(request.idempotencyKey());
    assertThat(toss.server.getRequestCount()).isEqualTo(once ? 3 : 4);
  }

  @Test
  void callersInterceptorThatSendsTwice_isStoppedAtTheWire() {
    OkHttpClient repeating =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  return chain.proceed(chain.request());
                })
            .build();
    for (int i = 0; i < 8; i++) {
      toss.serve(TossServer.ok(Pay.done()));
    }
    try (TossGateway gateway = toss.gateway(HttpOptions.builder().client(repeating))) {
      assertThatThrownBy(
              () -> gateway.confirm(ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT).build()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    // One on the wire for each of the SDK's own three attempts; the lookups fail the same way.
    posts(3);
  }
}
