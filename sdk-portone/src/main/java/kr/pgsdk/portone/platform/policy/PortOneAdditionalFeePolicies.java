package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Fees that are taken of a sale besides the platform's own. No money moves, but what is made of
 * later sales follows them.
 *
 * <p>Where a path below begins with {@code …}, that is {@code /platform/additional-fee-policies}.
 * Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneAdditionalFeePolicies
    extends PlatformRecords<
        PortOneAdditionalFeePolicy,
        PortOneAdditionalFeePolicyRequest,
        PortOneAdditionalFeePolicyFilter,
        PortOneAdditionalFeePolicyUpdate> {
  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneAdditionalFeePolicies(PlatformCalls calls) {
    super(
        calls,
        "additional fee policy",
        "additionalFeePolicy",
        "additional-fee-policies",
        PortOneAdditionalFeePolicy::new,
        PortOneAdditionalFeePolicy::id);
  }
}
