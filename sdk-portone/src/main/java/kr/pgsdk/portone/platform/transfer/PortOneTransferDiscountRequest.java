package kr.pgsdk.portone.platform.transfer;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A discount on a sale, and by which policy it is shared. */
public final class PortOneTransferDiscountRequest extends RequestObject {
  private PortOneTransferDiscountRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param sharePolicyId the discount share policy
   * @param amount what is taken off, in minor units
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String sharePolicyId, long amount) {
    return new Builder(sharePolicyId, amount);
  }

  /** Builds {@link PortOneTransferDiscountRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String sharePolicyId, long amount) {
      fields.text("sharePolicyId", sharePolicyId);
      fields.number("amount", amount, 0, Long.MAX_VALUE);
    }

    /** The tax-free part of it, in minor units. */
    public Builder taxFreeAmount(long taxFreeAmount) {
      fields.number("taxFreeAmount", taxFreeAmount, 0, Long.MAX_VALUE);
      return this;
    }

    /** Returns it. */
    public PortOneTransferDiscountRequest build() {
      return new PortOneTransferDiscountRequest(fields.copy());
    }
  }
}
