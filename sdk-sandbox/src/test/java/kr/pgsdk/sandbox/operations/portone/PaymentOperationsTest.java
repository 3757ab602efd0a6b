package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.model.PortOneCashReceiptType;
import kr.pgsdk.portone.model.PortOneProductType;
import kr.pgsdk.portone.payment.PortOneInstantRequest;
import kr.pgsdk.portone.payment.PortOnePaymentFilter;
import kr.pgsdk.portone.payment.PortOneStoreReceiptItem;

class PaymentOperationsTest extends PortOneOperations {
  PaymentOperationsTest() {
    super("payment");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "GET /payments",
            client ->
                first(
                    client
                        .payments()
                        .list(
                            PortOnePaymentFilter.builder()
                                .from(NOON)
                                .until(NOON.plusSeconds(60))
                                .textSearch("TX_ID", "tx_1")
                                .build()))),
        example(
            "GET /payments-by-cursor",
            client -> first(client.payments().all(NOON, NOON.plusSeconds(60)))),
        example(
            "GET /payment-events-by-cursor",
            client -> first(client.payments().events(NOON, NOON.plusSeconds(60)))),
        example(
            "GET /payments/{paymentId}/transactions",
            client -> client.payments().transactions(ORDER)),
        example(
            "POST /payments/{paymentId}/cancellations/{cancellationId}/stop",
            client -> client.payments().stopCancellation(ORDER, "cancel_1").orElseThrow()),
        example(
            "POST /payments/{paymentId}/capture",
            client -> {
              client.payments().capture(ORDER);
              return null;
            }),
        example(
            "POST /payments/{paymentId}/instant",
            client ->
                client
                    .payments()
                    .pay(
                        whole(PortOneInstantRequest.card(ORDER, "T-shirt", AMOUNT, card(), 0))
                            .useCardPoint(true)
                            .useFreeInstallmentPlan(true)
                            .useFreeInterestFromMerchant(true)
                            .build())),
        example(
            "POST /payments/{paymentId}/instant",
            client ->
                client
                    .payments()
                    .pay(
                        PortOneInstantRequest.virtualAccount(
                                ORDER, "T-shirt", AMOUNT, "SHINHAN", NOON)
                            .fixedAccount("account_1", "11012345")
                            .remitteeName("shop")
                            .cashReceipt(PortOneCashReceiptType.PERSONAL, "01012345678")
                            .build())),
        example(
            "POST /payments/{paymentId}/register-store-receipt",
            client ->
                client
                    .payments()
                    .registerStoreReceipts(
                        ORDER,
                        List.of(
                            PortOneStoreReceiptItem.builder("1234567890", "shop", AMOUNT).build()))
                    .orElseThrow()),
        example(
            "POST /payments/{paymentId}/resend-webhook",
            client -> client.payments().resendWebhook(ORDER, "webhook_1")));
  }

  private static PortOneInstantRequest.Builder whole(PortOneInstantRequest.Builder request) {
    return request
        .channelKey("channel-key-1")
        .channelGroupId("group_1")
        .isCulturalExpense(false)
        .isEscrow(false)
        .customer(buyer())
        .customData("custom")
        .country("KR")
        .noticeUrls(List.of("https://shop.example/hook"))
        .products(products())
        .productCount(1)
        .productType(PortOneProductType.PHYSICAL)
        .shippingAddress(address())
        .promotionId("promotion_1")
        .bypass("{\"tosspayments\":{}}")
        .taxFreeAmount(Money.krw(1_000))
        .vatAmount(Money.krw(500))
        .skipWebhook(true);
  }
}
