package kr.pgsdk.portone.platform.policy;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** Which discount share policies to list. What isn't set doesn't matter. */
public final class PortOneDiscountSharePolicyFilter extends RequestObject {
  private PortOneDiscountSharePolicyFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneDiscountSharePolicyFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** Whether those that are put away are listed, instead of the others. */
    public Builder isArchived(boolean isArchived) {
      fields.flag("isArchived", isArchived);
      return this;
    }

    /** The partner's shares, in thousandths of a percent. */
    public Builder partnerShareRates(List<Integer> partnerShareRates) {
      fields.numbers("partnerShareRates", partnerShareRates);
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where: {@code id} or {@code name}
     */
    public Builder keyword(String field, String text) {
      fields.object("keyword", new RequestFields().personal(field, text));
      return this;
    }

    /** Returns it. */
    public PortOneDiscountSharePolicyFilter build() {
      return new PortOneDiscountSharePolicyFilter(fields.copy());
    }
  }
}
