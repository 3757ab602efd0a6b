package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A change of a contract: what isn't set stays as it is. */
public final class PortOneContractUpdate extends RequestObject {
  private PortOneContractUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneContractUpdate}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The name. */
    public Builder name(String name) {
      fields.text("name", name);
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo);
      return this;
    }

    /** What the platform takes of a sale. */
    public Builder platformFee(PortOneFeeRequest platformFee) {
      fields.object("platformFee", RequestFields.of(platformFee));
      return this;
    }

    /** When the partner is paid. */
    public Builder settlementCycle(PortOneSettlementCycle settlementCycle) {
      fields.object("settlementCycle", RequestFields.of(settlementCycle));
      return this;
    }

    /** Who bears the VAT of the platform's fee. */
    public Builder platformFeeVatPayer(PortOnePayer platformFeeVatPayer) {
      fields.word("platformFeeVatPayer", platformFeeVatPayer);
      return this;
    }

    /** Whether the VAT of a payment is taken off what the partner gets. */
    public Builder subtractPaymentVatAmount(boolean subtractPaymentVatAmount) {
      fields.flag("subtractPaymentVatAmount", subtractPaymentVatAmount);
      return this;
    }

    /** Returns it. */
    public PortOneContractUpdate build() {
      return new PortOneContractUpdate(fields.copy());
    }
  }
}
