package kr.pgsdk.portone.escrow;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.model.PortOneAddressRequest;

/** Who sends or receives a delivery. Personal data: {@code toString} shows none of it. */
public final class PortOneEscrowParty extends RequestObject {
  private PortOneEscrowParty(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneEscrowParty}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The name. */
    public Builder name(String name) {
      fields.personal("name", name);
      return this;
    }

    /** The phone's number. */
    public Builder phoneNumber(String phoneNumber) {
      fields.personal("phoneNumber", phoneNumber);
      return this;
    }

    /** The postal code. */
    public Builder zipcode(String zipcode) {
      fields.personal("zipcode", zipcode);
      return this;
    }

    /** What the sender is to the receiver. */
    public Builder relationship(String relationship) {
      fields.text("relationship", relationship);
      return this;
    }

    /** The address. */
    public Builder address(PortOneAddressRequest address) {
      fields.object("address", RequestFields.of(address));
      return this;
    }

    /** Returns it. */
    public PortOneEscrowParty build() {
      return new PortOneEscrowParty(fields.copy());
    }
  }
}
