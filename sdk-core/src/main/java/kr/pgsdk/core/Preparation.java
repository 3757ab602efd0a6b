package kr.pgsdk.core;

/** What guards the amount of an order until it is paid, and what the checkout page needs. */
public sealed interface Preparation {
  /** The order. */
  OrderId orderId();

  /** What the buyer shall pay. */
  Money money();

  /**
   * The arguments the checkout page hands to the gateway's script, complete where the request's
   * {@link CheckoutOptions} are.
   */
  CheckoutParameters checkout();

  /** The gateway knows the amount, and won't open its window for another one. */
  final class Registered extends PreparationOutcome implements Preparation {
    /** Returns an outcome; a shop's test may make one. */
    public Registered(OrderId orderId, Money money, CheckoutParameters checkout) {
      super(orderId, money, checkout);
    }
  }

  /**
   * The gateway knows nothing yet: the amount stands in the buyer's browser alone, and nothing
   * guards it before {@link PaymentGateway#confirm} does.
   */
  final class ClientSideOnly extends PreparationOutcome implements Preparation {
    /** Returns an outcome; a shop's test may make one. */
    public ClientSideOnly(OrderId orderId, Money money, CheckoutParameters checkout) {
      super(orderId, money, checkout);
    }
  }
}
