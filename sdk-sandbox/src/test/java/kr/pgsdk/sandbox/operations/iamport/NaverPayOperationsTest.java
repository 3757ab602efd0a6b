package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.naverpay.IamportNaverDelivery;
import kr.pgsdk.iamport.naverpay.IamportNaverDeliveryCompany;
import kr.pgsdk.iamport.naverpay.IamportNaverDeliveryMethod;
import kr.pgsdk.iamport.naverpay.IamportNaverOrders;
import kr.pgsdk.iamport.naverpay.IamportNaverOutcome;
import kr.pgsdk.iamport.naverpay.IamportNaverPay;
import kr.pgsdk.iamport.naverpay.IamportNaverReason;
import kr.pgsdk.iamport.naverpay.IamportNaverRequester;
import kr.pgsdk.iamport.naverpay.IamportNaverReviewType;
import kr.pgsdk.iamport.naverpay.IamportNaverWithholdReason;

class NaverPayOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final IamportNaverOrders SOME = IamportNaverOrders.of(List.of("2024010112345"));

  NaverPayOperationsTest() {
    super("naverpay");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    List<Example<IamportClient>> examples = new ArrayList<>();
    examples.add(
        example(
            "GET /payments/{imp_uid}/naver/product-orders",
            client -> client.naverPay().productOrders(PAYMENT)));
    examples.add(
        example(
            "GET /naver/product-orders/{product_order_id}",
            client -> client.naverPay().productOrder("2024010112345")));
    examples.add(
        example(
            "GET /naver/reviews",
            client ->
                client
                    .naverPay()
                    .reviews(
                        "channel-key-1",
                        IamportNaverReviewType.PREMIUM,
                        Instant.ofEpochSecond(1_700_000_000),
                        Instant.ofEpochSecond(1_700_086_400))));
    examples.add(
        example(
            "GET /payments/{imp_uid}/naver/cash-amount",
            client -> client.naverPay().cashAmount(PAYMENT)));
    examples.add(
        example(
            "POST /payments/{imp_uid}/naver/point",
            client -> {
              client.naverPay().point(PAYMENT);
              return "";
            }));
    examples.add(
        example(
            "POST /payments/{imp_uid}/naver/confirm",
            client -> {
              client.naverPay().confirm(PAYMENT, IamportNaverRequester.ADMIN);
              return "";
            }));
    IamportNaverDelivery parcel =
        IamportNaverDelivery.of(
            IamportNaverDeliveryMethod.DELIVERY, IamportNaverDeliveryCompany.CJGLS, "123456789012");
    IamportNaverDelivery back =
        IamportNaverDelivery.of(
            IamportNaverDeliveryMethod.RETURN_DELIVERY,
            IamportNaverDeliveryCompany.HANJIN,
            "123456789012");
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    examples.add(action("place", naver -> naver.place(PAYMENT, SOME)));
    examples.add(action("ship", naver -> naver.ship(PAYMENT, SOME, parcel, now)));
    examples.add(
        action("cancel", naver -> naver.cancel(PAYMENT, SOME, IamportNaverReason.SOLD_OUT)));
    examples.add(action("approve-cancel", naver -> naver.approveCancel(PAYMENT, SOME)));
    examples.add(
        action(
            "request-return",
            naver -> naver.requestReturn(PAYMENT, SOME, IamportNaverReason.BROKEN, back)));
    examples.add(action("approve-return", naver -> naver.approveReturn(PAYMENT, SOME)));
    examples.add(action("approve-return", naver -> naver.approveReturn(PAYMENT, SOME, "thanks")));
    examples.add(action("reject-return", naver -> naver.rejectReturn(PAYMENT, SOME, "worn")));
    examples.add(
        action(
            "withhold-return",
            naver ->
                naver.withholdReturn(
                    PAYMENT, SOME, IamportNaverWithholdReason.ETC, "wait", Money.krw(3_000))));
    examples.add(action("resolve-return", naver -> naver.resolveReturn(PAYMENT, SOME)));
    examples.add(action("collect-exchanged", naver -> naver.collectExchanged(PAYMENT, SOME)));
    examples.add(action("ship-exchanged", naver -> naver.shipExchanged(PAYMENT, SOME, parcel)));
    return examples;
  }

  private static Example<IamportClient> action(
      String name, Function<IamportNaverPay, IamportNaverOutcome> call) {
    return example(
        "POST /payments/{imp_uid}/naver/" + name, client -> call.apply(client.naverPay()));
  }
}
