package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import kr.pgsdk.toss.TossClient;

class PromotionOperationsTest extends TossOperations {
  PromotionOperationsTest() {
    super("promotion");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("GET /v1/promotions", client -> client.promotions().all()),
        example("GET /v1/promotions/card", client -> client.promotions().cards()));
  }
}
