package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.HttpOptions;
import mockwebserver3.MockResponse;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer to a cancel leads to, and how often the cancel was on the wire: once. */
class MoneyTableTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final String LOOKUP = "GET /payments/imp_123?include_sandbox=true";
  private static final MockResponse PAID = FakeIamport.ok(PaymentBody.paid());
  private static final MockResponse PARTLY = FakeIamport.ok(PaymentBody.cancelled(5000));

  private static final Map<String, MockResponse> RESENT_BY_OKHTTP =
      new TreeMap<>(
          Map.of(
              "pooled socket cut after read", FakeIamport.CUT_AFTER_READ,
              "408", FakeIamport.json(408, ""),
              "503 Retry-After: 0", FakeIamport.json(503, "", "Retry-After: 0"),
              "307", FakeIamport.json(307, "", "Location: /payments/cancel")));

  private static final Map<String, MockResponse> UNCERTAIN =
      new TreeMap<>(
          Map.of(
              "409", FakeIamport.json(409, ""),
              "409 with envelope", FakeIamport.refusal(409, -1, "x"),
              "500 with envelope", FakeIamport.refusal(500, -1, "x"),
              "502 HTML", FakeIamport.json(502, "<html>"),
              "302", FakeIamport.json(302, "", "Location: https://elsewhere.example/"),
              "200 empty", FakeIamport.json(200, ""),
              "200 truncated", FakeIamport.json(200, "{\"code\":0,\"message\":null,\"resp"),
              "200 null", FakeIamport.ok("null"),
              "200 another payment", FakeIamport.ok(PaymentBody.cancelled(5000).id("imp_9"))));

  private final FakeIamport iamport = new FakeIamport();

  @AfterEach
  void close() {
    iamport.close();
  }

  static Stream<Arguments> everyFault() {
    return Stream.of(RESENT_BY_OKHTTP, UNCERTAIN)
        .flatMap(faults -> faults.entrySet().stream())
        .flatMap(
            fault ->
                Stream.of(false, true)
                    .map(callers -> Arguments.of(fault.getKey(), callers, fault.getValue())));
  }

  private IamportGateway gateway(boolean callersClient) {
    // As a shop may have it: everything on that makes OkHttp send by itself.
    HttpOptions http =
        callersClient
            ? iamport.http(
                new OkHttpClient.Builder()
                    .retryOnConnectionFailure(true)
                    .followRedirects(true)
                    .authenticator((route, response) -> response.request())
                    .build())
            : iamport.http();
    return iamport.gateway().http(http).build();
  }

  private static CancelRequest partial() {
    return CancelRequest.partial(PAYMENT, Money.krw(5000), "why")
        .idempotencyKey("cancel-key-1")
        .build();
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("everyFault")
  void doubt_lookupShowsItDone_isCancelled(
      String fault, boolean callersClient, MockResponse answer) {
    iamport.serve(PAID, answer, PARTLY);
    try (IamportGateway gateway = gateway(callersClient)) {
      Cancellation cancellation = gateway.cancel(partial());

      assertThat(cancellation).isInstanceOf(Cancelled.class);
      assertThat(cancellation.cancelledNow()).hasValue(Money.krw(5000));
    }
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "POST /payments/cancel", LOOKUP);
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("everyFault")
  void doubt_lookupShowsItUnchanged_isUnknown_andHandedInAgainIsOneRefund(
      String fault, boolean callersClient, MockResponse answer) {
    iamport.serve(PAID, answer, PAID);
    try (IamportGateway gateway = gateway(callersClient)) {
      OutcomeUnknownException unknown =
          catchThrowableOfType(OutcomeUnknownException.class, () -> gateway.cancel(partial()));

      assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT));
      assertThat(unknown.isRetryable()).isFalse();
      CancelRequest pending = unknown.pendingCancel().orElseThrow();
      assertThat(iamport.arrived("POST")).isEqualTo(1);

      iamport.serve(PARTLY); // it had been executed after all
      assertThat(gateway.cancel(pending)).isInstanceOf(AlreadyCancelled.class);
      assertThat(iamport.arrived("POST")).isEqualTo(1);
    }
  }

  @Test
  void doubt_lookupFindsNothing_isUnknown() {
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, FakeIamport.notFound());
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @Test
  void doubt_lookupCannotBeRead_isUnknown() {
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, FakeIamport.json(200, "<html>"));
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @Test
  void doubt_lookupShowsAnotherPayment_provesNothing() {
    iamport.serve(
        PAID, FakeIamport.CUT_AFTER_READ, FakeIamport.ok(PaymentBody.cancelled(5000).id("imp_9")));
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @Test
  void neverReached_isATransportFailure() {
    // Without idle connections: what is written into a pooled one may have arrived.
    OkHttpClient unpooled =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
            .build();
    try (IamportGateway gateway = iamport.gateway().http(iamport.http(unpooled)).build()) {
      gateway.getToken();
      iamport.close();

      assertThatThrownBy(() -> gateway.cancel(CancelRequest.full(PAYMENT, "why").build()))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("not reached");
    }
  }

  @Test
  void deadlinePassedBeforeSending_isATransportFailure_andNothingIsSent() {
    AtomicLong nanos = new AtomicLong();
    iamport.nanoTime = nanos::get;
    iamport.onRequest(() -> nanos.addAndGet(Duration.ofSeconds(66).toNanos()));
    iamport.serve(PAID);
    try (IamportGateway gateway = iamport.gateway().build()) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("not sent");
    }
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
  }

  @Test
  void unauthorizedOnce_newTokenAndOneRepeat() {
    iamport.serve(PAID, FakeIamport.refusal(401, -1, "Unauthorized"), PARTLY);
    try (IamportGateway gateway = gateway(false)) {
      assertThat(gateway.cancel(partial())).isInstanceOf(Cancelled.class);
    }
    assertThat(iamport.arrived("POST")).isEqualTo(2);
    assertThat(iamport.tokenRequestCount()).isEqualTo(2);
    assertThat(iamport.request(1).getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(iamport.request(2).getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"error\":\"unauthorized\"}", ""})
  void unauthorizedByAStranger_isInDoubt_andSentOnce(String body) {
    iamport.serve(PAID, FakeIamport.json(401, body), PAID);
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void unauthorizedTwice_isAuthenticationException_afterTwo() {
    iamport.serve(PAID, FakeIamport.refusal(401, -1, "Unauthorized"));
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(AuthenticationException.class);
    }
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void unauthorizedThenLost_isLookedUp() {
    iamport.serve(
        PAID, FakeIamport.refusal(401, -1, "Unauthorized"), FakeIamport.CUT_AFTER_READ, PARTLY);
    try (IamportGateway gateway = gateway(false)) {
      assertThat(gateway.cancel(partial())).isInstanceOf(Cancelled.class);
    }
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void tooManyRequests_isARetryableRefusal_sentOnce() {
    iamport.serve(PAID, FakeIamport.json(429, "<html>", "Retry-After: 4"));
    try (IamportGateway gateway = gateway(false)) {
      GatewayException busy =
          catchThrowableOfType(GatewayException.class, () -> gateway.cancel(partial()));

      assertThat(busy.isRetryable()).isTrue();
      assertThat(busy.retryAfter()).contains(Duration.ofSeconds(4));
    }
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "POST /payments/cancel");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403})
  void definiteRefusal_isLookedUp_andThrownUnlessReached(int status) {
    MockResponse refusal = FakeIamport.refusal(status, -1, "결제취소에 실패하였습니다.");
    try (IamportGateway gateway = gateway(false)) {
      iamport.serve(PAID, refusal, PAID);
      GatewayException refused =
          catchThrowableOfType(GatewayException.class, () -> gateway.cancel(partial()));
      assertThat(refused.httpStatus()).hasValue(status);
      assertThat(refused.gatewayMessage()).contains("결제취소에 실패하였습니다.");

      iamport.serve(PAID, refusal, PARTLY); // another server's sending of the same refund
      assertThat(gateway.cancel(partial())).isInstanceOf(AlreadyCancelled.class);

      iamport.serve(PAID, refusal, FakeIamport.ok(PaymentBody.cancelled("\"other\"", 5000)));
      assertThatThrownBy(() -> gateway.cancel(partial())).isInstanceOf(GatewayException.class);
    }
    assertThat(iamport.arrived("POST")).isEqualTo(3);
  }

  @Test
  void refusedAsCancelledAlready_isBelievedOnlyAfterALookup() {
    MockResponse already = FakeIamport.refusal(200, 1, "이미 전액취소된 주문입니다.");
    CancelRequest full =
        CancelRequest.full(PAYMENT, "why").expectedBalance(Money.krw(15_000)).build();
    try (IamportGateway gateway = gateway(false)) {
      iamport.serve(PAID, already, FakeIamport.ok(PaymentBody.cancelled(15_000)));
      assertThat(gateway.cancel(full)).isInstanceOf(AlreadyCancelled.class);

      iamport.serve(PAID, already, PAID);
      assertThatThrownBy(
              () ->
                  gateway.cancel(
                      CancelRequest.full(PAYMENT, "why")
                          .expectedBalance(Money.krw(15_000))
                          .build()))
          .isInstanceOf(GatewayException.class);
    }
  }

  @Test
  void anotherCancelOfAnotherAmount_isNotTakenForThisOne() {
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, FakeIamport.ok(PaymentBody.cancelled(3000)));
    try (IamportGateway gateway = gateway(false)) {
      assertThatThrownBy(() -> gateway.cancel(partial()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }
}
