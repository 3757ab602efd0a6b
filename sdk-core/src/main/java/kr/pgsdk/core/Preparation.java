package kr.pgsdk.core;

import java.util.Map;

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
  final class Registered extends PreparationOutcome implements Preparation {
    /** Returns an outcome; a shop's test may make one. */
    public Registered(OrderId orderId, Money money, Map<String, Object> checkout) {
      super(orderId, money, checkout);
    }
  }

  /**
   * The gateway knows nothing yet: the amount stands in the buyer's browser alone, and nothing
   * guards it before {@link PaymentGateway#confirm} does.
   */
  final class ClientSideOnly extends PreparationOutcome implements Preparation {
    /** Returns an outcome; a shop's test may make one. */
    public ClientSideOnly(OrderId orderId, Money money, Map<String, Object> checkout) {
      super(orderId, money, checkout);
    }
  }
}
