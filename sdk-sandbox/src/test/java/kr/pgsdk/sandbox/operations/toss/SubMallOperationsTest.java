package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import java.util.Map;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.custom.TossCustomRequest;

class SubMallOperationsTest extends TossOperations {
  private static final TossCustomRequest NO_FIELDS = TossCustomRequest.builder().build();

  SubMallOperationsTest() {
    super("toss-submall", "submall");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("POST /v1/payouts/sub-malls", client -> client.subMalls().register(NO_FIELDS)),
        example("GET /v1/payouts/sub-malls", client -> client.subMalls().list()),
        example(
            "POST /v1/payouts/sub-malls/{id}",
            client -> client.subMalls().update("mall-1", NO_FIELDS)),
        example(
            "POST /v1/payouts/sub-malls/{id}/delete",
            client -> client.subMalls().delete("mall-1", NO_FIELDS)),
        example(
            "GET /v1/payouts/sub-malls/settlements/balance", client -> client.subMalls().balance()),
        example(
            "POST /v1/payouts/sub-malls/settlements",
            client -> client.subMalls().requestSettlements(NO_FIELDS)),
        example(
            "GET /v1/payouts/sub-malls/settlements",
            client -> client.subMalls().settlements(Map.of())),
        example(
            "GET /v1/payouts/sub-malls/settlements/{payoutKey}",
            client -> client.subMalls().settlement("payout-1")),
        example(
            "POST /v1/payouts/sub-malls/settlements/{payoutKey}/cancel",
            client -> client.subMalls().cancelSettlement("payout-1", NO_FIELDS)));
  }
}
