package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation.ClientSideOnly;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.model.Pay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs that move no money, and what is refused before anything is sent. */
class TossGatewayTest {
  private TossServer toss;
  private TossGateway gateway;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  private List<String> arrived() {
    return toss.arrived().stream().map(TossServer::line).toList();
  }

  // --- getToken, prepare

  @Test
  void getToken_isBasic_andSendsNothing() {
    assertThat(gateway.getToken().scheme()).isEqualTo("Basic");
    assertThat(gateway.getToken().headerValue()).startsWith("Basic ");
    assertThat(gateway.getToken().expiresAt()).isEmpty();
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void prepare_isClientSideOnly_withWhatTheCheckoutNeeds() {
    ClientSideOnly prepared =
        (ClientSideOnly)
            gateway.prepare(
                PrepareRequest.builder(ORDER_ID, AMOUNT).orderName("토스 티셔츠 외 2건").build());

    assertThat(prepared.checkout().toJson())
        .isEqualTo(
            "{\"payment\":{\"customerKey\":\"@@ANONYMOUS\"},\"requestPayment\":{"
                + "\"method\":\"CARD\",\"amount\":{\"currency\":\"KRW\",\"value\":15000},"
                + "\"orderId\":\"order_9001\",\"orderName\":\"토스 티셔츠 외 2건\"}}");
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "order 9001",
        "주문_9001",
        "order/9001",
        "order.9001",
        "order#9001",
        "LONG"
      })
  void prepare_orderIdTossWouldRefuse_isRefused(String orderId) {
    OrderId refused = OrderId.of(orderId.equals("LONG") ? "x".repeat(65) : orderId);

    assertThatThrownBy(() -> gateway.prepare(PrepareRequest.builder(refused, AMOUNT).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 to 64 letters, digits, - _ =");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "A-Za-z_0=9", "LONG", "RANDOM"})
  void prepare_orderIdTossTakes_isTaken(String orderId) {
    OrderId taken =
        switch (orderId) {
          case "LONG" -> OrderId.of("x".repeat(64));
          case "RANDOM" -> OrderId.random();
          default -> OrderId.of(orderId);
        };

    assertThat(gateway.prepare(PrepareRequest.builder(taken, AMOUNT).build()).orderId())
        .isEqualTo(taken);
  }

  @Test
  void prepare_orderNameOfMoreThan100Characters_isRefused() {
    PrepareRequest.Builder request = PrepareRequest.builder(ORDER_ID, AMOUNT);
    gateway.prepare(request.orderName("가".repeat(100)).build());

    assertThatThrownBy(() -> gateway.prepare(request.orderName("가".repeat(101)).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100");
  }

  // --- find

  @Test
  void find_byEitherId() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.done()));

    Payment byKey = gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)).orElseThrow();
    Payment byOrder = gateway.find(PaymentLookup.byOrderId(ORDER_ID)).orElseThrow();

    assertThat(byKey.paymentId()).isEqualTo(byOrder.paymentId()).isEqualTo(PAYMENT_KEY);
    assertThat(arrived())
        .containsExactly("GET /v1/payments/pay_key_1", "GET /v1/payments/orders/order_9001");
  }

  @Test
  void find_shortOrderIdThatPrepareWouldRefuse_isFound() {
    toss.serve(TossServer.ok(Pay.done().with("orderId", "\"71\"")));

    assertThat(gateway.find(PaymentLookup.byOrderId(OrderId.of("71")))).isPresent();
  }

  @Test
  void find_tossSaysThereIsNone_isEmpty() {
    toss.serve(TossServer.notFound(), TossServer.notFound());

    assertThat(gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY))).isEmpty();
    assertThat(gateway.find(PaymentLookup.byOrderId(ORDER_ID))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | ",
        "404 | <html>not found</html>",
        "404 | {\"message\":\"Not Found\"}",
        "404 | {\"code\":404,\"message\":\"Not Found\"}",
        "404 | {\"code\":\"NOT_FOUND_PAYMENT\"}",
        "404 | {\"code\":\"NOT_FOUND\",\"message\":\"m\"}",
        "404 | {\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"m\"}}",
        "404 | {\"code\":\"NOT_FOUND_MERCHANT\",\"message\":\"m\"}",
        "400 | {\"code\":\"NOT_FOUND_PAYMENT\",\"message\":\"m\"}",
        "200 | {\"code\":\"NOT_FOUND_PAYMENT\",\"message\":\"m\"}",
      })
  void find_anybodyElseSaysSo_isAnException(int status, String body) {
    toss.serve(TossServer.json(status, body == null ? "" : body));

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
        .isInstanceOfSatisfying(
            PaymentException.class, e -> assertThat(e.httpStatus()).hasValue(status));
  }

  @Test
  void find_answerAboutAnother_isMalformed() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PaymentId.of("another"))))
        .isInstanceOf(MalformedResponseException.class);
    assertThatThrownBy(() -> gateway.find(PaymentLookup.byOrderId(OrderId.of("another"))))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void find_refusal_isAGatewayException() {
    toss.serve(TossServer.error(403, "FORBIDDEN_CONSECUTIVE_REQUEST"));

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.isRetryable()).isTrue());
  }

  @Test
  void thousandFinds_areThousandGets() {
    for (int i = 0; i < 1_000; i++) {
      toss.serve(TossServer.ok(Pay.done()));
    }
    for (int i = 0; i < 1_000; i++) {
      gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY));
    }

    assertThat(arrived()).hasSize(1_000).containsOnly("GET /v1/payments/pay_key_1");
  }

  // --- with, close

  @Test
  void with_sharesTheConnections_andClosingEitherClosesBoth() {
    toss.serve(TossServer.ok(Pay.done()));
    PaymentGateway other =
        gateway.with(CallOptions.builder().attempts(1).header("X-Shop", "1").build());
    other.find(PaymentLookup.byPaymentId(PAYMENT_KEY));
    assertThat(toss.arrived().get(0).getHeaders().get("X-Shop")).isEqualTo("1");

    other.close();

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void with_oneAttempt_isNotRepeated() {
    toss.serve(TossServer.json(503, ""), TossServer.ok(Pay.done()));

    assertThatThrownBy(
            () ->
                gateway
                    .with(CallOptions.builder().attempts(1).build())
                    .find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
        .isInstanceOf(PaymentException.class);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void testCodeAndEnglish_canBeSetOnTheGateway() {
    toss.serve(TossServer.error(400, "INVALID_CARD_NUMBER"));
    try (TossGateway failing =
        TossGateway.builder(TossSecretKey.of(TossServer.KEY))
            .http(HttpOptions.builder().baseUrl(toss.url()).build())
            .testCode("INVALID_CARD_NUMBER")
            .english(true)
            .build()) {
      failing.confirm(ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT).build());
    }

    assertThat(toss.arrived())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("TossPayments-Test-Code"))
                  .isEqualTo("INVALID_CARD_NUMBER");
              assertThat(request.getHeaders().get("Accept-Language")).isEqualTo("en-US");
            });
  }

  // --- bad input

  @Test
  void badIds_areRefused_andNothingIsSent() {
    for (String id :
        new String[] {
          "", " ", "../x", "a/../b", ".", "a\nb", "a\r\nX: 1", "\u0000", "x".repeat(201)
        }) {
      assertThatThrownBy(() -> gateway.client().payment(PaymentId.of(id)))
          .as(id)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> gateway.client().paymentByOrderId(OrderId.of(id)))
          .as(id)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void badAmounts_areRefused_andNothingIsSent() {
    assertThatThrownBy(() -> TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, Money.krw(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than zero");
    assertThatThrownBy(() -> TossCancelRequest.partial(PAYMENT_KEY, Money.krw(0), "r"))
        .hasMessageContaining("more than zero");
    assertThatThrownBy(() -> Money.krw(-1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> Money.of("1.5", "KRW")).hasMessageContaining("fraction");
    assertThatThrownBy(() -> ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, Money.krw(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void badCancelFields_areRefused_andNothingIsSent() {
    for (String reason :
        new String[] {"", " ", "a\u0007b", "a\u202eb", "a\ud800", "x".repeat(201)}) {
      assertThatThrownBy(() -> TossCancelRequest.full(PAYMENT_KEY, reason))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cancelReason");
    }
    TossCancelRequest.Builder cancel =
        TossCancelRequest.partial(PAYMENT_KEY, Money.krw(10), "x".repeat(200));
    for (String key : new String[] {"", "a b", "a\r\nX: 1", "키", "x".repeat(301)}) {
      assertThatThrownBy(() -> cancel.idempotencyKey(key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 to 300 visible ASCII");
      assertThatThrownBy(
              () -> TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT).withIdempotencyKey(key))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String id : new String[] {"", "12345", "a b c d", "x".repeat(65)}) {
      assertThatThrownBy(() -> cancel.cancelRequestId(id)).hasMessageContaining("6 to 64");
    }
    assertThatThrownBy(() -> cancel.currency("krw")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cancel.taxFreeAmount(Money.of("1", "USD")).build())
        .hasMessageContaining("taxFreeAmount is in USD, the cancel in KRW");
    assertThatThrownBy(
            () ->
                TossCancelRequest.partial(PAYMENT_KEY, Money.krw(10), "r")
                    .refundableAmount(Money.krw(9))
                    .build())
        .hasMessageContaining("more than is left");
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void badTestCode_isRefused() {
    assertThatThrownBy(
            () -> TossClient.builder(TossSecretKey.of(TossServer.KEY)).testCode("A\r\nX: 1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requests_showNothingOfTheRefundAccount() {
    assertThat(
            TossCancelRequest.partial(PAYMENT_KEY, Money.krw(10), "r")
                .refundReceiveAccount(kr.pgsdk.core.RefundAccount.of("88", "1100000000000", "김토스"))
                .build())
        .hasToString("TossCancelRequest[pay_key_1, 10 KRW]");
    assertThat(TossCancelRequest.full(PAYMENT_KEY, "r").build())
        .hasToString("TossCancelRequest[pay_key_1, all]");
    assertThat(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT))
        .hasToString("TossConfirmRequest[pay_key_1, order_9001, 15000 KRW]");
  }
}
