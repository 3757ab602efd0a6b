package kr.pgsdk.toss.brandpay;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TossBrandpayTest {
  private static final String SECRET = "brandpay-token-canary-1";
  private static final TossBrandpayToken TOKEN = TossBrandpayToken.of(SECRET);
  private static final String CUSTOMER_KEY = "customer-canary-1";
  private static final String METHOD_KEY = "method-canary-1";

  private TossServer toss;
  private TossClient client;
  private TossBrandpay brandpay;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
    brandpay = client.brandpay();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  private static String authorization(RecordedRequest request) {
    return request.getHeaders().values("Authorization").toString();
  }

  @Test
  void callOnACustomersBehalf_carriesTheTokenInPlaceOfTheSecretKey() {
    toss.serve(TossServer.json(200, "[{\"id\":1}]"), TossServer.json(200, "{}"));

    assertThat(brandpay.paymentMethods(TOKEN).toJson()).isEqualTo("[{\"id\":1}]");
    assertThat(brandpay.paymentMethods(CUSTOMER_KEY).toJson()).isEqualTo("{}");

    List<RecordedRequest> sent = toss.arrived();
    assertThat(authorization(sent.get(0))).isEqualTo("[Bearer " + SECRET + "]");
    assertThat(authorization(sent.get(1))).startsWith("[Basic ");
    assertThat(TossServer.line(sent.get(1)))
        .isEqualTo("GET /v1/brandpay/payments/methods/" + CUSTOMER_KEY);
  }

  @Test
  void refusedToken_isARefusal_notAComplaintAboutTheSecretKey_andIsNotShown() {
    MockResponse refusal =
        TossServer.json(
            401, "{\"code\":\"UNAUTHORIZED_KEY\",\"message\":\"token " + SECRET + "\"}");
    toss.serve(refusal, refusal);

    assertThatThrownBy(() -> brandpay.paymentMethods(TOKEN))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("UNAUTHORIZED_KEY");
              assertThat(e + e.gatewayMessage().orElseThrow())
                  .doesNotContain(SECRET)
                  .doesNotContain("secret key");
            });
    assertThatThrownBy(() -> brandpay.paymentMethods(CUSTOMER_KEY))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("doesn't accept the secret key");
    assertThat(toss.arrived()).hasSize(2);
  }

  @Test
  void bare401_toACallByToken_isNoRefusalOfTheSecretKeyEither() {
    toss.serve(TossServer.json(401, "<html>"));

    assertThatThrownBy(() -> brandpay.paymentMethods(TOKEN))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void removals_sendTheMethod_andTakeAnEmptyAnswer() {
    toss.serve(TossServer.json(200, ""), TossServer.json(200, "true"));

    assertThat(brandpay.removeCard(TOKEN, METHOD_KEY).toJson()).isEmpty();
    assertThat(brandpay.removeAccount(TOKEN, METHOD_KEY).toJson()).isEqualTo("true");

    List<RecordedRequest> sent = toss.arrived();
    assertThat(sent)
        .extracting(TossServer::line)
        .containsExactly(
            "POST /v1/brandpay/payments/methods/card/remove",
            "POST /v1/brandpay/payments/methods/account/remove");
    assertThat(sent).allSatisfy(r -> assertThat(authorization(r)).startsWith("[Bearer "));
    assertThat(TossServer.body(sent.get(0))).isEqualTo("{\"methodKey\":\"" + METHOD_KEY + "\"}");
    assertThat(TossServer.key(sent.get(0))).isNotEqualTo(TossServer.key(sent.get(1)));
  }

  @Test
  void accessToken_isRead_andShownNowhere() {
    toss.serve(TossServer.json(200, "{\"accessToken\":\"" + SECRET + "\",\"more\":1}"));

    TossBrandpayAuthorization authorization =
        brandpay.accessToken(
            TossCustomRequest.builder()
                .field("customerKey", CUSTOMER_KEY)
                .jsonField("more", "[1,true]")
                .build());

    assertThat(authorization.accessToken()).hasValue(TOKEN);
    assertThat(authorization.toString() + TOKEN).doesNotContain(SECRET);
    assertThat(TossServer.body(toss.arrived().get(0)))
        .isEqualTo("{\"customerKey\":\"" + CUSTOMER_KEY + "\",\"more\":[1,true]}");
  }

  @Test
  void confirm_lostAnswers_leaveDoubt_underOneKey() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ);

    assertThatThrownBy(() -> brandpay.confirm(confirm().build()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> assertThat(e.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT_KEY)));
    assertThat(toss.arrived())
        .extracting(TossServer::key)
        .hasSize(3)
        .containsOnly(confirm().build().idempotencyKey());
  }

  @Test
  void confirm_readsThePayment_andRefusesAnothers() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.done()));

    assertThat(brandpay.confirm(confirm().build()).orderId()).isEqualTo(ORDER_ID);
    assertThatThrownBy(
            () ->
                brandpay.pay(
                    TossBrandpayPaymentRequest.builder(OrderId.of("order_9002"), AMOUNT).build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private static TossBrandpayConfirmRequest.Builder confirm() {
    return TossBrandpayConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT, CUSTOMER_KEY);
  }

  @Test
  void pay_theSamePaymentHasTheSameKey_anotherNever() {
    TossBrandpayPaymentRequest one = pay(ORDER_ID, METHOD_KEY);

    assertThat(pay(ORDER_ID, METHOD_KEY).idempotencyKey()).isEqualTo(one.idempotencyKey());
    assertThat(pay(ORDER_ID, "m-2").idempotencyKey()).isNotEqualTo(one.idempotencyKey());
    assertThat(pay(OrderId.of("order_9002"), METHOD_KEY).idempotencyKey())
        .isNotEqualTo(one.idempotencyKey());
  }

  private static TossBrandpayPaymentRequest pay(OrderId orderId, String methodKey) {
    return TossBrandpayPaymentRequest.builder(orderId, AMOUNT)
        .customerKey(CUSTOMER_KEY)
        .methodKey(methodKey)
        .build();
  }

  @Test
  void terms_sendsTheQuery() {
    toss.serve(TossServer.json(200, "[]"));

    assertThat(brandpay.terms(Map.of("customerKey", "c 1")).toJson()).isEqualTo("[]");
    assertThat(TossServer.line(toss.arrived().get(0)))
        .isEqualTo("GET /v1/brandpay/terms?customerKey=c%201");
  }

  @Test
  void wrongInput_isRefused_withoutShowingIt() {
    assertThatThrownBy(() -> TossBrandpayToken.of("a token canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> brandpay.paymentMethods("?canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customerKey must be 2 to 300 letters, digits, - _ = . @ only");
    assertThatThrownBy(() -> brandpay.removeCard(TOKEN, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TossBrandpayPaymentRequest.builder(ORDER_ID, Money.krw(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be more than zero");
    assertThatThrownBy(
            () -> TossBrandpayPaymentRequest.builder(ORDER_ID, AMOUNT).field("amount", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount is set already");
    assertThatThrownBy(() -> TossCustomRequest.builder().jsonField("a", "{canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a must be one JSON document")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> TossCustomRequest.builder().jsonField("a", "null"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(toss.arrived()).isEmpty();
  }

  @Test
  void toString_showsNoSecret() {
    assertThat(confirm().build())
        .hasToString("TossBrandpayConfirmRequest[pay_key_1, order_9001, 15000 KRW]");
    assertThat(pay(ORDER_ID, METHOD_KEY))
        .hasToString("TossBrandpayPaymentRequest[order_9001, 15000 KRW]");
    assertThat(TossCustomRequest.builder().field("a", "canary").build())
        .hasToString("TossCustomRequest");
  }
}
