package kr.pgsdk.portone.platform;

import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.platform.contract.PortOneContracts;
import kr.pgsdk.portone.platform.partner.PortOnePartners;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicies;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicies;

/**
 * Partner settlement (파트너 정산): a platform sells in the name of partners, and pays them what is left
 * of each sale by their contract. About live data; {@link #ofTests} is about test data, which
 * PortOne keeps apart.
 */
public final class PortOnePlatform {
  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePlatform(PortOneCalls calls) {
    this(PlatformCalls.live(calls));
  }

  private PortOnePlatform(PlatformCalls calls) {
    this.calls = calls;
  }

  /** The same about test data: every request says {@code test=true}. */
  public PortOnePlatform ofTests() {
    return new PortOnePlatform(calls.ofTests());
  }

  /** Whom the platform pays. */
  public PortOnePartners partners() {
    return new PortOnePartners(calls);
  }

  /** What the platform keeps of a sale, and when partners are paid. */
  public PortOneContracts contracts() {
    return new PortOneContracts(calls);
  }

  /** Who bears a discount. */
  public PortOneDiscountSharePolicies discountSharePolicies() {
    return new PortOneDiscountSharePolicies(calls);
  }

  /** Fees besides the platform's own. */
  public PortOneAdditionalFeePolicies additionalFeePolicies() {
    return new PortOneAdditionalFeePolicies(calls);
  }
}
