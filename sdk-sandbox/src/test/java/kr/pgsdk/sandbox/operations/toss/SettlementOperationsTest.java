package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.settlement.TossSettlementRequest;

class SettlementOperationsTest extends TossOperations {
  SettlementOperationsTest() {
    super("settlement");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example(
            "POST /v1/settlements",
            client ->
                client
                    .settlements()
                    .request(TossSettlementRequest.builder(PaymentId.of("pay_key_1")).build())));
  }
}
