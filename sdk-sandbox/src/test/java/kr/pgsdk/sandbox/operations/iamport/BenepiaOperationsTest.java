package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.benepia.IamportBenepiaPaymentRequest;

class BenepiaOperationsTest extends IamportOperations {
  private static final OrderId ORDER = OrderId.of("order_9001");

  BenepiaOperationsTest() {
    super("benepia");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "POST /benepia/point",
            client -> client.benepia().point("user", "password", "channel-key-1")),
        example("POST /benepia/payment", client -> client.benepia().pay(everyField())));
  }

  private static IamportBenepiaPaymentRequest everyField() {
    return IamportBenepiaPaymentRequest.builder(
            "user", "password", "channel-key-1", ORDER, Money.krw(1_000), "T-shirt")
        .memberCode("m1")
        .buyer(Buyers.WHOLE)
        .noticeUrls(List.of("https://shop.example/hook"))
        .customData("{}")
        .build();
  }
}
