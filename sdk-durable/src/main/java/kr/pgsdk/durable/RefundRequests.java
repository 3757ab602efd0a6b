package kr.pgsdk.durable;

import java.time.Instant;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Notes refunds that are to be sent. It locks no order, so it may run in any transaction. */
record RefundRequests(String shop, Sealer sealer) {

  /** Notes the shop's own. */
  void insert(StoreSession session, Refund refund) {
    insert(session, refund, null, RefundRow.Kind.REFUND);
  }

  /**
   * Notes a refund, unless it is noted.
   *
   * @throws IllegalArgumentException if another one has its id
   */
  void insert(
      StoreSession session, Refund refund, @Nullable PaymentKey payment, RefundRow.Kind kind) {
    Instant now = session.now();
    String text = RefundText.of(refund, Ids.key(shop, refund.refundId(), 0));
    String hash = Ids.hex(text);
    session.insertRefund(
        RefundRow.requested(
            refund.refundId(),
            refund.orderId().value(),
            payment,
            kind,
            refund.amount().orElse(null),
            refund.reason(),
            hash,
            sealer.seal(text),
            now));
    RefundRow noted = session.refund(refund.refundId()).orElseThrow();
    if (!noted.contentHash().equals(hash)) {
      throw new IllegalArgumentException(
          "the refund id "
              + refund.refundId()
              + " is another refund's, of order "
              + noted.orderId()
              + ": give this one an id of its own");
    }
    session.insertWork(new WorkKey(WorkKey.Kind.REFUND, refund.refundId()), now);
    if (noted.createdAt().equals(now)) { // whoever asks again adds nothing to the history
      session.addEvent(
          new EventRow(
              noted.orderId(), now, "REFUND_REQUESTED", null, "refund " + refund.refundId()));
    }
  }
}
