package kr.pgsdk.portone.platform.policy;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.platform.contract.PortOnePayer;

/** Which additional fee policies to list. What isn't set doesn't matter. */
public final class PortOneAdditionalFeePolicyFilter extends RequestObject {
  private PortOneAdditionalFeePolicyFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneAdditionalFeePolicyFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** Whether those that are put away are listed, instead of the others. */
    public Builder isArchived(boolean isArchived) {
      fields.flag("isArchived", isArchived);
      return this;
    }

    /** Who bears the VAT of the fee. */
    public Builder vatPayers(List<PortOnePayer> vatPayers) {
      PortOneFields.words(fields, "vatPayers", vatPayers);
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where: {@code id}, {@code name} or {@code fee}
     */
    public Builder keyword(String field, String text) {
      fields.object("keyword", new RequestFields().personal(field, text));
      return this;
    }

    /** Returns it. */
    public PortOneAdditionalFeePolicyFilter build() {
      return new PortOneAdditionalFeePolicyFilter(fields.copy());
    }
  }
}
