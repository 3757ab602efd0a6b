package kr.pgsdk.durable;

import kr.pgsdk.core.OrderId;

/**
 * Gets the events that an operator counts. It must return at once; if it throws, the SDK logs it.
 */
public interface DurableListener {
  /** An event was delivered and committed. */
  default void delivered(PaymentEvent event) {}

  /** The shop's handler failed for an order, for the {@code failures}th time in a row. */
  default void handlerFailed(OrderId orderId, int failures, Throwable failure) {}

  /** A response was lost, and nothing proves yet whether the request was executed. */
  default void inDoubt(OrderId orderId) {}

  /** Another server took over work whose lease had run out: the lease is too short. */
  default void leaseLost(String subject) {}

  /** Due work couldn't be finished; it is due again later. */
  default void postponed(String subject, Throwable why) {}
}
