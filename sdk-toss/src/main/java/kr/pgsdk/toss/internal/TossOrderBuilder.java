package kr.pgsdk.toss.internal;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;

/**
 * What a request about a new order is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class TossOrderBuilder<B extends TossOrderBuilder<B>>
    extends TossRequestBuilder<B> {
  /**
   * The order.
   *
   * @hidden
   */
  protected final OrderId orderId;

  /**
   * What it costs.
   *
   * @hidden
   */
  protected final Money amount;

  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected TossOrderBuilder(OrderId orderId, Money amount, String orderName) {
    TossFields.order(fields, orderId, amount, orderName);
    this.orderId = orderId;
    this.amount = amount;
  }

  /**
   * {@code taxFreeAmount}: the tax-free part of the amount; 0 by default.
   *
   * @throws IllegalArgumentException if it is more than the amount, or in another currency
   */
  public B taxFreeAmount(Money taxFree) {
    TossFields.part(fields, "taxFreeAmount", taxFree, amount);
    return self();
  }
}
