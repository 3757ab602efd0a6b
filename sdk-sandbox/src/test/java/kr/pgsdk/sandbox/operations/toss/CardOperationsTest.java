package kr.pgsdk.sandbox.operations.toss;

import java.time.YearMonth;
import java.util.List;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.card.TossKeyInRequest;

class CardOperationsTest extends TossOperations {
  CardOperationsTest() {
    super("card");
  }

  static CardData card() {
    return CardData.builder("4330123412341234", YearMonth.of(2030, 9))
        .ownerIdentity("900101")
        .passwordDigits("12")
        .build();
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("POST /v1/payments/key-in", client -> client.cardPayments().keyIn(request())));
  }

  private static TossKeyInRequest request() {
    return TossKeyInRequest.builder(OrderId.of("order_9001"), Money.krw(110_000), "T-shirt", card())
        .cardInstallmentPlan(3)
        .useFreeInstallmentPlan(true)
        .useCardPoint(false)
        .taxFreeAmount(Money.krw(1_000))
        .customerName("Hong Gildong")
        .customerEmail("hong@example.com")
        .customerIp("203.0.113.7")
        .vbv("cavv-1", "xid-1", "05")
        .build();
  }
}
