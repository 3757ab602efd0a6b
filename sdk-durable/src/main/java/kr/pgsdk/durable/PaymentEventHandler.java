package kr.pgsdk.durable;

/** What the shop does when a payment changes. */
@FunctionalInterface
public interface PaymentEventHandler {
  /**
   * Does it. It runs in one transaction with the mark that the event was delivered: what it writes
   * on {@link Delivery#connection()} commits with the mark, or not at all. Whatever it throws rolls
   * both back, and the event comes again later, perhaps with more in it. It must not call a
   * gateway; {@link Delivery#requestRefund} is there for refunds.
   */
  void handle(PaymentEvent event, Delivery delivery) throws Exception;
}
