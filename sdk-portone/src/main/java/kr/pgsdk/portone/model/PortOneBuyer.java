package kr.pgsdk.portone.model;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** The buyer, as a request names them. Personal data: {@code toString} shows none of it. */
public final class PortOneBuyer extends RequestObject {
  private PortOneBuyer(RequestFields fields) {
    super(fields);
  }

  /** Starts a buyer; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PortOneBuyer}. Each method refuses a blank text. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    private Builder personal(String name, String text) {
      fields.personal(name, text);
      return this;
    }

    /** The shop's id for the buyer. */
    public Builder id(String id) {
      return personal("id", id);
    }

    /** The whole name. */
    public Builder name(String full) {
      fields.object("name", new RequestFields().personal("full", full));
      return this;
    }

    /** First and last name, where a payment company wants them apart. */
    public Builder name(String first, String last) {
      RequestFields separated = new RequestFields().personal("first", first).personal("last", last);
      fields.object("name", new RequestFields().object("separated", separated));
      return this;
    }

    /** The date of birth: four digits, two digits, two digits. */
    public Builder birth(String year, String month, String day) {
      return personal("birthYear", year).personal("birthMonth", month).personal("birthDay", day);
    }

    /** The country, in two letters. */
    public Builder country(String country) {
      return personal("country", country);
    }

    /** The buyer's gender. */
    public Builder gender(PortOneGender gender) {
      fields.word("gender", gender);
      return this;
    }

    /** The e-mail address. */
    public Builder email(String email) {
      return personal("email", email);
    }

    /** The phone's number. */
    public Builder phoneNumber(String phoneNumber) {
      return personal("phoneNumber", phoneNumber);
    }

    /** The address. */
    public Builder address(PortOneAddressRequest address) {
      fields.object("address", RequestFields.of(address));
      return this;
    }

    /** The postal code. */
    public Builder zipcode(String zipcode) {
      return personal("zipcode", zipcode);
    }

    /** The number of the buyer's business. */
    public Builder businessRegistrationNumber(String number) {
      return personal("businessRegistrationNumber", number);
    }

    /** Returns the buyer. */
    public PortOneBuyer build() {
      return new PortOneBuyer(fields.copy());
    }
  }
}
