package kr.pgsdk.durable;

/** What the shop does when a payment changes. */
@FunctionalInterface
public interface PaymentEventHandler {
  /**
   * Handles an event, in one transaction with the mark that the event was delivered: what this
   * writes on {@link Delivery#connection()} commits together with the mark, or not at all. If this
   * throws anything, both are rolled back, and the event comes again later, perhaps together with
   * newer changes. This must not call a gateway; for refunds use {@link Delivery#requestRefund}.
   */
  void handle(PaymentEvent event, Delivery delivery) throws Exception;
}
