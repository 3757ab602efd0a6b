package kr.pgsdk.portone.platform;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A change of what holds for all settlements: what isn't set stays as it is. */
public final class PortOnePlatformSettingUpdate extends RequestObject {
  private PortOnePlatformSettingUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePlatformSettingUpdate}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** What the platform's account shows of a payout. */
    public Builder defaultWithdrawalMemo(String defaultWithdrawalMemo) {
      fields.text("defaultWithdrawalMemo", defaultWithdrawalMemo);
      return this;
    }

    /** What a partner's account shows of a payout. */
    public Builder defaultDepositMemo(String defaultDepositMemo) {
      fields.text("defaultDepositMemo", defaultDepositMemo);
      return this;
    }

    /** Whether several transfers may be made of one payment for one partner. */
    public Builder supportsMultipleOrderTransfersPerPartner(
        boolean supportsMultipleOrderTransfersPerPartner) {
      fields.flag(
          "supportsMultipleOrderTransfersPerPartner", supportsMultipleOrderTransfersPerPartner);
      return this;
    }

    /**
     * Whether a settlement that a holiday would put before its beginning is put after the holiday.
     */
    public Builder adjustSettlementDateAfterHolidayIfEarlier(
        boolean adjustSettlementDateAfterHolidayIfEarlier) {
      fields.flag(
          "adjustSettlementDateAfterHolidayIfEarlier", adjustSettlementDateAfterHolidayIfEarlier);
      return this;
    }

    /** Whether withheld taxes are taken off payouts. */
    public Builder deductWht(boolean deductWht) {
      fields.flag("deductWht", deductWht);
      return this;
    }

    /** Whether settlements count with their VAT: {@code GROSS}, or {@code NET}. */
    public Builder settlementAmountType(String settlementAmountType) {
      fields.text("settlementAmountType", settlementAmountType);
      return this;
    }

    /** Whether each manual transfer is settled and paid out automatically. */
    public Builder manualSettlementPerTransfer(boolean manualSettlementPerTransfer) {
      fields.flag("manualSettlementPerTransfer", manualSettlementPerTransfer);
      return this;
    }

    /** Returns it. */
    public PortOnePlatformSettingUpdate build() {
      return new PortOnePlatformSettingUpdate(fields.copy());
    }
  }
}
