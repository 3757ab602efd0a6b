package kr.pgsdk.portone.identity;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

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
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** By which time {@code from} and {@code until} are meant. */
    public Builder timeRangeField(String timeRangeField) {
      fields.text("timeRangeField", timeRangeField, RequestFields.ANY_LENGTH);
      return this;
    }

    /** The beginning of the time asked for. */
    public Builder from(Instant from) {
      PortOneFields.time(fields, "from", from);
      return this;
    }

    /** The end of the time asked for. */
    public Builder until(Instant until) {
      PortOneFields.time(fields, "until", until);
      return this;
    }

    /** The shop's id for a verification. */
    public Builder identityVerificationId(String identityVerificationId) {
      fields.text("identityVerificationId", identityVerificationId, RequestFields.ANY_LENGTH);
      return this;
    }

    /** PortOne's id for a verification. */
    public Builder identityVerificationTxId(String identityVerificationTxId) {
      fields.text("identityVerificationTxId", identityVerificationTxId, RequestFields.ANY_LENGTH);
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
      fields.text("pgTxId", pgTxId, RequestFields.ANY_LENGTH);
      return this;
    }

    /** The merchant's number at the payment company. */
    public Builder pgMerchantId(String pgMerchantId) {
      fields.text("pgMerchantId", pgMerchantId, RequestFields.ANY_LENGTH);
      return this;
    }

    /** Services of payment companies, in PortOne's words. */
    public Builder pgProviders(List<String> pgProviders) {
      fields.texts("pgProviders", pgProviders);
      return this;
    }

    /** Payment companies. */
    public Builder pgCompanies(List<String> pgCompanies) {
      fields.texts("pgCompanies", pgCompanies);
      return this;
    }

    /** Mobile carriers, as {@link PortOneCarrier} has them. */
    public Builder carriers(List<String> carriers) {
      fields.texts("carriers", carriers);
      return this;
    }

    /** {@code V2}, or {@code V1} of what was made there. */
    public Builder version(String version) {
      fields.text("version", version, RequestFields.ANY_LENGTH);
      return this;
    }

    /** Returns it. */
    public PortOneIdentityFilter build() {
      return new PortOneIdentityFilter(fields.copy());
    }
  }
}
