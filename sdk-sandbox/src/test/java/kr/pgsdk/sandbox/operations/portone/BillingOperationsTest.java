package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.billing.PortOneBillingKeyDeletion;
import kr.pgsdk.portone.billing.PortOneBillingKeyFilter;
import kr.pgsdk.portone.billing.PortOneBillingKeyPaymentRequest;
import kr.pgsdk.portone.billing.PortOneBillingKeyRequest;
import kr.pgsdk.portone.billing.PortOneConfirmAndPayRequest;
import kr.pgsdk.portone.billing.PortOneConfirmBillingKeyRequest;
import kr.pgsdk.portone.model.PortOneCashReceiptType;
import kr.pgsdk.portone.model.PortOneProductType;

class BillingOperationsTest extends PortOneOperations {
  BillingOperationsTest() {
    super("billing");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /payments/{paymentId}/billing-key",
            client ->
                client
                    .billingKeys()
                    .pay(
                        PortOneBillingKeyPaymentRequest.builder(
                                ORDER, "billing_key_1", "T-shirt", AMOUNT)
                            .channelKey("channel-key-1")
                            .installmentMonth(3)
                            .useFreeInterestFromMerchant(true)
                            .useCardPoint(true)
                            .cashReceipt(PortOneCashReceiptType.PERSONAL, "01012345678")
                            .locale("KO_KR")
                            .customer(buyer())
                            .customData("custom")
                            .country("KR")
                            .noticeUrls(List.of("https://shop.example/hook"))
                            .products(products())
                            .productCount(1)
                            .productType(PortOneProductType.DIGITAL)
                            .shippingAddress(address())
                            .promotionId("promotion_1")
                            .bypass("{\"tosspayments\":{}}")
                            .skipWebhook(true)
                            .build())),
        example(
            "POST /billing-keys",
            client ->
                client
                    .billingKeys()
                    .issue(
                        PortOneBillingKeyRequest.atChannel("channel-key-1", card())
                            .customer(buyer())
                            .customData("custom")
                            .bypass("{\"tosspayments\":{}}")
                            .noticeUrls(List.of("https://shop.example/hook"))
                            .skipWebhook(true)
                            .build())),
        example(
            "POST /billing-keys",
            client ->
                client
                    .billingKeys()
                    .issue(PortOneBillingKeyRequest.atChannelGroup("group_1", card()).build())),
        example(
            "POST /billing-keys/confirm",
            client ->
                client
                    .billingKeys()
                    .confirm(
                        PortOneConfirmBillingKeyRequest.builder("token_1")
                            .isTest(false)
                            .skipWebhook(true)
                            .build())),
        example(
            "POST /billing-keys/confirm-issue-and-pay",
            client ->
                client
                    .billingKeys()
                    .confirmAndPay(
                        PortOneConfirmAndPayRequest.builder("token_1", ORDER, AMOUNT)
                            .taxFreeAmount(Money.krw(1_000))
                            .isTest(false)
                            .skipWebhook(true)
                            .build())),
        example("GET /billing-keys/{billingKey}", client -> client.billingKeys().get("key_1")),
        example(
            "GET /billing-keys",
            client ->
                first(
                    client
                        .billingKeys()
                        .list(PortOneBillingKeyFilter.builder().from(NOON).build()))),
        example(
            "DELETE /billing-keys/{billingKey}",
            client ->
                client
                    .billingKeys()
                    .delete(
                        "key_1",
                        PortOneBillingKeyDeletion.builder()
                            .reason("left")
                            .requester("CUSTOMER")
                            .skipWebhook(true)
                            .build())
                    .orElseThrow()));
  }
}
