package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PrepareRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments of each of Toss's scripts, by the types it publishes for them. */
class TossCheckoutPageTest {
  private static final CheckoutOptions.Builder NOTHING = CheckoutOptions.builder();

  private static PrepareRequest request(CheckoutOptions options) {
    return PrepareRequest.builder(OrderId.of("order_9001"), Money.of("15000.00", "KRW"))
        .orderName("티셔츠")
        .checkout(options)
        .build();
  }

  private static CheckoutOptions options() {
    return CheckoutOptions.builder()
        .method(CheckoutMethod.VIRTUAL_ACCOUNT)
        .returnUrl("https://shop.example/paid?cart=1")
        .failUrl("https://shop.example/failed")
        .customerKey("b-7_=.@")
        .buyerName("홍길동")
        .buyerEmail("hong@shop.example")
        .buyerPhone("010-0000-0000")
        .parameter("taxFreeAmount", 100)
        .build();
  }

  private static final String ORDER =
      "\"orderId\":\"order_9001\",\"orderName\":\"티셔츠\","
          + "\"successUrl\":\"https://shop.example/paid?cart=1\","
          + "\"failUrl\":\"https://shop.example/failed\",\"customerName\":\"홍길동\","
          + "\"customerEmail\":\"hong@shop.example\",\"customerMobilePhone\":\"01000000000\","
          + "\"taxFreeAmount\":100}";

  @Test
  void window_oneCallForTheBuyer_oneThatOpensIt() {
    assertThat(json(TossScript.PAYMENT_WINDOW, options()))
        .isEqualTo(
            "{\"payment\":{\"customerKey\":\"b-7_=.@\"},\"requestPayment\":{"
                + "\"method\":\"VIRTUAL_ACCOUNT\",\"amount\":{\"currency\":\"KRW\","
                + "\"value\":15000},"
                + ORDER
                + "}");
  }

  @Test
  void widget_theAmountIsSetByACallOfItsOwn_andTheBuyerChoosesTheMethod() {
    assertThat(json(TossScript.PAYMENT_WIDGET, options()))
        .isEqualTo(
            "{\"widgets\":{\"customerKey\":\"b-7_=.@\"},\"setAmount\":{\"currency\":\"KRW\","
                + "\"value\":15000},\"requestPayment\":{"
                + ORDER
                + "}");
  }

  @Test
  void v1_theMethodInKorean_andTheAmountAsANumber() {
    assertThat(json(TossScript.V1, options()))
        .isEqualTo(
            "{\"requestPayment\":[\"가상계좌\",{\"amount\":15000,\"currency\":\"KRW\"," + ORDER + "]}");
  }

  @Test
  void otherMethod_isHandedOverAsItIs() {
    CheckoutOptions options = CheckoutOptions.builder().method(CheckoutMethod.of("토스페이")).build();

    assertThat(json(TossScript.V1, options)).contains("[\"토스페이\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b c", "가나다", "test_sk_000000", "live_gsk_000000", "LONG"})
  void customerKeyTheScriptWouldRefuse_isRefused_andNotShown(String key) {
    String refused = key.equals("LONG") ? "k".repeat(51) : key;
    CheckoutOptions options = CheckoutOptions.builder().customerKey(refused).build();

    assertThatThrownBy(() -> json(TossScript.PAYMENT_WINDOW, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customerKey")
        .hasMessageNotContaining("000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orderId", "amount", "currency"})
  void parameterThatWouldContradictTheOrder_isRefused(String name) {
    CheckoutOptions options = CheckoutOptions.builder().parameter(name, 100).build();

    assertThatThrownBy(() -> json(TossScript.PAYMENT_WIDGET, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void longerNames_areRefused() {
    CheckoutOptions options = CheckoutOptions.builder().buyerName("n".repeat(101)).build();

    assertThatThrownBy(() -> json(TossScript.V1, options)).hasMessageContaining("customerName");
  }

  @Test
  void script_isTheOneOfTheKey_unlessTheShopSaysOtherwise() {
    TossSecretKey window = TossSecretKey.of("test_sk_000000");
    TossSecretKey widget = TossSecretKey.of("live_gsk_000000");

    assertThat(prepared(TossGateway.builder(window)).asMap()).containsKey("payment");
    assertThat(prepared(TossGateway.builder(widget)).asMap()).containsKey("widgets");
    assertThat(prepared(TossGateway.builder(widget).script(TossScript.V1)).asMap())
        .containsOnlyKeys("requestPayment");
  }

  private static CheckoutParameters prepared(TossGateway.Builder builder) {
    try (TossGateway gateway = builder.build()) {
      return gateway.prepare(request(NOTHING.build())).checkout();
    }
  }

  private static String json(TossScript script, CheckoutOptions options) {
    return new TossCheckoutPage(script).of(request(options)).toJson();
  }
}
