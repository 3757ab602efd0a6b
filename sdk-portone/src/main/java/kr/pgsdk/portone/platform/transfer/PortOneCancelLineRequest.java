package kr.pgsdk.portone.platform.transfer;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** How many of a product are cancelled. */
public final class PortOneCancelLineRequest extends RequestObject {
  private PortOneCancelLineRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param productId the product's id
   * @param quantity how many
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String productId, int quantity) {
    return new Builder(productId, quantity);
  }

  /** Builds {@link PortOneCancelLineRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String productId, int quantity) {
      fields.text("productId", productId);
      fields.number("quantity", quantity, 1, Integer.MAX_VALUE);
      fields.objects("discounts", List.of()); // PortOne wants them, if only to be none
    }

    /** The discounts on them. */
    public Builder discounts(List<PortOneTransferDiscountRequest> discounts) {
      fields.objects("discounts", discounts.stream().map(RequestFields::of).toList());
      return this;
    }

    /** Returns it. */
    public PortOneCancelLineRequest build() {
      return new PortOneCancelLineRequest(fields.copy());
    }
  }
}
