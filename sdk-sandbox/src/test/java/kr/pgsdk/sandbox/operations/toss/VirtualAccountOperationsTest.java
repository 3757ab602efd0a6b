package kr.pgsdk.sandbox.operations.toss;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.virtualaccount.TossEscrowProduct;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;

class VirtualAccountOperationsTest extends TossOperations {
  private static final String ISSUE = "POST /v1/virtual-accounts";

  VirtualAccountOperationsTest() {
    super("virtual-account");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example(ISSUE, client -> client.virtualAccounts().issue(request().validHours(24).build())),
        example(
            ISSUE,
            client ->
                client
                    .virtualAccounts()
                    .issue(
                        request()
                            .dueDate(Instant.ofEpochSecond(1_800_000_000))
                            .noCashReceipt()
                            .build())));
  }

  private static TossVirtualAccountRequest.Builder request() {
    return TossVirtualAccountRequest.builder(
            OrderId.of("order_9001"), Money.krw(11_000), "T-shirt", "Hong Gildong", "88")
        .customerEmail("hong@example.com")
        .customerMobilePhone("01012345678")
        .taxFreeAmount(Money.krw(0))
        .useEscrow(true)
        .escrowProducts(
            List.of(TossEscrowProduct.of("item-1", "T-shirt", "code-1", Money.krw(5_500), 2)))
        .cashReceipt(TossCashReceiptType.INCOME_DEDUCTION, "01012345678")
        .accountKey("account-key-1");
  }
}
