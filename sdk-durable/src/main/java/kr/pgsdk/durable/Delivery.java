package kr.pgsdk.durable;

import java.sql.Connection;
import java.util.function.Consumer;
import kr.pgsdk.durable.store.StoreSession;

/** The transaction in which an event is delivered. */
public final class Delivery {
  private final String deliveryId;
  private final StoreSession session;
  private final Consumer<Refund> refunds;

  Delivery(String deliveryId, StoreSession session, Consumer<Refund> refunds) {
    this.deliveryId = deliveryId;
    this.session = session;
    this.refunds = refunds;
  }

  /**
   * An id for systems outside this database: the same if this event is delivered again. If the
   * order changes again before the delivery succeeds, both changes come as another event with
   * another id.
   */
  public String deliveryId() {
    return deliveryId;
  }

  /**
   * The transaction's connection. Don't commit it, roll it back or close it.
   *
   * @throws UnsupportedOperationException if the store is in memory
   */
  public Connection connection() {
    return session.connection();
  }

  /** Requests a refund within the transaction; it is sent after the commit. */
  public void requestRefund(Refund refund) {
    refunds.accept(refund);
  }
}
