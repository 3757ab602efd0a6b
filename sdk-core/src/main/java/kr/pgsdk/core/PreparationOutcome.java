package kr.pgsdk.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What every outcome of a prepare holds. */
abstract class PreparationOutcome {
  private final OrderId orderId;
  private final Money money;
  private final Map<String, Object> checkout;

  PreparationOutcome(OrderId orderId, Money money, Map<String, Object> checkout) {
    this.orderId = Objects.requireNonNull(orderId, "orderId");
    this.money = Objects.requireNonNull(money, "money");
    this.checkout = Collections.unmodifiableMap(new LinkedHashMap<>(checkout));
  }

  public OrderId orderId() {
    return orderId;
  }

  public Money money() {
    return money;
  }

  public Map<String, Object> checkout() {
    return checkout;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + orderId + ", " + money + "]";
  }
}
