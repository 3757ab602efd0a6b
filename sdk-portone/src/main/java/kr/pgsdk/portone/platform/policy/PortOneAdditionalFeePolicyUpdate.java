package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.platform.contract.PortOneFeeRequest;
import kr.pgsdk.portone.platform.contract.PortOnePayer;

/** A change of an additional fee policy: what isn't set stays as it is. */
public final class PortOneAdditionalFeePolicyUpdate extends RequestObject {
  private PortOneAdditionalFeePolicyUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneAdditionalFeePolicyUpdate}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The name. */
    public Builder name(String name) {
      fields.text("name", name);
      return this;
    }

    /** How much is taken. */
    public Builder fee(PortOneFeeRequest fee) {
      fields.object("fee", RequestFields.of(fee));
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo);
      return this;
    }

    /** Who bears the VAT of the fee. */
    public Builder vatPayer(PortOnePayer vatPayer) {
      fields.word("vatPayer", vatPayer);
      return this;
    }

    /** Returns it. */
    public PortOneAdditionalFeePolicyUpdate build() {
      return new PortOneAdditionalFeePolicyUpdate(fields.copy());
    }
  }
}
