package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformRecordBuilder;

/**
 * A new contract. Immutable; the same object sent again within three hours is one request for
 * PortOne, by its idempotency key.
 */
public final class PortOneContractRequest extends KeyedRequest {
  private PortOneContractRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param platformFee what the platform takes of a sale
   * @param settlementCycle when the partner is paid
   * @param platformFeeVatPayer who bears the VAT of that fee
   * @param subtractPaymentVatAmount whether the VAT of a payment is taken off what the partner gets
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(
      String name,
      PortOneFeeRequest platformFee,
      PortOneSettlementCycle settlementCycle,
      PortOnePayer platformFeeVatPayer,
      boolean subtractPaymentVatAmount) {
    return new Builder(
        name, platformFee, settlementCycle, platformFeeVatPayer, subtractPaymentVatAmount);
  }

  /** Builds {@link PortOneContractRequest}. What isn't set isn't sent. */
  public static final class Builder extends PlatformRecordBuilder<Builder> {
    private Builder(
        String name,
        PortOneFeeRequest platformFee,
        PortOneSettlementCycle settlementCycle,
        PortOnePayer platformFeeVatPayer,
        boolean subtractPaymentVatAmount) {
      super(name);
      fields.object("platformFee", RequestFields.of(platformFee));
      fields.object("settlementCycle", RequestFields.of(settlementCycle));
      fields.word("platformFeeVatPayer", platformFeeVatPayer);
      fields.flag("subtractPaymentVatAmount", subtractPaymentVatAmount);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns it. */
    public PortOneContractRequest build() {
      return new PortOneContractRequest(fields.copy(), key());
    }
  }
}
