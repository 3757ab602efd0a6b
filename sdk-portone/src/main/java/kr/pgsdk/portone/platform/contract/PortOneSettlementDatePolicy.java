package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.core.OpenEnum;

/** What becomes of a settlement day that is a holiday. */
public final class PortOneSettlementDatePolicy extends OpenEnum {
  /** The business day before it. */
  public static final PortOneSettlementDatePolicy HOLIDAY_BEFORE = of("HOLIDAY_BEFORE");

  /** The business day after it. */
  public static final PortOneSettlementDatePolicy HOLIDAY_AFTER = of("HOLIDAY_AFTER");

  /** The day itself. */
  public static final PortOneSettlementDatePolicy CALENDAR_DAY = of("CALENDAR_DAY");

  private PortOneSettlementDatePolicy(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneSettlementDatePolicy of(String text) {
    return new PortOneSettlementDatePolicy(text);
  }
}
