package kr.pgsdk.portone.platform.transfer;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** One product of a sale. */
public final class PortOneTransferLineRequest extends RequestObject {
  private PortOneTransferLineRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param productId the product's id
   * @param name its name
   * @param amount the price of one, in minor units
   * @param quantity how many are sold
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String productId, String name, long amount, int quantity) {
    return new Builder(productId, name, amount, quantity);
  }

  /** Builds {@link PortOneTransferLineRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final RequestFields product = new RequestFields();

    private Builder(String productId, String name, long amount, int quantity) {
      product.text("id", productId);
      product.note("name", name);
      product.number("amount", amount, 0, Long.MAX_VALUE);
      fields.number("quantity", quantity, 1, Integer.MAX_VALUE);
      fields.objects("discounts", List.of()); // PortOne wants both, if only to be none
      fields.objects("additionalFees", List.of());
    }

    /** The tax-free part of the price of one, in minor units. */
    public Builder taxFreeAmount(long taxFreeAmount) {
      product.number("taxFreeAmount", taxFreeAmount, 0, Long.MAX_VALUE);
      return this;
    }

    /** A word for it. */
    public Builder tag(String tag) {
      product.text("tag", tag);
      return this;
    }

    /** The discounts on it. */
    public Builder discounts(List<PortOneTransferDiscountRequest> discounts) {
      fields.objects("discounts", discounts.stream().map(RequestFields::of).toList());
      return this;
    }

    /** The additional fee policies that hold for it. */
    public Builder additionalFees(List<String> policyIds) {
      fields.objects("additionalFees", policyIds.stream().map(Builder::fee).toList());
      return this;
    }

    private static RequestFields fee(String policyId) {
      return new RequestFields().text("policyId", policyId);
    }

    /** Returns it. */
    public PortOneTransferLineRequest build() {
      return new PortOneTransferLineRequest(fields.copy().object("product", product));
    }
  }
}
