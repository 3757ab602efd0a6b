package kr.pgsdk.toss.payouts;

import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossCustomBuilder;
import org.jspecify.annotations.Nullable;

/** Registers or changes a seller. Immutable; the same object sent again is one request for Toss. */
public final class TossSellerRequest extends KeyedRequest {
  private final @Nullable String refSellerId;

  private TossSellerRequest(
      @Nullable String refSellerId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.refSellerId = refSellerId;
  }

  /**
   * Starts a request. Which fields Toss demands isn't confirmed; those that a seller is shown with
   * have a method here, any other is set by {@link Builder#field} and {@link Builder#jsonField}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** The shop's number for the seller; null if none was set. */
  @Nullable String refSellerId() {
    return refSellerId;
  }

  /** Builds a {@link TossSellerRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossCustomBuilder<Builder> {
    private @Nullable String refSellerId;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code refSellerId}: the shop's number for the seller. */
    public Builder refSellerId(String refSellerId) {
      fields.text("refSellerId", refSellerId);
      this.refSellerId = refSellerId;
      return this;
    }

    /** {@code businessType}: what kind of business it is. */
    public Builder businessType(TossBusinessType type) {
      fields.word("businessType", type);
      return this;
    }

    /**
     * {@code company}: the business; all of it is treated as personal.
     *
     * @param name the trade name
     * @param representative who represents it
     * @param registrationNumber its number at the tax office
     */
    public Builder company(
        String name, String representative, String registrationNumber, String email, String phone) {
      fields.object(
          "company",
          new RequestFields()
              .personal("name", name)
              .personal("representativeName", representative)
              .personal("businessRegistrationNumber", registrationNumber)
              .personal("email", email)
              .personal("phone", phone));
      return this;
    }

    /**
     * {@code account}: where the money goes.
     *
     * @param bankCode three digits, unlike the codes of v1
     * @param accountNumber personal, as the holder's name
     */
    public Builder account(String bankCode, String accountNumber, String holderName) {
      fields.object(
          "account",
          new RequestFields()
              .text("bankCode", bankCode)
              .personal("accountNumber", accountNumber)
              .personal("holderName", holderName));
      return this;
    }

    /** {@code metadata}: the shop's own texts. */
    public Builder metadata(Map<String, String> metadata) {
      fields.object("metadata", texts(metadata));
      return this;
    }

    /** Returns the request. */
    public TossSellerRequest build() {
      return new TossSellerRequest(refSellerId, fields.copy(), key());
    }
  }

  static RequestFields texts(Map<String, String> texts) {
    Objects.requireNonNull(texts, "metadata");
    RequestFields fields = new RequestFields();
    texts.forEach((name, text) -> fields.personal(name, text));
    return fields;
  }
}
