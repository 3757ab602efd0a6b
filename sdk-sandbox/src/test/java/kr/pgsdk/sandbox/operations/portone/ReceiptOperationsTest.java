package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.model.PortOneCashReceiptType;
import kr.pgsdk.portone.model.PortOneProductType;
import kr.pgsdk.portone.receipt.PortOneCashReceiptFilter;
import kr.pgsdk.portone.receipt.PortOneCashReceiptRequest;
import kr.pgsdk.portone.receipt.PortOneReceiptOwner;

class ReceiptOperationsTest extends PortOneOperations {
  ReceiptOperationsTest() {
    super("receipt");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /cash-receipts",
            client ->
                client
                    .cashReceipts()
                    .issue(
                        PortOneCashReceiptRequest.builder(
                                ORDER,
                                "channel-key-1",
                                PortOneCashReceiptType.PERSONAL,
                                "T-shirt",
                                AMOUNT,
                                PortOneReceiptOwner.builder("01012345678")
                                    .identityNumberType("PHONE")
                                    .name("Hong")
                                    .email("hong@example.com")
                                    .phoneNumber("01012345678")
                                    .build())
                            .taxFreeAmount(Money.krw(0))
                            .vatAmount(Money.krw(1_000))
                            .productType(PortOneProductType.PHYSICAL)
                            .paidAt(NOON)
                            .businessRegistrationNumber("1234567890")
                            .paymentMethod("TRANSFER")
                            .build())),
        example(
            "GET /payments/{paymentId}/cash-receipt", client -> client.cashReceipts().get(ORDER)),
        example(
            "GET /cash-receipts",
            client ->
                first(
                    client
                        .cashReceipts()
                        .list(PortOneCashReceiptFilter.builder().isManual(true).build()))),
        example(
            "POST /payments/{paymentId}/cash-receipt/cancel",
            client -> client.cashReceipts().cancel(ORDER)));
  }
}
