package kr.pgsdk.portone.payment;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** What one shop of a marketplace sold of a payment. */
public final class PortOneStoreReceiptItem extends RequestObject {
  private PortOneStoreReceiptItem(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param storeBusinessRegistrationNumber the business number of the shop
   * @param storeName the shop's name
   * @param totalAmount the whole amount
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(
      String storeBusinessRegistrationNumber, String storeName, Money totalAmount) {
    return new Builder(storeBusinessRegistrationNumber, storeName, totalAmount);
  }

  /** Builds {@link PortOneStoreReceiptItem}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String storeBusinessRegistrationNumber, String storeName, Money totalAmount) {
      fields.text("storeBusinessRegistrationNumber", storeBusinessRegistrationNumber);
      fields.text("storeName", storeName);
      PortOneFields.amount(fields, "totalAmount", totalAmount);
      fields.text("currency", totalAmount.currency());
    }

    /** The tax-free part. */
    public Builder taxFreeAmount(Money taxFreeAmount) {
      PortOneFields.amount(fields, "taxFreeAmount", taxFreeAmount);
      return this;
    }

    /** The VAT. */
    public Builder vatAmount(Money vatAmount) {
      PortOneFields.amount(fields, "vatAmount", vatAmount);
      return this;
    }

    /** The part without tax-free part and VAT. */
    public Builder supplyAmount(Money supplyAmount) {
      PortOneFields.amount(fields, "supplyAmount", supplyAmount);
      return this;
    }

    /** Returns it. */
    public PortOneStoreReceiptItem build() {
      return new PortOneStoreReceiptItem(fields.copy());
    }
  }
}
