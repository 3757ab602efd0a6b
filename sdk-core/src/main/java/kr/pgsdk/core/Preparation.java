package kr.pgsdk.core;

/**
 * The result of a prepare: what protects the amount of an order until it is paid, and what the
 * checkout page needs.
 */
public sealed interface Preparation {
  /** The order. */
  OrderId orderId();

  /** What the buyer shall pay. */
  Money money();

  /**
   * The arguments that the checkout page passes to the gateway's script; complete if the request's
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
   * The gateway doesn't protect the amount: only the buyer's browser has it, and nothing checks it
   * before {@link PaymentGateway#confirm} does.
   */
  final class ClientSideOnly extends PreparationOutcome implements Preparation {
    /** Returns an outcome; a shop's test may make one. */
    public ClientSideOnly(OrderId orderId, Money money, CheckoutParameters checkout) {
      super(orderId, money, checkout);
    }
  }
}
