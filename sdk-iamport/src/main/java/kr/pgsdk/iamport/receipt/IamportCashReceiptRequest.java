package kr.pgsdk.iamport.receipt;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * What a payment's cash receipt is issued with. Payment companies demand different fields; their
 * documentation says which.
 */
public final class IamportCashReceiptRequest extends RequestObject {
  private IamportCashReceiptRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts a request.
   *
   * @param identifier whom the receipt is for: the number of a phone, a business, a resident or a
   *     receipt card, 8 to 20 digits; dashes between them are dropped. No message and no {@code
   *     toString} shows it.
   * @throws IllegalArgumentException if it has another form
   */
  public static Builder builder(String identifier) {
    return new Builder(identifier);
  }

  /** Builds an {@link IamportCashReceiptRequest}. */
  public static final class Builder extends ReceiptBuilder<Builder> {
    private Builder(String identifier) {
      super(identifier);
    }

    @Override
    Builder self() {
      return this;
    }

    /** {@code company_tel}: the number of the shop's customer service. */
    public Builder companyTel(String tel) {
      return text("company_tel", tel);
    }

    /** {@code company_name}: the shop's registered name. */
    public Builder companyName(String name) {
      return text("company_name", name);
    }

    /** Returns the request. */
    public IamportCashReceiptRequest build() {
      return new IamportCashReceiptRequest(fields.copy());
    }
  }
}
