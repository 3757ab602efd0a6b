package kr.pgsdk.portone.identity;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneCompanyFilterBuilder;

/** Which verifications to list. What isn't set doesn't matter. */
public final class PortOneIdentityFilter extends RequestObject {
  private PortOneIdentityFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneIdentityFilter}. What isn't set isn't sent. */
  public static final class Builder extends PortOneCompanyFilterBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** The shop's id for a verification. */
    public Builder identityVerificationId(String identityVerificationId) {
      fields.text("identityVerificationId", identityVerificationId);
      return this;
    }

    /** PortOne's id for a verification. */
    public Builder identityVerificationTxId(String identityVerificationTxId) {
      fields.text("identityVerificationTxId", identityVerificationTxId);
      return this;
    }

    /** Whether it went through a test channel. */
    public Builder isTest(boolean isTest) {
      fields.flag("isTest", isTest);
      return this;
    }

    /** Statuses, in PortOne's words. */
    public Builder statuses(List<String> statuses) {
      fields.texts("statuses", statuses);
      return this;
    }

    /** The payment company's number for it. */
    public Builder pgTxId(String pgTxId) {
      fields.text("pgTxId", pgTxId);
      return this;
    }

    /** The merchant's number at the payment company. */
    public Builder pgMerchantId(String pgMerchantId) {
      fields.text("pgMerchantId", pgMerchantId);
      return this;
    }

    /** Mobile carriers, as {@link PortOneCarrier} has them. */
    public Builder carriers(List<String> carriers) {
      fields.texts("carriers", carriers);
      return this;
    }

    /** Returns it. */
    public PortOneIdentityFilter build() {
      return new PortOneIdentityFilter(fields.copy());
    }
  }
}
