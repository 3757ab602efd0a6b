package kr.pgsdk.durable;

import kr.pgsdk.core.OrderId;

/** Is told what an operator counts. It must return at once; what it throws is logged. */
public interface DurableListener {
  /** An event was delivered and committed. */
  default void delivered(PaymentEvent event) {}

  /** The shop's handler failed so many times in a row for an order. */
  default void handlerFailed(OrderId orderId, int failures, Throwable failure) {}

  /** A response was lost, and nothing proves yet what became of it. */
  default void inDoubt(OrderId orderId) {}

  /** Another server took over work whose lease had run out: the lease is too short. */
  default void leaseLost(String subject) {}

  /** Something fell due and couldn't be finished; it is due again later. */
  default void postponed(String subject, Throwable why) {}
}
