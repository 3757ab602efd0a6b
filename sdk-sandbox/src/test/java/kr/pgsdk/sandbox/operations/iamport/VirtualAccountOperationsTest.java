package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.model.IamportProductType;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountChange;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;

class VirtualAccountOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Instant DUE = Instant.ofEpochSecond(1_800_000_000);

  VirtualAccountOperationsTest() {
    super("virtualaccount");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("POST /vbanks", client -> client.virtualAccounts().issue(everyField())),
        example(
            "PUT /vbanks/{imp_uid}",
            client ->
                client
                    .virtualAccounts()
                    .change(
                        PAYMENT,
                        IamportVirtualAccountChange.builder()
                            .amount(Money.krw(2_000))
                            .due(DUE)
                            .build())),
        example("DELETE /vbanks/{imp_uid}", client -> client.virtualAccounts().revoke(PAYMENT)),
        example(
            "DELETE /vbanks/{imp_uid}", client -> client.virtualAccounts().revoke(PAYMENT, "key")));
  }

  private static IamportVirtualAccountRequest everyField() {
    return IamportVirtualAccountRequest.builder("channel-key-1", ORDER, Money.krw(1_000), "04", DUE)
        .pgApiKey("key")
        .productType(IamportProductType.REAL)
        .vbankNum("123-456")
        .vbankHolder("Shop")
        .vbankKey("customer1")
        .name("T-shirt")
        .buyer(Buyers.WHOLE)
        .businessRegistrationNumber("1234567890")
        .noticeUrls(List.of("https://shop.example/hook"))
        .customData("{}")
        .taxFree(Money.krw(0))
        .vat(Money.krw(91))
        .productCount(2)
        .escrowPassword("1234")
        .fixedUnlimited(true)
        .build();
  }
}
