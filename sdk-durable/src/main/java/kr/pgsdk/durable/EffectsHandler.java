package kr.pgsdk.durable;

/** What the shop does outside its database when a payment changes, such as a mail. */
@FunctionalInterface
public interface EffectsHandler {
  /**
   * Does it, after the event was delivered to the {@link PaymentEventHandler}, outside any
   * transaction. It is told at least once: the same {@code deliveryId} may come again after a
   * crash. Whatever it throws, it is told again later.
   */
  void tell(PaymentEvent event, String deliveryId) throws Exception;
}
