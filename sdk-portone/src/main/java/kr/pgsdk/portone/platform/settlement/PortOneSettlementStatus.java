package kr.pgsdk.portone.platform.settlement;

import kr.pgsdk.core.OpenEnum;

/** How far a settlement is on its way to the partner. */
public final class PortOneSettlementStatus extends OpenEnum {
  /** Its day hasn't come. */
  public static final PortOneSettlementStatus PAYOUT_SCHEDULED = of("PAYOUT_SCHEDULED");

  /** It is to be paid out. */
  public static final PortOneSettlementStatus PAYOUT_PREPARED = of("PAYOUT_PREPARED");

  /** It is withheld. */
  public static final PortOneSettlementStatus PAYOUT_WITHHELD = of("PAYOUT_WITHHELD");

  /** It is not to be paid out. */
  public static final PortOneSettlementStatus PAYOUT_EXCLUDED = of("PAYOUT_EXCLUDED");

  /** Its payout failed. */
  public static final PortOneSettlementStatus PAYOUT_FAILED = of("PAYOUT_FAILED");

  /** Its payout is under way. */
  public static final PortOneSettlementStatus IN_PAYOUT = of("IN_PAYOUT");

  /** It is paid out. */
  public static final PortOneSettlementStatus PAID_OUT = of("PAID_OUT");

  /** Its payout was cancelled. */
  public static final PortOneSettlementStatus CANCELLED = of("CANCELLED");

  /** Its payout is confirmed. */
  public static final PortOneSettlementStatus CONFIRMED = of("CONFIRMED");

  private PortOneSettlementStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneSettlementStatus of(String text) {
    return new PortOneSettlementStatus(text);
  }
}
