package kr.pgsdk.portone.platform.partner;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** Which partners are meant. What isn't set doesn't matter. */
public final class PortOnePartnerFilter extends RequestObject {
  private PortOnePartnerFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePartnerFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** Whether those that are put away are meant, instead of the others. */
    public Builder isArchived(boolean isArchived) {
      fields.flag("isArchived", isArchived);
      return this;
    }

    /** The partners' ids. */
    public Builder ids(List<String> ids) {
      fields.texts("ids", ids);
      return this;
    }

    /** Words, of which a partner has at least one. */
    public Builder tags(List<String> tags) {
      fields.texts("tags", tags);
      return this;
    }

    /** The contracts that hold unless a transfer names another. */
    public Builder contractIds(List<String> contractIds) {
      fields.texts("contractIds", contractIds);
      return this;
    }

    /** Banks, in PortOne's words. */
    public Builder banks(List<String> banks) {
      fields.texts("banks", banks);
      return this;
    }

    /** The currencies they are paid in. */
    public Builder accountCurrencies(List<String> accountCurrencies) {
      fields.texts("accountCurrencies", accountCurrencies);
      return this;
    }

    /** What PortOne knows of their accounts. */
    public Builder accountStatuses(List<PortOneAccountStatus> accountStatuses) {
      PortOneFields.words(fields, "accountStatuses", accountStatuses);
      return this;
    }

    /** What kind of taxpayers they are. */
    public Builder types(List<PortOnePartnerType> types) {
      PortOneFields.words(fields, "types", types);
      return this;
    }

    /** How they are taxed. */
    public Builder taxationTypes(List<PortOneTaxationType> taxationTypes) {
      PortOneFields.words(fields, "taxationTypes", taxationTypes);
      return this;
    }

    /** Whether their businesses go on, in PortOne's words. */
    public Builder businessStatuses(List<String> businessStatuses) {
      fields.texts("businessStatuses", businessStatuses);
      return this;
    }

    /** How far they are connected for tax invoices, in PortOne's words. */
    public Builder memberCompanyConnectionStatuses(List<String> memberCompanyConnectionStatuses) {
      fields.texts("memberCompanyConnectionStatuses", memberCompanyConnectionStatuses);
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where: {@code id}, {@code name}, {@code email}, {@code
     *     businessRegistrationNumber}, {@code defaultContractId}, {@code memo}, {@code
     *     accountNumber} or {@code accountHolder}
     */
    public Builder keyword(String field, String text) {
      fields.object("keyword", new RequestFields().personal(field, text));
      return this;
    }

    /** Returns it. */
    public PortOnePartnerFilter build() {
      return new PortOnePartnerFilter(fields.copy());
    }
  }
}
