package kr.pgsdk.durable;

import java.util.Optional;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.StoreSession;

/** How an order is locked: how long it is waited for. */
@FunctionalInterface
interface OrderLock {
  /** For what has to be written, such as what a refund's own response shows. */
  OrderLock PATIENT = StoreSession::lockOrder;

  /** For a buyer who waits for the page, and for jobs, which come again. */
  OrderLock SOON = StoreSession::lockOrderSoon;

  Optional<OrderRow> in(StoreSession session, String orderId);
}
