package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Contracts: what the platform keeps of a partner's sales, and when the partner is paid. No money
 * moves, but what is made of later sales follows them.
 *
 * <p>Where a path below begins with {@code …}, that is {@code /platform/contracts}. Calls block,
 * and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneContracts
    extends PlatformRecords<
        PortOneContract, PortOneContractRequest, PortOneContractFilter, PortOneContractUpdate> {
  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneContracts(PlatformCalls calls) {
    super(calls, "contract", "contract", "contracts", PortOneContract::new, PortOneContract::id);
  }
}
