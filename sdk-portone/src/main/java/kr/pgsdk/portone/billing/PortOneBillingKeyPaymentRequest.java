package kr.pgsdk.portone.billing;

import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneChargeBuilder;

/**
 * A charge of a billing key. Immutable; the same object sent again within three hours is one charge
 * for PortOne, by its idempotency key.
 */
public final class PortOneBillingKeyPaymentRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneBillingKeyPaymentRequest(
      OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a charge.
   *
   * @param paymentId the shop's own id for the payment
   * @param billingKey what is charged; no message and no {@code toString} shows it
   * @param orderName what it is for
   * @param total how much
   * @throws IllegalArgumentException if the amount is zero or no whole number of minor units, or a
   *     text is blank
   */
  public static Builder builder(
      OrderId paymentId, String billingKey, String orderName, Money total) {
    return new Builder(paymentId, billingKey, orderName, total);
  }

  /** The shop's own id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows the payment's id alone. */
  @Override
  public String toString() {
    return "PortOneBillingKeyPaymentRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneBillingKeyPaymentRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneChargeBuilder<Builder> {
    private final OrderId paymentId;

    private Builder(OrderId paymentId, String billingKey, String orderName, Money total) {
      super(billingKey, orderName, total);
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Whether no webhook tells of the success. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /** Returns the request. */
    public PortOneBillingKeyPaymentRequest build() {
      return new PortOneBillingKeyPaymentRequest(paymentId, body(), key());
    }
  }
}
