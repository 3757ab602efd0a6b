package kr.pgsdk.portone.platform;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What holds for all settlements of the platform. */
public final class PortOnePlatformSetting extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePlatformSetting(JsonObject json) {
    super(json);
  }

  /** What the platform's account shows of a payout. */
  public Optional<String> defaultWithdrawalMemo() {
    return text("defaultWithdrawalMemo");
  }

  /** What a partner's account shows of a payout. */
  public Optional<String> defaultDepositMemo() {
    return text("defaultDepositMemo");
  }

  /** Whether several transfers may be made of one payment for one partner. */
  public Optional<Boolean> supportsMultipleOrderTransfersPerPartner() {
    return flag("supportsMultipleOrderTransfersPerPartner");
  }

  /**
   * Whether a settlement that a holiday would put before its beginning is put after the holiday.
   */
  public Optional<Boolean> adjustSettlementDateAfterHolidayIfEarlier() {
    return flag("adjustSettlementDateAfterHolidayIfEarlier");
  }

  /** Whether withheld taxes are taken off payouts. */
  public Optional<Boolean> deductWht() {
    return flag("deductWht");
  }

  /** Whether settlements count with their VAT: {@code GROSS}, or {@code NET}. */
  public Optional<String> settlementAmountType() {
    return text("settlementAmountType");
  }

  /** Whether each manual transfer is settled and paid out automatically. */
  public Optional<Boolean> manualSettlementPerTransfer() {
    return flag("manualSettlementPerTransfer");
  }

  /** Whether it holds for test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }
}
