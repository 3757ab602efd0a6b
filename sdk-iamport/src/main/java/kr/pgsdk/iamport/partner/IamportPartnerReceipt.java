package kr.pgsdk.iamport.partner;

import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A sub-merchant's line on a receipt. Amounts are in won. */
public final class IamportPartnerReceipt extends RequestObject {
  // With "-": v1.openapi.json, PartnerReceiptsAnnotation
  private static final Pattern BUSINESS_NUMBER = Pattern.compile("[0-9]{3}-[0-9]{2}-[0-9]{5}");

  private IamportPartnerReceipt(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param businessRegistrationNumber {@code business_registration_number}: 10 digits with their
   *     hyphens, such as {@code 123-45-67890}
   * @param companyName {@code company_name}: its name
   * @param amount {@code amount}: its part of the payment
   * @throws IllegalArgumentException if one is blank or has another form, or the amount is zero
   */
  public static Builder builder(
      String businessRegistrationNumber, String companyName, Money amount) {
    return new Builder(businessRegistrationNumber, companyName, amount);
  }

  /** Builds an {@link IamportPartnerReceipt}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String businessRegistrationNumber, String companyName, Money amount) {
      fields.personal(
          "business_registration_number",
          businessRegistrationNumber,
          BUSINESS_NUMBER,
          "10 digits with hyphens, such as 123-45-67890");
      fields.text("company_name", companyName);
      fields.positive("amount", amount);
    }

    /** {@code tax_free}: the tax-free part; zero by default. */
    public Builder taxFree(Money taxFree) {
      fields.amount("tax_free", taxFree);
      return this;
    }

    /** {@code vat_amount}: the VAT; an eleventh of the amount by default. */
    public Builder vat(Money vat) {
      fields.amount("vat_amount", vat);
      return this;
    }

    /** Returns the request. */
    public IamportPartnerReceipt build() {
      return new IamportPartnerReceipt(this);
    }
  }
}
