package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A change of a discount share policy: what isn't set stays as it is. */
public final class PortOneDiscountSharePolicyUpdate extends RequestObject {
  private PortOneDiscountSharePolicyUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneDiscountSharePolicyUpdate}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The name. */
    public Builder name(String name) {
      fields.text("name", name);
      return this;
    }

    /** The partner's share in thousandths of a percent: 50000 is a half. */
    public Builder partnerShareRate(int partnerShareRate) {
      fields.number("partnerShareRate", partnerShareRate, 0, 100_000);
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo);
      return this;
    }

    /** Returns it. */
    public PortOneDiscountSharePolicyUpdate build() {
      return new PortOneDiscountSharePolicyUpdate(fields.copy());
    }
  }
}
