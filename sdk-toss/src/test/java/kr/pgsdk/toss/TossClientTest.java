package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every typed call: what goes over the wire, and what comes back. */
class TossClientTest {
  private TossServer toss;
  private TossClient client;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  private RecordedRequest onlyRequest() {
    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void confirm_sendsWhatTheDocumentationShows() {
    PaymentId paymentKey = PaymentId.of("5zJ4xY7m0kODnyRpQWGrN2xqGlNvLrKwv1M9ENjbeoPaZdL6");
    OrderId orderId = OrderId.of("a4CWyWY5m89PNh7xJwhk1");
    toss.serve(
        TossServer.ok(
            Pay.done()
                .with("paymentKey", "\"" + paymentKey + "\"")
                .with("orderId", "\"" + orderId + "\"")));

    TossPayment payment = client.confirm(TossConfirmRequest.of(paymentKey, orderId, AMOUNT));

    assertThat(payment.status()).isEqualTo("DONE");
    RecordedRequest request = onlyRequest();
    assertThat(TossServer.line(request)).isEqualTo("POST /v1/payments/confirm");
    assertThat(TossServer.body(request))
        .isEqualTo(TossServer.fixture("41-request-confirm.json").replaceAll("\\s", ""));
    assertThat(TossServer.key(request)).matches("[0-9a-f]{64}");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Accept-Language")).isNull();
    assertThat(request.getHeaders().get("TossPayments-Test-Code")).isNull();
    String basic =
        Base64.getEncoder()
            .encodeToString((TossServer.KEY + ":").getBytes(StandardCharsets.US_ASCII));
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic " + basic);
  }

  @Test
  void confirm_ownKey_isSent() {
    toss.serve(TossServer.ok(Pay.done()));

    client.confirm(
        TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT).withIdempotencyKey("own-key"));

    assertThat(TossServer.key(onlyRequest())).isEqualTo("own-key");
  }

  @Test
  void confirm_foreignDecimals_areSentAsPlainNumber() {
    toss.serve(TossServer.ok(Pay.done()));

    client.confirm(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, Money.of("181.560", "USD")));

    assertThat(TossServer.body(onlyRequest())).contains("\"amount\":181.56}");
  }

  @Test
  void payment_isAGetByKey_withTheKeyEncoded() {
    PaymentId odd = PaymentId.of("a/b?c#d%2e=주문");
    toss.serve(TossServer.ok(Pay.done().with("paymentKey", "\"" + odd + "\"")));

    assertThat(client.payment(odd).paymentKey()).isEqualTo(odd);

    assertThat(TossServer.line(onlyRequest()))
        .isEqualTo("GET /v1/payments/a%2Fb%3Fc%23d%252e=%EC%A3%BC%EB%AC%B8");
  }

  @Test
  void payment_answerAboutAnother_isMalformed() {
    toss.serve(TossServer.ok(Pay.done(), "x-tosspayments-trace-id: t-1"));

    assertThatThrownBy(() -> client.payment(PaymentId.of("another")))
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.traceId()).hasValue("t-1"))
        .hasMessageContaining("$.paymentKey is not the one that was asked for");
  }

  @Test
  void paymentByOrderId_isAGetByOrder() {
    toss.serve(TossServer.ok(Pay.done()));

    assertThat(client.paymentByOrderId(ORDER_ID).orderId()).isEqualTo(ORDER_ID);

    assertThat(TossServer.line(onlyRequest())).isEqualTo("GET /v1/payments/orders/order_9001");
  }

  @Test
  void paymentByOrderId_answerAboutAnother_isMalformed() {
    toss.serve(TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> client.paymentByOrderId(OrderId.of("order_9002")))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.orderId");
  }

  @Test
  void cancel_full_sendsTheReasonAlone() {
    toss.serve(TossServer.ok(Pay.cancelled(15_000, "DONE")));

    client.cancel(TossCancelRequest.full(PAYMENT_KEY, "changed\nmind").build());

    RecordedRequest request = onlyRequest();
    assertThat(TossServer.line(request)).isEqualTo("POST /v1/payments/pay_key_1/cancel");
    assertThat(TossServer.body(request)).isEqualTo("{\"cancelReason\":\"changed mind\"}");
    assertThat(TossServer.key(request)).matches("[0-9a-f-]{36}");
  }

  @Test
  void cancel_partialOfAVirtualAccount_sendsWhatTheDocumentationShows() {
    toss.serve(TossServer.ok(Pay.cancelled(1_000, "DONE")));

    client.cancel(
        TossCancelRequest.partial(PAYMENT_KEY, Money.krw(1_000), "과오납부")
            .refundReceiveAccount(RefundAccount.of("88", "1100000000000", "김토스"))
            .refundableAmount(Money.krw(30_000))
            .build());

    assertThat(TossServer.canonicalJson(TossServer.body(onlyRequest())))
        .isEqualTo(
            TossServer.canonicalJson(
                TossServer.fixture("42-request-cancel-virtual-account-partial.json")));
  }

  @Test
  void cancel_everyDocumentedField_isSent() {
    toss.serve(TossServer.ok(Pay.cancelled(1_000, "DONE")));

    client.cancel(
        TossCancelRequest.partial(PAYMENT_KEY, Money.of("10.5", "USD"), "why")
            .refundableAmount(Money.of("20", "USD"))
            .taxFreeAmount(Money.of("1", "USD"))
            .taxExemptionAmount(Money.of("2", "USD"))
            .refundReceiveAccount(RefundAccount.of("88", "110", "Kim"))
            .cancelRequestId("cancel-1")
            .idempotencyKey("k-1")
            .build());

    RecordedRequest request = onlyRequest();
    assertThat(TossServer.body(request))
        .isEqualTo(
            "{\"cancelReason\":\"why\",\"cancelAmount\":10.5,\"currency\":\"USD\","
                + "\"refundableAmount\":20,\"taxFreeAmount\":1,\"taxExemptionAmount\":2,"
                + "\"refundReceiveAccount\":{\"bank\":\"88\",\"accountNumber\":\"110\","
                + "\"holderName\":\"Kim\"},\"cancelRequestId\":\"cancel-1\"}");
    assertThat(TossServer.key(request)).isEqualTo("k-1");
  }

  @Test
  void testCodeAndLanguage_goWithEveryRequest() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.done()), TossServer.json(200, "[]"));
    try (TossClient english =
        TossClient.builder(TossSecretKey.of(TossServer.KEY))
            .http(HttpOptions.builder().baseUrl(toss.url()).build())
            .testCode("REJECT_CARD_COMPANY")
            .english(true)
            .build()) {
      english.payment(PAYMENT_KEY);
      english.confirm(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT));
      english.request("GET", "/v1/transactions?startDate=2024-01-01", null);
    }

    assertThat(toss.arrived())
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("TossPayments-Test-Code"))
                  .isEqualTo("REJECT_CARD_COMPANY");
              assertThat(request.getHeaders().get("Accept-Language")).isEqualTo("en-US");
            });
  }

  @Test
  void with_callsOwnHeaders_areSentBesidesTheClients() {
    toss.serve(TossServer.ok(Pay.done()));

    client.with(CallOptions.builder().header("X-Request-Id", "r-1").build()).payment(PAYMENT_KEY);

    assertThat(onlyRequest().getHeaders().get("X-Request-Id")).isEqualTo("r-1");
  }

  @Test
  void getToken_sendsNothing() {
    assertThat(client.getToken().scheme()).isEqualTo("Basic");
    assertThat(client.getToken().expiresAt()).isEmpty();
    assertThat(client.getToken().toString()).doesNotContain(client.getToken().value());
    assertThat(toss.arrived()).isEmpty();
  }

  // --- the open door

  @Test
  void request_getsAndReturnsTheBodyAsJson() {
    toss.serve(TossServer.json(200, TossServer.fixture("22-settlements-list.json")));

    String body = client.request("GET", "/v1/settlements?startDate=2024-02-01&page=1", null);

    assertThat(TossServer.line(onlyRequest()))
        .isEqualTo("GET /v1/settlements?startDate=2024-02-01&page=1");
    assertThat(TossServer.canonicalJson(body))
        .isEqualTo(TossServer.canonicalJson(TossServer.fixture("22-settlements-list.json")));
  }

  @Test
  void request_get_isRepeatedLikeARead() {
    toss.serve(TossServer.json(503, ""), TossServer.json(200, "{}"));

    assertThat(client.request("GET", "/v1/promotions/card", null)).isEqualTo("{}");

    assertThat(toss.arrived()).hasSize(2);
  }

  @Test
  void request_post_isSentOnce_andInDoubtWhenLost() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.json(200, "{}"));

    OutcomeUnknownException unknown =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> client.request("POST", "/v1/payments/key-in", "{\"amount\":1}"));

    assertThat(unknown.lookup()).isNull();
    RecordedRequest request = onlyRequest();
    assertThat(TossServer.body(request)).isEqualTo("{\"amount\":1}");
    assertThat(TossServer.key(request)).isEqualTo("none");
  }

  @Test
  void request_postWithKey_isRepeatedWithIt() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.json(200, "{\"result\":true}"));

    assertThat(client.request("POST", "/v1/billing/b%3D", "{}", "key-1"))
        .isEqualTo("{\"result\":true}");

    assertThat(toss.arrived())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(TossServer.line(request)).isEqualTo("POST /v1/billing/b%3D");
              assertThat(TossServer.key(request)).isEqualTo("key-1");
            });
  }

  @Test
  void request_deletedBillingKey_emptyAnswerIsEmpty() {
    toss.serve(TossServer.json(200, ""));

    assertThat(client.request("DELETE", "/v1/billing/key", null)).isEmpty();

    assertThat(TossServer.line(onlyRequest())).isEqualTo("DELETE /v1/billing/key");
  }

  @Test
  void request_v2Error_isUnderstood_withItsTraceId() {
    toss.serve(
        TossServer.json(
            400,
            "{\"version\":\"2022-11-16\",\"traceId\":\"t-v2\","
                + "\"error\":{\"code\":\"PAYOUT_NOT_FOUND\",\"message\":\"없음\"}}"));

    assertThatThrownBy(() -> client.request("GET", "/v2/payouts/1", null))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("PAYOUT_NOT_FOUND");
              assertThat(e.gatewayMessage()).hasValue("없음");
              assertThat(e.traceId()).hasValue("t-v2");
              assertThat(e.httpStatus()).hasValue(400);
            });
  }

  @Test
  void request_v2Success_isReturnedWhole() {
    toss.serve(TossServer.json(200, TossServer.fixture("32-v2-list-envelope.json")));

    assertThat(client.request("GET", "/v2/payouts", null)).contains("\"lastCursor\":213805090");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/payments",
        "https://evil.example/v1",
        "//evil.example/v1",
        "/v1/../v2",
        "/v1/%2e%2e/v2",
        "/v1/pay ments",
        "/v1\r\nX: 1",
        "/v1/주문",
        ""
      })
  void request_pathThatIsNone_isRefused(String path) {
    assertThatThrownBy(() -> client.request("GET", path, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path must start with one /");
    assertThat(toss.arrived()).isEmpty();
  }

  @Test
  void request_brokenRules_areRefused() {
    assertThatThrownBy(() -> client.request("HEAD", "/v1/x", null))
        .hasMessageContaining("GET, POST, PUT, PATCH or DELETE");
    assertThatThrownBy(() -> client.request("GET", "/v1/x", "{}"))
        .hasMessageContaining("a GET carries no body");
    assertThatThrownBy(() -> client.request("POST", "/v1/x", "{\"a\":"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one JSON document");
    assertThatThrownBy(() -> client.request("POST", "/v1/x", "{} {}"))
        .hasMessageContaining("one JSON document");
    assertThatThrownBy(() -> client.request("DELETE", "/v1/x", null, "key-1"))
        .hasMessageContaining("POST only");
    assertThatThrownBy(() -> client.request("POST", "/v1/x", null, "key\r\n1"))
        .hasMessageContaining("visible ASCII");
    assertThat(toss.arrived()).isEmpty();
  }

  // --- errors

  @Test
  void refusal_carriesEverythingTossSaid() {
    toss.serve(
        TossServer.json(
            404,
            TossServer.fixture("26-error-not-found-payment-404.json"),
            "x-tosspayments-trace-id: 9f8e7d6c5b4a39281706f5e4d3c2b1a0"));

    GatewayException refused =
        catchThrowableOfType(GatewayException.class, () -> client.payment(PAYMENT_KEY));

    assertThat(refused.gatewayCode().map(TossErrorCode::of))
        .hasValue(TossErrorCode.NOT_FOUND_PAYMENT);
    assertThat(refused.gatewayMessage()).hasValue("존재하지 않는 결제 입니다.");
    assertThat(refused.httpStatus()).hasValue(404);
    assertThat(refused.traceId()).hasValue("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    assertThat(refused.isRetryable()).isFalse();
    assertThat(refused.gateway()).isEqualTo("toss");
    assertThat(refused)
        .hasMessageContaining("toss GET payment was refused (HTTP 404, code NOT_FOUND_PAYMENT)")
        .hasMessageContaining("gatewayMessage()")
        .hasMessageNotContaining("존재하지");
  }

  @ParameterizedTest
  @CsvSource({
    "400, PROVIDER_ERROR, true",
    "400, REFUND_REJECTED, false",
    "403, FORBIDDEN_CONSECUTIVE_REQUEST, true",
    "400, CARD_PROCESSING_ERROR, false",
    "500, FAILED_INTERNAL_SYSTEM_PROCESSING, true",
    "500, FAILED_DB_PROCESSING, false",
    "400, CODE_OF_TOMORROW, false",
    "500, CODE_OF_TOMORROW, true"
  })
  void refusal_retryableByTossesList_notByTheStatus(int status, String code, boolean retryable) {
    toss.serve(TossServer.error(status, code));

    GatewayException refused =
        catchThrowableOfType(GatewayException.class, () -> client.payment(PAYMENT_KEY));

    assertThat(refused.isRetryable()).isEqualTo(retryable);
    assertThat(refused.gatewayCode()).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED_KEY",
    "400, INVALID_API_KEY",
    "403, INCORRECT_BASIC_AUTH_FORMAT",
  })
  void keyRefused_isAnAuthenticationException(int status, String code) {
    toss.serve(TossServer.error(status, code, "x-tosspayments-trace-id: t-1"));

    assertThatThrownBy(() -> client.confirm(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT)))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue(code);
              assertThat(e.traceId()).hasValue("t-1");
              assertThat(e.isRetryable()).isFalse();
            });
    assertThat(toss.arrived()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>401</html>", "{\"message\":\"no\"}", "{\"code\":401}"})
  void bare401_isAnAuthenticationException(String body) {
    toss.serve(TossServer.json(401, body));

    assertThatThrownBy(() -> client.payment(PAYMENT_KEY))
        .isInstanceOf(AuthenticationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void otherCodeWithThatStatus_isABusinessRefusal(int status) {
    toss.serve(TossServer.error(status, "REJECT_CARD_PAYMENT"));

    assertThatThrownBy(() -> client.payment(PAYMENT_KEY)).isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>slow</html>", "{\"code\":\"TOO_MANY\",\"message\":\"m\"}"})
  void tooManyRequests_anyBody_isRetryable(String body) {
    toss.serve(TossServer.json(429, body, "Retry-After: 100000"));

    assertThatThrownBy(() -> client.confirm(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.isRetryable()).isTrue();
              assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(100_000));
              assertThat(e.httpStatus()).hasValue(429);
            });
    assertThat(toss.arrived()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "{\"code\":403,\"message\":\"no\"}",
        "{\"code\":\"Forbidden\",\"message\":\"no\"}",
        "{\"error\":{\"code\":403}}",
        "{\"error\":\"FORBIDDEN\"}",
        "[]",
        "null"
      })
  void refusalInAnotherShape_isNotTosses(String body) {
    toss.serve(TossServer.json(403, body, "x-tosspayments-trace-id: t-1"));

    assertThatThrownBy(() -> client.payment(PAYMENT_KEY))
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e -> {
              assertThat(e.httpStatus()).hasValue(403);
              assertThat(e.traceId()).hasValue("t-1");
              assertThat(e.gatewayCode()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-tosspayments-trace-id: new-1, old-1",
        "X-TossPayments-Trace-Id:   new-1  ,old-1",
        "x-tosspayments-trace-id: ,new-1"
      })
  void traceId_isTheFirstValue(String header) {
    toss.serve(TossServer.error(400, "INVALID_REQUEST", header));

    assertThatThrownBy(() -> client.payment(PAYMENT_KEY))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.traceId()).hasValue("new-1"));
  }

  @Test
  void messageThatEchoesSecretsAndCards_isRedacted() {
    String basic = client.getToken().value();
    toss.serve(
        TossServer.json(
            400,
            "{\"code\":\"INVALID_REQUEST\",\"message\":\"key "
                + TossServer.KEY
                + " basic "
                + basic
                + " card 4330123412341234\\nforged line\"}"));

    GatewayException refused =
        catchThrowableOfType(GatewayException.class, () -> client.payment(PAYMENT_KEY));

    assertThat(refused.gatewayMessage()).hasValue("key *** basic *** card *** forged line");
    assertThat(refused.getMessage())
        .doesNotContain(TossServer.KEY, basic, "4330123412341234", "\n");
  }

  @Test
  void lostTypedCall_tellsWhatToLookUp() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ);

    assertThatThrownBy(() -> client.cancel(TossCancelRequest.full(PAYMENT_KEY, "why").build()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.lookup()).isNotNull();
              assertThat(e.lookup().paymentId()).hasValue(PAYMENT_KEY);
            });
    List<String> keys = toss.arrived().stream().map(TossServer::key).toList();
    assertThat(keys).hasSize(3).containsOnly(keys.get(0));
  }

  @Test
  void closed_saysSo() {
    client.close();
    client.close();

    assertThatThrownBy(() -> client.payment(PAYMENT_KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(client::getToken).isInstanceOf(IllegalStateException.class);
  }
}
