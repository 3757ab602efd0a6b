package kr.pgsdk.portone.model;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * A card, as it is typed. A secret: {@code toString} and messages show none of it, and the shop
 * must be allowed to handle cards.
 */
public final class PortOneCardCredential extends RequestObject {
  private PortOneCardCredential(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param number the number: digits alone
   * @param expiryYear the year it expires in: two digits
   * @param expiryMonth the month it expires in: two digits
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String number, String expiryYear, String expiryMonth) {
    return new Builder(number, expiryYear, expiryMonth);
  }

  /** Builds {@link PortOneCardCredential}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String number, String expiryYear, String expiryMonth) {
      fields.personal("number", number, 20);
      fields.personal("expiryYear", expiryYear, 4);
      fields.personal("expiryMonth", expiryMonth, 2);
    }

    /** The holder's birthday as yyMMdd, or the business's number of ten digits. */
    public Builder birthOrBusinessRegistrationNumber(String birthOrBusinessRegistrationNumber) {
      fields.personal("birthOrBusinessRegistrationNumber", birthOrBusinessRegistrationNumber, 10);
      return this;
    }

    /** The first two digits of its password. */
    public Builder passwordTwoDigits(String passwordTwoDigits) {
      fields.personal("passwordTwoDigits", passwordTwoDigits, 2);
      return this;
    }

    /** Returns it. */
    public PortOneCardCredential build() {
      return new PortOneCardCredential(fields.copy());
    }
  }
}
