package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.settlement.PortOnePayoutCompletionRequest;
import kr.pgsdk.portone.platform.settlement.PortOneSettlementFilter;
import kr.pgsdk.portone.platform.settlement.PortOneSettlementStatus;
import kr.pgsdk.portone.platform.transfer.PortOneTransferType;

class SettlementOperationsTest extends PlatformOperations {
  SettlementOperationsTest() {
    super("settlement");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "GET /platform/partner-settlements",
            platform ->
                first(
                    platform
                        .settlements()
                        .list(
                            PortOneSettlementFilter.builder()
                                .settlementDates(List.of(DAY))
                                .contractIds(List.of("contract_1"))
                                .partnerIds(List.of("partner_1"))
                                .partnerTags(List.of("bread"))
                                .settlementCurrencies(List.of("KRW"))
                                .statuses(List.of(PortOneSettlementStatus.PAYOUT_PREPARED))
                                .settlementTypes(List.of(PortOneTransferType.ORDER))
                                .keyword("payoutId", "payout_1")
                                .build()))),
        of(
            "POST /platform/partner-settlements/complete-payout",
            platform ->
                platform
                    .settlements()
                    .completePayout(
                        PortOnePayoutCompletionRequest.builder("bulk_1", List.of("settlement_1"))
                            .name("November")
                            .completedAt(DAY)
                            .build())),
        done(
            "POST /platform/partner-settlements/delete",
            platform -> platform.settlements().delete(List.of("settlement_1"))));
  }
}
