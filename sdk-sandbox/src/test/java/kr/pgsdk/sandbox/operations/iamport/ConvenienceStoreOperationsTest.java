package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.cvs.IamportConvenienceStoreRequest;

class ConvenienceStoreOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Instant DUE = Instant.ofEpochSecond(1_800_000_000);

  ConvenienceStoreOperationsTest() {
    super("cvs");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("POST /cvs", client -> client.convenienceStores().issue(everyField())),
        example("DELETE /cvs/{imp_uid}", client -> client.convenienceStores().revoke(PAYMENT)));
  }

  private static IamportConvenienceStoreRequest everyField() {
    return IamportConvenienceStoreRequest.builder("channel-key-1", ORDER, Money.krw(1_000))
        .barcode("123456789")
        .expiresAt(DUE)
        .name("T-shirt")
        .buyer(Buyers.WHOLE)
        .confirmUrl("https://shop.example/confirm")
        .noticeUrls(List.of("https://shop.example/hook"))
        .customData("{}")
        .build();
  }
}
