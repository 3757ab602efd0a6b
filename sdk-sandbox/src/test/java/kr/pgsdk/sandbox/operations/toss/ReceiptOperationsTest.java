package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;

class ReceiptOperationsTest extends TossOperations {
  private static final String CANCEL = "POST /v1/cash-receipts/{receiptKey}/cancel";

  ReceiptOperationsTest() {
    super("receipt");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("POST /v1/cash-receipts", client -> client.cashReceipts().issue(request())),
        example(
            CANCEL,
            client ->
                client
                    .cashReceipts()
                    .cancel(TossCashReceiptCancelRequest.full("receipt_key_1").build())),
        example(
            CANCEL,
            client ->
                client
                    .cashReceipts()
                    .cancel(
                        TossCashReceiptCancelRequest.partial("receipt_key_1", Money.krw(1_000))
                            .build())));
  }

  private static TossCashReceiptRequest request() {
    return TossCashReceiptRequest.builder(
            OrderId.of("order_9001"),
            Money.krw(11_000),
            "T-shirt",
            TossCashReceiptType.EXPENSE_PROOF,
            "1234567890")
        .taxFreeAmount(Money.krw(1_000))
        .build();
  }
}
