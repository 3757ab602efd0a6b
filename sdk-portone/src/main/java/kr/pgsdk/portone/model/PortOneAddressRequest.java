package kr.pgsdk.portone.model;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** An address. Personal data: {@code toString} shows none of it. */
public final class PortOneAddressRequest extends RequestObject {
  private PortOneAddressRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param addressLine1 the street and number
   * @param addressLine2 the rest, such as the floor
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String addressLine1, String addressLine2) {
    return new Builder(addressLine1, addressLine2);
  }

  /** Builds {@link PortOneAddressRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String addressLine1, String addressLine2) {
      fields.personal("addressLine1", addressLine1);
      fields.personal("addressLine2", addressLine2);
    }

    /** The city. */
    public Builder city(String city) {
      fields.personal("city", city);
      return this;
    }

    /** The province. */
    public Builder province(String province) {
      fields.personal("province", province);
      return this;
    }

    /** The country, in two letters. */
    public Builder country(String country) {
      fields.text("country", country);
      return this;
    }

    /** Returns it. */
    public PortOneAddressRequest build() {
      return new PortOneAddressRequest(fields.copy());
    }
  }
}
