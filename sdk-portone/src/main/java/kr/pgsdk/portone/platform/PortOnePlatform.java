package kr.pgsdk.portone.platform;

import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.platform.contract.PortOneContracts;
import kr.pgsdk.portone.platform.partner.PortOnePartners;
import kr.pgsdk.portone.platform.payout.PortOnePayouts;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicies;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicies;
import kr.pgsdk.portone.platform.settlement.PortOnePartnerSettlements;
import kr.pgsdk.portone.platform.transfer.PortOneTransfers;

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

  /** What partners are to get of sales, and give back of cancels. */
  public PortOneTransfers transfers() {
    return new PortOneTransfers(calls);
  }

  /** What partners get for a day. */
  public PortOnePartnerSettlements settlements() {
    return new PortOnePartnerSettlements(calls);
  }

  /** What partners are paid, and by which bank transfers. */
  public PortOnePayouts payouts() {
    return new PortOnePayouts(calls);
  }

  /** Whose an account is, and how a business stands. */
  public PortOnePlatformChecks checks() {
    return new PortOnePlatformChecks(calls);
  }

  /** What holds for all settlements. */
  public PortOnePlatformSettings settings() {
    return new PortOnePlatformSettings(calls);
  }
}
