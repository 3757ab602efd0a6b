package kr.pgsdk.portone.platform.partner;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A change of a partner: what isn't set stays as it is. */
public final class PortOnePartnerUpdate extends RequestObject {
  private PortOnePartnerUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePartnerUpdate}. What isn't set isn't sent. */
  public static final class Builder extends PartnerBuilder<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** The name of the person or the company. */
    public Builder name(String name) {
      fields.personal("name", name);
      return this;
    }

    /** Where it is paid. */
    public Builder account(PortOnePartnerAccount account) {
      fields.object("account", RequestFields.of(account));
      return this;
    }

    /** The contract that holds unless a transfer names another. */
    public Builder defaultContractId(String defaultContractId) {
      fields.text("defaultContractId", defaultContractId);
      return this;
    }

    /** Words to find it by, in place of those it has. */
    public Builder tags(List<String> tags) {
      fields.texts("tags", tags);
      return this;
    }

    /** The name of whom to reach there. */
    public Builder contactName(String contactName) {
      return contact("name", contactName);
    }

    /** That person's e-mail address. */
    public Builder contactEmail(String contactEmail) {
      return contact("email", contactEmail);
    }

    /** What changes of the business; a partner of another kind becomes one. */
    public Builder business(PortOneBusiness business) {
      return type("business", RequestFields.of(business));
    }

    /** Returns it. */
    public PortOnePartnerUpdate build() {
      return new PortOnePartnerUpdate(fields.copy());
    }
  }
}
