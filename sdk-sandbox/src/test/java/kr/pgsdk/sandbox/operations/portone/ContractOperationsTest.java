package kr.pgsdk.sandbox.operations.portone;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.contract.PortOneContractFilter;
import kr.pgsdk.portone.platform.contract.PortOneContractRequest;
import kr.pgsdk.portone.platform.contract.PortOneContractUpdate;
import kr.pgsdk.portone.platform.contract.PortOneFeeRequest;
import kr.pgsdk.portone.platform.contract.PortOnePayer;
import kr.pgsdk.portone.platform.contract.PortOneSettlementCycle;
import kr.pgsdk.portone.platform.contract.PortOneSettlementDatePolicy;

class ContractOperationsTest extends PlatformOperations {
  ContractOperationsTest() {
    super("contract");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "POST /platform/contracts",
            platform ->
                platform
                    .contracts()
                    .create(
                        PortOneContractRequest.builder(
                                "Standard",
                                PortOneFeeRequest.fixedRate(3_500),
                                PortOneSettlementCycle.daily(
                                    1, PortOneSettlementDatePolicy.HOLIDAY_AFTER),
                                PortOnePayer.PARTNER,
                                false)
                            .id("contract_1")
                            .memo("the usual")
                            .build())),
        of("GET /platform/contracts/{id}", platform -> platform.contracts().get("id_1")),
        of(
            "GET /platform/contracts",
            platform ->
                first(
                    platform
                        .contracts()
                        .list(
                            PortOneContractFilter.builder()
                                .isArchived(false)
                                .platformFeePayers(List.of(PortOnePayer.PARTNER))
                                .cycleTypes(List.of("DAILY"))
                                .datePolicies(List.of(PortOneSettlementDatePolicy.CALENDAR_DAY))
                                .keyword("name", "Standard")
                                .build()))),
        of(
            "PATCH /platform/contracts/{id}",
            platform -> platform.contracts().update("id_1", update())),
        of(
            "PATCH /platform/contracts/{id}",
            platform ->
                platform
                    .contracts()
                    .update(
                        "id_1",
                        PortOneContractUpdate.builder()
                            .platformFee(PortOneFeeRequest.fixedRate(0))
                            .settlementCycle(
                                PortOneSettlementCycle.monthly(
                                    3, PortOneSettlementDatePolicy.CALENDAR_DAY, List.of(1, 15)))
                            .build())),
        of(
            "PATCH /platform/contracts/{id}",
            platform ->
                platform
                    .contracts()
                    .update(
                        "id_1",
                        PortOneContractUpdate.builder()
                            .settlementCycle(
                                PortOneSettlementCycle.manualDates(
                                    3,
                                    PortOneSettlementDatePolicy.HOLIDAY_BEFORE,
                                    List.of(MonthDay.of(12, 24))))
                            .build())),
        of(
            "POST /platform/contracts/{id}/archive",
            platform -> platform.contracts().archive("id_1")),
        of(
            "POST /platform/contracts/{id}/recover",
            platform -> platform.contracts().recover("id_1")),
        of(
            "GET /platform/contracts/{id}/schedule",
            platform -> platform.contracts().scheduled("id_1")),
        of(
            "POST /platform/contracts/{id}/schedule",
            platform -> platform.contracts().schedule("id_1", update(), NOON)),
        of(
            "PUT /platform/contracts/{id}/schedule",
            platform -> platform.contracts().reschedule("id_1", update(), NOON)),
        done(
            "DELETE /platform/contracts/{id}/schedule",
            platform -> platform.contracts().cancelSchedule("id_1")));
  }

  private static PortOneContractUpdate update() {
    return PortOneContractUpdate.builder()
        .name("Standard")
        .memo("the usual")
        .platformFee(PortOneFeeRequest.fixedAmount(500))
        .settlementCycle(
            PortOneSettlementCycle.weekly(
                2, PortOneSettlementDatePolicy.HOLIDAY_AFTER, List.of(DayOfWeek.MONDAY)))
        .platformFeeVatPayer(PortOnePayer.MERCHANT)
        .subtractPaymentVatAmount(true)
        .build();
  }
}
