package kr.pgsdk.portone.receipt;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** Whom a cash receipt is for. Personal data: {@code toString} shows none of it. */
public final class PortOneReceiptOwner extends RequestObject {
  private PortOneReceiptOwner(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param identityNumber the number of a phone, a receipt card or a business. No message shows it.
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String identityNumber) {
    return new Builder(identityNumber);
  }

  /** Builds {@link PortOneReceiptOwner}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String identityNumber) {
      fields.personal("identityNumber", identityNumber);
    }

    /** What that number is: {@code PHONE}, {@code CARD} or {@code BUSINESS}. */
    public Builder identityNumberType(String identityNumberType) {
      fields.text("identityNumberType", identityNumberType);
      return this;
    }

    /** The name. */
    public Builder name(String name) {
      fields.personal("name", name);
      return this;
    }

    /** The e-mail address. */
    public Builder email(String email) {
      fields.personal("email", email);
      return this;
    }

    /** The phone's number. */
    public Builder phoneNumber(String phoneNumber) {
      fields.personal("phoneNumber", phoneNumber);
      return this;
    }

    /** Returns it. */
    public PortOneReceiptOwner build() {
      return new PortOneReceiptOwner(fields.copy());
    }
  }
}
