package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.contract.PortOneFeeRequest;
import kr.pgsdk.portone.platform.contract.PortOnePayer;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicyFilter;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicyRequest;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicyUpdate;

class FeeOperationsTest extends PlatformOperations {
  FeeOperationsTest() {
    super("fee");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "POST /platform/additional-fee-policies",
            platform ->
                platform
                    .additionalFeePolicies()
                    .create(
                        PortOneAdditionalFeePolicyRequest.builder(
                                "Cold chain",
                                PortOneFeeRequest.fixedAmount(1_500),
                                PortOnePayer.PARTNER)
                            .id("policy_1")
                            .memo("on ice")
                            .build())),
        of(
            "GET /platform/additional-fee-policies/{id}",
            platform -> platform.additionalFeePolicies().get("id_1")),
        of(
            "GET /platform/additional-fee-policies",
            platform ->
                first(
                    platform
                        .additionalFeePolicies()
                        .list(
                            PortOneAdditionalFeePolicyFilter.builder()
                                .isArchived(false)
                                .vatPayers(List.of(PortOnePayer.MERCHANT))
                                .keyword("fee", "1500")
                                .build()))),
        of(
            "PATCH /platform/additional-fee-policies/{id}",
            platform -> platform.additionalFeePolicies().update("id_1", update())),
        of(
            "POST /platform/additional-fee-policies/{id}/archive",
            platform -> platform.additionalFeePolicies().archive("id_1")),
        of(
            "POST /platform/additional-fee-policies/{id}/recover",
            platform -> platform.additionalFeePolicies().recover("id_1")),
        of(
            "GET /platform/additional-fee-policies/{id}/schedule",
            platform -> platform.additionalFeePolicies().scheduled("id_1")),
        of(
            "POST /platform/additional-fee-policies/{id}/schedule",
            platform -> platform.additionalFeePolicies().schedule("id_1", update(), NOON)),
        of(
            "PUT /platform/additional-fee-policies/{id}/schedule",
            platform -> platform.additionalFeePolicies().reschedule("id_1", update(), NOON)),
        done(
            "DELETE /platform/additional-fee-policies/{id}/schedule",
            platform -> platform.additionalFeePolicies().cancelSchedule("id_1")));
  }

  private static PortOneAdditionalFeePolicyUpdate update() {
    return PortOneAdditionalFeePolicyUpdate.builder()
        .name("Cold chain")
        .fee(PortOneFeeRequest.fixedRate(1_000))
        .memo("on ice")
        .vatPayer(PortOnePayer.MERCHANT)
        .build();
  }
}
