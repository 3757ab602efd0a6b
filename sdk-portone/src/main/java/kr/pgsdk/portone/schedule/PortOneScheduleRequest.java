package kr.pgsdk.portone.schedule;

import java.time.Instant;
import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneChargeBuilder;

/**
 * A payment that PortOne is to make with a billing key at a time. Immutable; the same object sent
 * again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneScheduleRequest {
  private final OrderId paymentId;
  private final Instant timeToPay;
  private final RequestFields payment;
  private final String idempotencyKey;

  private PortOneScheduleRequest(
      OrderId paymentId, Instant timeToPay, RequestFields payment, String idempotencyKey) {
    this.paymentId = paymentId;
    this.timeToPay = timeToPay;
    this.payment = payment;
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * Starts a request.
   *
   * @param paymentId the shop's id for the payment that will be made
   * @param billingKey what is charged; no message shows it
   * @param timeToPay when
   * @throws IllegalArgumentException if a text is blank, or the amount is zero or no whole number
   *     of minor units
   */
  public static Builder builder(
      OrderId paymentId, String billingKey, String orderName, Money amount, Instant timeToPay) {
    return new Builder(paymentId, billingKey, orderName, amount, timeToPay);
  }

  /** The shop's id for the payment that will be made. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** When it will be made. */
  public Instant timeToPay() {
    return timeToPay;
  }

  /** Under what PortOne recognises a repetition, for three hours. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  RequestFields payment() {
    return payment;
  }

  /** Shows the payment's id and the time alone. */
  @Override
  public String toString() {
    return "PortOneScheduleRequest[" + paymentId + ", " + timeToPay + "]";
  }

  /** Builds a {@link PortOneScheduleRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneChargeBuilder<Builder> {
    private final OrderId paymentId;
    private final Instant timeToPay;

    private Builder(
        OrderId paymentId, String billingKey, String orderName, Money amount, Instant timeToPay) {
      super(billingKey, orderName, amount);
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      this.timeToPay = Objects.requireNonNull(timeToPay, "timeToPay");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the request. */
    public PortOneScheduleRequest build() {
      return new PortOneScheduleRequest(paymentId, timeToPay, body(), key());
    }
  }
}
