package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;

class PromotionOperationsTest extends PortOneOperations {
  PromotionOperationsTest() {
    super("promotion");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example("GET /promotions/{promotionId}", client -> client.promotions().get("promotion_1")),
        example(
            "GET /payment-gateways/card-promotion",
            client -> client.promotions().ofCards("channel-key-1", AMOUNT, "SHINHAN_CARD")));
  }
}
