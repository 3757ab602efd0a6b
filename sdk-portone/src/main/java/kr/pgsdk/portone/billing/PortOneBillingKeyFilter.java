package kr.pgsdk.portone.billing;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneCompanyFilterBuilder;

/** Which billing keys to list. What isn't set doesn't matter. */
public final class PortOneBillingKeyFilter extends RequestObject {
  private PortOneBillingKeyFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneBillingKeyFilter}. What isn't set isn't sent. */
  public static final class Builder extends PortOneCompanyFilterBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code ISSUED} or {@code DELETED}. */
    public Builder status(List<String> status) {
      fields.texts("status", status);
      return this;
    }

    /** Groups of channels. */
    public Builder channelGroupIds(List<String> channelGroupIds) {
      fields.texts("channelGroupIds", channelGroupIds);
      return this;
    }

    /** The shop's id for the buyer. */
    public Builder customerId(String customerId) {
      fields.text("customerId", customerId);
      return this;
    }

    /** Where it was asked for: {@code SDK_PC}, {@code SDK_MOBILE} or {@code API}. */
    public Builder platformType(String platformType) {
      fields.text("platformType", platformType);
      return this;
    }

    /** The means of payment. */
    public Builder methods(List<String> methods) {
      fields.texts("methods", methods);
      return this;
    }

    /** Returns it. */
    public PortOneBillingKeyFilter build() {
      return new PortOneBillingKeyFilter(fields.copy());
    }
  }
}
