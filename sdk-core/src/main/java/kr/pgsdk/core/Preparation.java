package kr.pgsdk.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What guards the amount of an order until it is paid, and what the checkout page needs. */
public sealed interface Preparation {
  /** The order. */
  OrderId orderId();

  /** What the buyer shall pay. */
  Money money();

  /**
   * The parameters the checkout page hands to the gateway's script ({@code IMP.request_pay}, {@code
   * TossPayments.requestPayment}), by the script's own names. Texts are {@code String}, amounts
   * {@code BigDecimal}: write them as JSON numbers. Unmodifiable. What only the page knows
   * (channel, payment method, redirect addresses, buyer) is added there.
   */
  Map<String, Object> checkout();

  /** The gateway knows the amount, and won't open its window for another one. */
  final class Registered implements Preparation {
    private final OrderId orderId;
    private final Money money;
    private final Map<String, Object> checkout;

    /** Made by a gateway. */
    public Registered(OrderId orderId, Money money, Map<String, Object> checkout) {
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.money = Objects.requireNonNull(money, "money");
      this.checkout = Collections.unmodifiableMap(new LinkedHashMap<>(checkout));
    }

    @Override
    public OrderId orderId() {
      return orderId;
    }

    @Override
    public Money money() {
      return money;
    }

    @Override
    public Map<String, Object> checkout() {
      return checkout;
    }

    @Override
    public String toString() {
      return "Registered[" + orderId + ", " + money + "]";
    }
  }

  /**
   * The gateway knows nothing yet: the amount stands in the buyer's browser alone, and nothing
   * guards it before {@link PaymentGateway#confirm} does.
   */
  final class ClientSideOnly implements Preparation {
    private final OrderId orderId;
    private final Money money;
    private final Map<String, Object> checkout;

    /** Made by a gateway. */
    public ClientSideOnly(OrderId orderId, Money money, Map<String, Object> checkout) {
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.money = Objects.requireNonNull(money, "money");
      this.checkout = Collections.unmodifiableMap(new LinkedHashMap<>(checkout));
    }

    @Override
    public OrderId orderId() {
      return orderId;
    }

    @Override
    public Money money() {
      return money;
    }

    @Override
    public Map<String, Object> checkout() {
      return checkout;
    }

    @Override
    public String toString() {
      return "ClientSideOnly[" + orderId + ", " + money + "]";
    }
  }
}
