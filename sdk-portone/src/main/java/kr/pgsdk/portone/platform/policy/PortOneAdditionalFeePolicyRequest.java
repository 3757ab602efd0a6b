package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformRecordBuilder;
import kr.pgsdk.portone.platform.contract.PortOneFeeRequest;
import kr.pgsdk.portone.platform.contract.PortOnePayer;

/**
 * A new additional fee policy. Immutable; the same object sent again within three hours is one
 * request for PortOne, by its idempotency key.
 */
public final class PortOneAdditionalFeePolicyRequest extends KeyedRequest {
  private PortOneAdditionalFeePolicyRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param fee how much is taken
   * @param vatPayer who bears the VAT of the fee
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String name, PortOneFeeRequest fee, PortOnePayer vatPayer) {
    return new Builder(name, fee, vatPayer);
  }

  /** Builds {@link PortOneAdditionalFeePolicyRequest}. What isn't set isn't sent. */
  public static final class Builder extends PlatformRecordBuilder<Builder> {
    private Builder(String name, PortOneFeeRequest fee, PortOnePayer vatPayer) {
      super(name);
      fields.object("fee", RequestFields.of(fee));
      fields.word("vatPayer", vatPayer);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns it. */
    public PortOneAdditionalFeePolicyRequest build() {
      return new PortOneAdditionalFeePolicyRequest(fields.copy(), key());
    }
  }
}
