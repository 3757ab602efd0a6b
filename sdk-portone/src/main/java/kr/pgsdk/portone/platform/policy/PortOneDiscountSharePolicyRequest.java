package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformRecordBuilder;

/**
 * A new discount share policy. Immutable; the same object sent again within three hours is one
 * request for PortOne, by its idempotency key.
 */
public final class PortOneDiscountSharePolicyRequest extends KeyedRequest {
  private PortOneDiscountSharePolicyRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param partnerShareRate the partner's share in thousandths of a percent: 50000 is a half
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String name, int partnerShareRate) {
    return new Builder(name, partnerShareRate);
  }

  /** Builds {@link PortOneDiscountSharePolicyRequest}. What isn't set isn't sent. */
  public static final class Builder extends PlatformRecordBuilder<Builder> {
    private Builder(String name, int partnerShareRate) {
      super(name);
      fields.number("partnerShareRate", partnerShareRate, 0, 100_000);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns it. */
    public PortOneDiscountSharePolicyRequest build() {
      return new PortOneDiscountSharePolicyRequest(fields.copy(), key());
    }
  }
}
