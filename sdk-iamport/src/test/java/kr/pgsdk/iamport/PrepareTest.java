package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrepareTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final MockResponse DUPLICATE =
      FakeIamport.refusal(200, 1, "결제정보 사전등록에 실패하였습니다(이미 등록된 merchant_uid입니다).");

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static PrepareRequest.Builder request(long won) {
    return PrepareRequest.builder(ORDER, Money.krw(won));
  }

  private static MockResponse registered(String amount) {
    return FakeIamport.ok("{\"merchant_uid\":\"order_9001\",\"amount\":" + amount + "}");
  }

  @Test
  void newOrder_isRegistered_andTheCheckoutHasItsParameters() {
    iamport.serve(registered("15000"));

    Preparation prepared = gateway.prepare(request(15_000).orderName("T-shirt").build());

    assertThat(prepared).isInstanceOf(Preparation.Registered.class);
    assertThat(prepared.checkout().toJson())
        .isEqualTo(
            "{\"request_pay\":{\"merchant_uid\":\"order_9001\",\"name\":\"T-shirt\","
                + "\"amount\":15000,\"currency\":\"KRW\"}}");
    assertThat(iamport.arrived()).containsExactly("POST /payments/prepare");
  }

  @Test
  void checkout_hasTheShopsChannelMethodAddressAndBuyer() {
    iamport.serve(registered("15000"));
    IamportGateway withChannel = iamport.gateway().channelKey("channel-key-1").build();

    Preparation prepared =
        withChannel.prepare(
            request(15_000)
                .orderName("T-shirt")
                .checkout(
                    CheckoutOptions.builder()
                        .method(CheckoutMethod.VIRTUAL_ACCOUNT)
                        .returnUrl("https://shop.example/return")
                        .customerKey("buyer-1")
                        .buyerName("홍길동")
                        .buyerEmail("hong@shop.example")
                        .buyerPhone("010-0000-0000")
                        .parameter("custom_data", Map.of("seat", 7))
                        .build())
                .build());
    withChannel.close();

    assertThat(prepared.checkout().toJson())
        .isEqualTo(
            "{\"request_pay\":{\"channelKey\":\"channel-key-1\",\"pay_method\":\"vbank\","
                + "\"merchant_uid\":\"order_9001\",\"name\":\"T-shirt\",\"amount\":15000,"
                + "\"currency\":\"KRW\",\"m_redirect_url\":\"https://shop.example/return\","
                + "\"buyer_name\":\"홍길동\",\"buyer_email\":\"hong@shop.example\","
                + "\"buyer_tel\":\"01000000000\",\"custom_data\":{\"seat\":7}}}");
  }

  @Test
  void checkoutWithAnotherChannel_hasNotTheGateways() {
    iamport.serve(registered("15000"), registered("15000"));
    IamportGateway withChannel = iamport.gateway().channelKey("channel-key-1").build();

    assertThat(asked(withChannel, "pg", "html5_inicis")).doesNotContainKey("channelKey");
    assertThat(asked(withChannel, "channelKey", "channel-key-2"))
        .containsEntry("channelKey", "channel-key-2");
    withChannel.close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asked(IamportGateway gateway, String name, String value) {
    CheckoutOptions options = CheckoutOptions.builder().parameter(name, value).build();
    return (Map<String, Object>)
        gateway
            .prepare(request(15_000).checkout(options).build())
            .checkout()
            .argument("request_pay");
  }

  @Test
  void parameterThatWouldContradictTheOrder_isRefusedBeforeAnythingIsSent() {
    for (String name : new String[] {"amount", "merchant_uid", "currency"}) {
      CheckoutOptions options = CheckoutOptions.builder().parameter(name, "100").build();

      assertThatThrownBy(() -> gateway.prepare(request(15_000).checkout(options).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name);
    }
    assertThat(iamport.arrived()).isEmpty();
  }

  @Test
  void longestOrderIdAndName_areTaken() {
    OrderId longest = OrderId.of("가".repeat(40));
    iamport.serve(FakeIamport.ok("{\"merchant_uid\":\"" + longest + "\",\"amount\":100}"));

    Preparation prepared =
        gateway.prepare(
            PrepareRequest.builder(longest, Money.krw(100)).orderName("n".repeat(40)).build());

    assertThat(prepared.orderId()).isEqualTo(longest);
  }

  @Test
  void sameOrderAndAmountAgain_isASuccess() {
    iamport.serve(DUPLICATE, registered("15000.00"));

    assertThat(gateway.prepare(request(15_000).build())).isInstanceOf(Preparation.Registered.class);
    assertThat(iamport.arrived())
        .containsExactly("POST /payments/prepare", "GET /payments/prepare/order_9001");
  }

  @Test
  void sameOrderWithAnotherAmount_isAnErrorThatSaysBoth() {
    iamport.serve(DUPLICATE, registered("14000"));

    GatewayException refused =
        catchThrowableOfType(
            GatewayException.class, () -> gateway.prepare(request(15_000).build()));

    assertThat(refused)
        .hasMessageContaining("merchant_uid order_9001")
        .hasMessageContaining("14000")
        .hasMessageContaining("15000")
        .hasMessageContaining("replaceAmount");
    assertThat(refused.gatewayCode()).contains("1");
    assertThat(iamport.arrived("PUT")).isZero();
  }

  @Test
  void sameOrderInAnotherCurrency_isAnError() {
    iamport.serve(
        DUPLICATE,
        FakeIamport.ok("{\"merchant_uid\":\"order_9001\",\"amount\":15000,\"currency\":\"USD\"}"));

    assertThatThrownBy(() -> gateway.prepare(request(15_000).build()))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("15000 USD");
  }

  @Test
  void anotherAmount_isReplacedIfAskedFor() {
    iamport.serve(DUPLICATE, registered("14000"), registered("15000"));

    Preparation prepared = gateway.prepare(request(15_000).replaceAmount(true).build());

    assertThat(prepared.money()).isEqualTo(Money.krw(15_000));
    assertThat(iamport.arrived())
        .containsExactly(
            "POST /payments/prepare", "GET /payments/prepare/order_9001", "PUT /payments/prepare");
    assertThat(FakeIamport.body(iamport.request(2)))
        .isEqualTo("{\"merchant_uid\":\"order_9001\",\"amount\":15000,\"currency\":\"KRW\"}");
  }

  @Test
  void refusalOfAnUnregisteredOrder_isTheRefusalItself() {
    iamport.serve(FakeIamport.refusal(200, 1, "안 됩니다."), FakeIamport.refusal(404, -1, "없음"));

    assertThatThrownBy(() -> gateway.prepare(request(15_000).replaceAmount(true).build()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayMessage()).hasValue("안 됩니다."));
    assertThat(iamport.arrived("PUT")).isZero();
  }

  @Test
  void refusalWhoseLookupFails_isThatFailure_withTheRefusalBesideIt() {
    iamport.serve(DUPLICATE, FakeIamport.json(500, ""));

    PaymentException failure =
        catchThrowableOfType(
            PaymentException.class, () -> gateway.prepare(request(15_000).build()));

    assertThat(failure.httpStatus()).hasValue(500);
    assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(GatewayException.class);
  }

  @Test
  void lostAnswer_isRepeated_andTheDuplicateThatFollowsIsASuccess() {
    iamport.serve(FakeIamport.CUT_AFTER_READ, DUPLICATE, registered("15000"));

    assertThat(gateway.prepare(request(15_000).build())).isInstanceOf(Preparation.Registered.class);
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void tooManyRequests_isNotAnsweredWithMore() {
    iamport.serve(FakeIamport.json(429, ""));

    GatewayException busy =
        catchThrowableOfType(
            GatewayException.class, () -> gateway.prepare(request(15_000).build()));

    assertThat(busy.isRetryable()).isTrue();
    assertThat(iamport.arrived("GET")).isZero();
  }
}
