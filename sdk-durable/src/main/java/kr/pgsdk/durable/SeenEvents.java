package kr.pgsdk.durable;

import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;

/** Work on events that have no order: each is marked as seen in the transaction of its work. */
record SeenEvents(PaymentStore store, RefundRequests requests) {
  /** Returns false if it was seen before. */
  boolean once(String eventId, DurablePayments.Once work) {
    return store.inNewOfShop(session -> done(session, eventId, work));
  }

  private boolean done(StoreSession session, String eventId, DurablePayments.Once work) {
    if (session.isSeen(eventId)) {
      return false;
    }
    session.addSeen(eventId);
    try {
      work.on(new Delivery(eventId, session, refund -> requests.insert(session, refund)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the work on event " + eventId + " failed", e);
    }
    if (!session.isSeen(eventId)) {
      throw new IllegalStateException(
          "the database rolled back the work on event "
              + eventId
              + ", but the work didn't fail: don't catch the exception");
    }
    return true;
  }
}
