package kr.pgsdk.portone.platform.policy;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * A new discount share policy. Immutable; the same object sent again within three hours is one
 * request for PortOne, by its idempotency key.
 */
public final class PortOneDiscountSharePolicyRequest {
  private final RequestFields fields;
  private final String idempotencyKey;

  private PortOneDiscountSharePolicyRequest(RequestFields fields, String idempotencyKey) {
    this.fields = fields;
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param partnerShareRate the partner's share in thousandths of a percent: 50000 is a half
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String name, int partnerShareRate) {
    return new Builder(name, partnerShareRate);
  }

  /** Under what PortOne recognises a repetition, for three hours. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  RequestFields fields() {
    return fields;
  }

  /** Shows its kind alone: it may hold personal data. */
  @Override
  public String toString() {
    return "PortOneDiscountSharePolicyRequest";
  }

  /** Builds {@link PortOneDiscountSharePolicyRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {

    private Builder(String name, int partnerShareRate) {
      fields.text("name", name, RequestFields.ANY_LENGTH);
      fields.number("partnerShareRate", partnerShareRate, 0, 100_000);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The policy's id; by default PortOne makes one. */
    public Builder id(String id) {
      fields.text("id", id, RequestFields.ANY_LENGTH);
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo, RequestFields.ANY_LENGTH);
      return this;
    }

    /** Returns it. */
    public PortOneDiscountSharePolicyRequest build() {
      return new PortOneDiscountSharePolicyRequest(fields.copy(), key());
    }
  }
}
