package kr.pgsdk.portone.platform.partner;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * A business, as a request names it. For a new partner name, number and representative are
 * required; a change has what changes.
 */
public final class PortOneBusiness extends RequestObject {
  /** What a new partner's must have. */
  static final List<String> REQUIRED =
      List.of("companyName", "businessRegistrationNumber", "representativeName");

  private PortOneBusiness(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneBusiness}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The business's name. */
    public Builder companyName(String companyName) {
      fields.personal("companyName", companyName);
      return this;
    }

    /** The business's number. */
    public Builder businessRegistrationNumber(String businessRegistrationNumber) {
      fields.personal("businessRegistrationNumber", businessRegistrationNumber);
      return this;
    }

    /** Who represents it. */
    public Builder representativeName(String representativeName) {
      fields.personal("representativeName", representativeName);
      return this;
    }

    /** How it is taxed; by default as {@code NORMAL}. */
    public Builder taxationType(PortOneTaxationType taxationType) {
      fields.word("taxationType", taxationType);
      return this;
    }

    /** Where it is. */
    public Builder companyAddress(String companyAddress) {
      fields.personal("companyAddress", companyAddress);
      return this;
    }

    /** The line of business (업태). */
    public Builder businessType(String businessType) {
      fields.text("businessType", businessType);
      return this;
    }

    /** What it deals in (종목). */
    public Builder businessClass(String businessClass) {
      fields.text("businessClass", businessClass);
      return this;
    }

    /** What {@code checks().company} said of it. */
    public Builder companyVerificationId(String companyVerificationId) {
      fields.text("companyVerificationId", companyVerificationId);
      return this;
    }

    /** Returns it. */
    public PortOneBusiness build() {
      return new PortOneBusiness(fields.copy());
    }
  }
}
