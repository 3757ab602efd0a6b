package kr.pgsdk.durable;

/** What the shop does outside its database when a payment changes, such as a mail. */
@FunctionalInterface
public interface EffectsHandler {
  /**
   * Handles an event after it was delivered to the {@link PaymentEventHandler}, outside any
   * transaction. The SDK calls this at least once for an event: the same {@code deliveryId} may
   * come again after a crash. If this throws anything, the SDK calls it again later.
   */
  void tell(PaymentEvent event, String deliveryId) throws Exception;
}
