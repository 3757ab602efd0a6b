package kr.pgsdk.iamport.escrow;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * Who sends or receives a delivery. Personal data: {@code toString} shows none of it. Payment
 * companies demand different fields; their documentation says which.
 */
public final class IamportEscrowParty extends RequestObject {
  private IamportEscrowParty(Builder builder) {
    super(builder.fields.copy());
  }

  /** Starts a party; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link IamportEscrowParty}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** {@code name}: the person's or company's name. */
    public Builder name(String name) {
      fields.personal("name", name);
      return this;
    }

    /** {@code tel}: the phone. */
    public Builder tel(String tel) {
      fields.personal("tel", tel);
      return this;
    }

    /** {@code addr}: the address, in one line. */
    public Builder addr(String addr) {
      fields.personal("addr", addr);
      return this;
    }

    /** {@code postcode}: the postcode. */
    public Builder postcode(String postcode) {
      fields.personal("postcode", postcode);
      return this;
    }

    /** {@code relationship}: what the sender is to the payee; of a sender alone. */
    public Builder relationship(String relationship) {
      fields.personal("relationship", relationship);
      return this;
    }

    /**
     * {@code formed_address}: the address in two lines; Smartro (new module) takes it instead of
     * {@link #addr}.
     */
    public Builder formedAddress(String line1, String line2) {
      fields.object(
          "formed_address",
          new RequestFields().personal("address_line_1", line1).personal("address_line_2", line2));
      return this;
    }

    /** Returns the request. */
    public IamportEscrowParty build() {
      return new IamportEscrowParty(this);
    }
  }
}
