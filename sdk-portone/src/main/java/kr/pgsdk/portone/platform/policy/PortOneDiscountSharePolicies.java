package kr.pgsdk.portone.platform.policy;

import java.util.List;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Who bears a discount: the platform or the partner. No money moves, but what is made of later
 * sales follows them.
 *
 * <p>Where a path below begins with {@code …}, that is {@code /platform/discount-share-policies}.
 * Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneDiscountSharePolicies
    extends PlatformRecords<
        PortOneDiscountSharePolicy,
        PortOneDiscountSharePolicyRequest,
        PortOneDiscountSharePolicyFilter,
        PortOneDiscountSharePolicyUpdate> {
  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneDiscountSharePolicies(PlatformCalls calls) {
    super(
        calls,
        "discount share policy",
        "discountSharePolicy",
        "discount-share-policies",
        PortOneDiscountSharePolicy::new,
        PortOneDiscountSharePolicy::id);
    this.calls = calls;
  }

  /**
   * {@code GET /platform/discount-share-policy-filter-options}: the partner's shares in use, in
   * thousandths of a percent. Unmodifiable. PortOne calls it unstable.
   *
   * @param isArchived whether those of policies that are put away are meant, instead of the others
   */
  public List<Integer> partnerShareRates(boolean isArchived) {
    return calls.object(
        calls
            .get("shares of discounts", "discount-share-policy-filter-options")
            .query("isArchived", isArchived),
        json -> json.integers("partnerShareRates"));
  }
}
