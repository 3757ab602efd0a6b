package kr.pgsdk.core;

import java.util.Objects;

/** What every outcome of a prepare holds. */
abstract class PreparationOutcome {
  private final OrderId orderId;
  private final Money money;
  private final CheckoutParameters checkout;

  PreparationOutcome(OrderId orderId, Money money, CheckoutParameters checkout) {
    this.orderId = Objects.requireNonNull(orderId, "orderId");
    this.money = Objects.requireNonNull(money, "money");
    this.checkout = Objects.requireNonNull(checkout, "checkout");
  }

  public OrderId orderId() {
    return orderId;
  }

  public Money money() {
    return money;
  }

  public CheckoutParameters checkout() {
    return checkout;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + orderId + ", " + money + "]";
  }
}
