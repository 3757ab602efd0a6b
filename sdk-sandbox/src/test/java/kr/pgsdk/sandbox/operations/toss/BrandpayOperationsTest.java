package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.brandpay.TossBrandpayConfirmRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayPaymentRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayToken;
import kr.pgsdk.toss.custom.TossCustomRequest;

class BrandpayOperationsTest extends TossOperations {
  private static final OrderId ORDER_ID = OrderId.of("order_9001");
  private static final TossBrandpayToken TOKEN = TossBrandpayToken.of("access-token-1");
  private static final TossCustomRequest NO_FIELDS = TossCustomRequest.builder().build();

  BrandpayOperationsTest() {
    super("toss-brandpay", "brandpay");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("GET /v1/brandpay/terms", client -> client.brandpay().terms(Map.of())),
        example("POST /v1/brandpay/terms/agree", client -> client.brandpay().agree(NO_FIELDS)),
        example(
            "POST /v1/brandpay/authorizations/access-token",
            client -> client.brandpay().accessToken(NO_FIELDS)),
        example(
            "GET /v1/brandpay/payments/methods", client -> client.brandpay().paymentMethods(TOKEN)),
        example(
            "GET /v1/brandpay/payments/methods/{customerKey}",
            client -> client.brandpay().paymentMethods("customer_1")),
        example(
            "POST /v1/brandpay/payments/methods/card/remove",
            client -> client.brandpay().removeCard(TOKEN, "method_1")),
        example(
            "POST /v1/brandpay/payments/methods/account/remove",
            client -> client.brandpay().removeAccount(TOKEN, "method_1")),
        example(
            "POST /v1/brandpay/payments/confirm",
            client ->
                client
                    .brandpay()
                    .confirm(
                        TossBrandpayConfirmRequest.builder(
                                PaymentId.of("pay_key_1"),
                                ORDER_ID,
                                Money.krw(15_000),
                                "customer_1")
                            .build())),
        example(
            "POST /v1/brandpay/payments",
            client ->
                client
                    .brandpay()
                    .pay(
                        TossBrandpayPaymentRequest.builder(ORDER_ID, Money.krw(15_000))
                            .customerKey("customer_1")
                            .methodKey("method_1")
                            .orderName("T-shirt")
                            .build())),
        example(
            "POST /v1/brandpay/customers/remove",
            client -> client.brandpay().removeCustomer(TOKEN, NO_FIELDS)),
        example("GET /v1/brandpay/promotions/card", client -> client.brandpay().cardPromotions()),
        example("GET /v1/brandpay/promotions/bank", client -> client.brandpay().bankPromotions()));
  }
}
