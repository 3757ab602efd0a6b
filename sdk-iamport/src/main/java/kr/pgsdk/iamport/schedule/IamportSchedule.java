package kr.pgsdk.iamport.schedule;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.billing.IamportBillingKeyPaymentBuilder;

/** A payment to schedule. */
public final class IamportSchedule extends RequestObject {
  private final OrderId orderId;
  private final Instant at;

  private IamportSchedule(OrderId orderId, Instant at, RequestFields fields) {
    super(fields);
    this.orderId = orderId;
    this.at = at;
  }

  /**
   * Starts a schedule.
   *
   * @param orderId {@code merchant_uid}: at most 40 characters; Iamport refuses one that was paid
   * @param at {@code schedule_at}: when it is to be paid, in whole seconds
   * @param money {@code amount} and {@code currency}: more than zero
   * @param name {@code name}: what is bought, at most 40 characters
   * @throws IllegalArgumentException if one of these is otherwise
   */
  public static Builder builder(OrderId orderId, Instant at, Money money, String name) {
    return new Builder(orderId, at, money, name);
  }

  /** {@code merchant_uid}: the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** {@code schedule_at}: when it is to be paid. */
  public Instant at() {
    return at;
  }

  /** Shows order and time alone. */
  @Override
  public String toString() {
    return "IamportSchedule[" + orderId + ", " + at + "]";
  }

  /** Builds an {@link IamportSchedule}. */
  public static final class Builder extends IamportBillingKeyPaymentBuilder<Builder> {
    private final OrderId orderId;
    private final Instant at;

    private Builder(OrderId orderId, Instant at, Money money, String name) {
      super(orderId, money, name);
      this.orderId = orderId;
      this.at = at;
      fields.epochSeconds("schedule_at", at);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the schedule. */
    public IamportSchedule build() {
      return new IamportSchedule(orderId, at, fields.copy());
    }
  }
}
