package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.partner.IamportPartnerReceipt;

class PartnerOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");

  PartnerOperationsTest() {
    super("partner");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "POST /partners/receipts/{imp_uid}",
            client ->
                client
                    .partners()
                    .registerReceipts(
                        PAYMENT,
                        List.of(
                            IamportPartnerReceipt.builder("123-45-67890", "Shop", Money.krw(1_000))
                                .taxFree(Money.krw(0))
                                .vat(Money.krw(91))
                                .build()))));
  }
}
