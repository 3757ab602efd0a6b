package kr.pgsdk.sandbox.operations.iamport;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.billing.IamportCardPaymentRequest;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.billing.IamportPaymentBuilder;
import kr.pgsdk.iamport.model.IamportBuyer;
import kr.pgsdk.iamport.model.IamportProductType;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;

class BillingOperationsTest extends IamportOperations {
  static final String CUSTOMER = "customer_1";
  static final OrderId ORDER = OrderId.of("order_9001");

  BillingOperationsTest() {
    super("billing");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "GET /subscribe/customers/{customer_uid}",
            client -> client.billingKeys().find(CUSTOMER)),
        example("GET /subscribe/customers", client -> client.billingKeys().find(List.of(CUSTOMER))),
        example(
            "POST /subscribe/customers/{customer_uid}",
            client -> client.billingKeys().issue(issue())),
        example(
            "DELETE /subscribe/customers/{customer_uid}",
            client -> client.billingKeys().delete(CUSTOMER, "moved", "customer")),
        example(
            "GET /subscribe/customers/{customer_uid}/payments",
            client -> first(client.billingKeys().payments(CUSTOMER))),
        example("POST /subscribe/payments/again", client -> client.billingKeys().charge(charge())),
        example(
            "POST /subscribe/payments/onetime", client -> client.cardPayments().pay(onetime())));
  }

  static CardData card() {
    return CardData.builder("1234567890123456", YearMonth.of(2030, 7))
        .ownerIdentity("900101")
        .passwordDigits("12")
        .cvc("123")
        .build();
  }

  static <B extends IamportPaymentBuilder<B>> B filled(B builder) {
    return builder
        .taxFree(Money.krw(0))
        .vatAmount(Money.krw(100))
        .buyer(
            IamportBuyer.builder()
                .name("Hong Gildong")
                .email("hong@example.com")
                .tel("010-1234-5678")
                .addr("Seoul")
                .postcode("04524")
                .build())
        .cardQuota(3)
        .interestFreeByMerchant(true)
        .useCardPoint(false)
        .customData("{}")
        .noticeUrl("https://shop.example/hook")
        .browserIp("192.0.2.1")
        .productType(IamportProductType.REAL)
        .promotionId("promotion-id-1")
        .bypass("{}");
  }

  private static IamportBillingKeyRequest issue() {
    return IamportBillingKeyRequest.builder(CUSTOMER, "channel-key-1", card())
        .pg("nice")
        .customerId("buyer_1")
        .customerName("Hong Gildong")
        .customerTel("010-1234-5678")
        .customerEmail("hong@example.com")
        .customerAddr("Seoul")
        .customerPostcode("04524")
        .channelGroupId("group-1")
        .build();
  }

  private static IamportChargeRequest charge() {
    return filled(IamportChargeRequest.builder(CUSTOMER, ORDER, Money.krw(60_000), "T-shirt"))
        .productCount(1)
        .cashReceiptType(IamportCashReceiptType.PERSON)
        .naverUseEnds(LocalDate.of(2030, 1, 31))
        .channelKey("channel-key-1")
        .build();
  }

  private static IamportCardPaymentRequest onetime() {
    return filled(IamportCardPaymentRequest.builder(ORDER, Money.krw(60_000), card()))
        .name("T-shirt")
        .customerUid(CUSTOMER)
        .pg("nice")
        .channelGroupId("group-1")
        .secure3dChargeId("charge_1")
        .secure3dToken("token_1")
        .build();
  }
}
