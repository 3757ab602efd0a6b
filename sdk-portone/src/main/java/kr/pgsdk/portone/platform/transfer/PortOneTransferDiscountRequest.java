package kr.pgsdk.portone.platform.transfer;

import kr.pgsdk.core.internal.http.RequestFields;

/** A discount on a sale, and by which policy it is shared. */
public final class PortOneTransferDiscountRequest {
  private final RequestFields fields;

  private PortOneTransferDiscountRequest(RequestFields fields) {
    this.fields = fields;
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

  RequestFields fields() {
    return fields;
  }

  /** Shows its kind alone: it may hold personal data. */
  @Override
  public String toString() {
    return "PortOneTransferDiscountRequest";
  }

  /** Builds {@link PortOneTransferDiscountRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String sharePolicyId, long amount) {
      fields.text("sharePolicyId", sharePolicyId, RequestFields.ANY_LENGTH);
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
