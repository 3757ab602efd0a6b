package kr.pgsdk.iamport.model;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** The buyer, as a payment shows it. Personal data: {@code toString} shows none of it. */
public final class IamportBuyer extends RequestObject {
  private IamportBuyer(RequestFields fields) {
    super(fields);
  }

  /** Starts a buyer; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link IamportBuyer}. Each method refuses a blank text, and one that is too long. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** {@code buyer_name}: at most 16 characters. */
    public Builder name(String name) {
      fields.personal("buyer_name", name, 16);
      return this;
    }

    /** {@code buyer_email}: at most 64 characters. */
    public Builder email(String email) {
      fields.personal("buyer_email", email, 64);
      return this;
    }

    /** {@code buyer_tel}: at most 16 characters. */
    public Builder tel(String tel) {
      fields.personal("buyer_tel", tel, 16);
      return this;
    }

    /** {@code buyer_addr}: at most 128 characters. */
    public Builder addr(String addr) {
      fields.personal("buyer_addr", addr, 128);
      return this;
    }

    /** {@code buyer_postcode}: at most 8 characters. */
    public Builder postcode(String postcode) {
      fields.personal("buyer_postcode", postcode, 8);
      return this;
    }

    /** Returns the buyer. */
    public IamportBuyer build() {
      return new IamportBuyer(fields.copy());
    }
  }
}
