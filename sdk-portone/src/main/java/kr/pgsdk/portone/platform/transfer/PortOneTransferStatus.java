package kr.pgsdk.portone.platform.transfer;

import kr.pgsdk.core.OpenEnum;

/** How far a transfer is on its way to the partner. */
public final class PortOneTransferStatus extends OpenEnum {
  /** Its settlement hasn't begun. */
  public static final PortOneTransferStatus SCHEDULED = of("SCHEDULED");

  /** Its settlement has begun. */
  public static final PortOneTransferStatus IN_PROCESS = of("IN_PROCESS");

  /** It is part of a partner's settlement. */
  public static final PortOneTransferStatus SETTLED = of("SETTLED");

  /** Its payout is under way. */
  public static final PortOneTransferStatus IN_PAYOUT = of("IN_PAYOUT");

  /** It is paid out. */
  public static final PortOneTransferStatus PAID_OUT = of("PAID_OUT");

  /** Its payout is confirmed. */
  public static final PortOneTransferStatus PAYOUT_CONFIRMED = of("PAYOUT_CONFIRMED");

  private PortOneTransferStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneTransferStatus of(String text) {
    return new PortOneTransferStatus(text);
  }
}
