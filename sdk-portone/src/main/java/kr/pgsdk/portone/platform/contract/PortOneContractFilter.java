package kr.pgsdk.portone.platform.contract;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** Which contracts to list. What isn't set doesn't matter. */
public final class PortOneContractFilter extends RequestObject {
  private PortOneContractFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneContractFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** Whether those that are put away are listed, instead of the others. */
    public Builder isArchived(boolean isArchived) {
      fields.flag("isArchived", isArchived);
      return this;
    }

    /** Who bears the VAT of the platform's fee. */
    public Builder platformFeePayers(List<PortOnePayer> platformFeePayers) {
      PortOneFields.words(fields, "platformFeePayers", platformFeePayers);
      return this;
    }

    /** Cycles: {@code DAILY}, {@code WEEKLY}, {@code MONTHLY}, {@code MANUAL_DATES}. */
    public Builder cycleTypes(List<String> cycleTypes) {
      fields.texts("cycleTypes", cycleTypes);
      return this;
    }

    /** What becomes of a holiday. */
    public Builder datePolicies(List<PortOneSettlementDatePolicy> datePolicies) {
      PortOneFields.words(fields, "datePolicies", datePolicies);
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
    public PortOneContractFilter build() {
      return new PortOneContractFilter(fields.copy());
    }
  }
}
