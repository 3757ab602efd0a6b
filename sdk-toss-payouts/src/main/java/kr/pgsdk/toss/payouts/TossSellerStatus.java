package kr.pgsdk.toss.payouts;

import kr.pgsdk.core.OpenEnum;

/** Whether a seller can be paid, in Toss's words. */
public final class TossSellerStatus extends OpenEnum {
  /** The seller has to agree first. */
  public static final TossSellerStatus APPROVAL_REQUIRED = of("APPROVAL_REQUIRED");

  /** Approved within limits. */
  public static final TossSellerStatus PARTIALLY_APPROVED = of("PARTIALLY_APPROVED");

  /** The seller's identity has to be checked first. */
  public static final TossSellerStatus KYC_REQUIRED = of("KYC_REQUIRED");

  /** Approved. */
  public static final TossSellerStatus APPROVED = of("APPROVED");

  private TossSellerStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static TossSellerStatus of(String text) {
    return new TossSellerStatus(text);
  }
}
