package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.settlement.PortOneSettlementFilter;

class SettlementCountOperationsTest extends PlatformOperations {
  SettlementCountOperationsTest() {
    super("settlement-count");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "GET /platform/partner-settlements",
            platform -> platform.settlements().counts(PortOneSettlementFilter.builder().build())));
  }
}
