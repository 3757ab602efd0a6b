package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicyFilter;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicyRequest;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicyUpdate;

class DiscountOperationsTest extends PlatformOperations {
  DiscountOperationsTest() {
    super("discount");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "POST /platform/discount-share-policies",
            platform ->
                platform
                    .discountSharePolicies()
                    .create(
                        PortOneDiscountSharePolicyRequest.builder("Coupon", 50_000)
                            .id("policy_1")
                            .memo("half")
                            .build())),
        of(
            "GET /platform/discount-share-policies/{id}",
            platform -> platform.discountSharePolicies().get("id_1")),
        of(
            "GET /platform/discount-share-policies",
            platform ->
                first(
                    platform
                        .discountSharePolicies()
                        .list(
                            PortOneDiscountSharePolicyFilter.builder()
                                .isArchived(true)
                                .partnerShareRates(List.of(50_000))
                                .keyword("id", "policy")
                                .build()))),
        of(
            "PATCH /platform/discount-share-policies/{id}",
            platform -> platform.discountSharePolicies().update("id_1", update())),
        of(
            "POST /platform/discount-share-policies/{id}/archive",
            platform -> platform.discountSharePolicies().archive("id_1")),
        of(
            "POST /platform/discount-share-policies/{id}/recover",
            platform -> platform.discountSharePolicies().recover("id_1")),
        of(
            "GET /platform/discount-share-policies/{id}/schedule",
            platform -> platform.discountSharePolicies().scheduled("id_1")),
        of(
            "POST /platform/discount-share-policies/{id}/schedule",
            platform -> platform.discountSharePolicies().schedule("id_1", update(), NOON)),
        of(
            "PUT /platform/discount-share-policies/{id}/schedule",
            platform -> platform.discountSharePolicies().reschedule("id_1", update(), NOON)),
        done(
            "DELETE /platform/discount-share-policies/{id}/schedule",
            platform -> platform.discountSharePolicies().cancelSchedule("id_1")),
        of(
            "GET /platform/discount-share-policy-filter-options",
            platform -> platform.discountSharePolicies().partnerShareRates(false)));
  }

  private static PortOneDiscountSharePolicyUpdate update() {
    return PortOneDiscountSharePolicyUpdate.builder()
        .name("Coupon")
        .partnerShareRate(100_000)
        .memo("all")
        .build();
  }
}
