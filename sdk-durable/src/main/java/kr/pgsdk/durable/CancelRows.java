package kr.pgsdk.durable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.durable.store.CancelRow;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cancels of a payment, and which of them belongs to which refund of the shop's. */
final class CancelRows {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final int LONGEST_KEY = 120;

  private final StoreSession session;
  private final String shop;
  private final String orderId;

  CancelRows(StoreSession session, String shop, String orderId) {
    this.session = session;
    this.shop = shop;
    this.orderId = orderId;
  }

  void record(PaymentKey payment, List<PaymentCancel> cancels) {
    if (cancels.isEmpty()) {
      return;
    }
    Map<String, CancelRow> known = new HashMap<>();
    session.cancels(payment).forEach(row -> known.put(row.rowKey(), row));
    List<RefundRow> refunds = session.refunds(orderId);
    List<CancelRow> claimed = new ArrayList<>(known.values());
    Map<String, Integer> counts = new HashMap<>();
    for (PaymentCancel cancel : cancels) {
      String key = key(cancel, counts);
      CancelRow before = known.get(key);
      CancelRow row = new CancelRow(payment, key, cancel.amount(), cancel.state(), null);
      if (before == null || before.state() != cancel.state()) {
        session.saveCancel(row);
      }
      RefundRow owner = owner(cancel, refunds);
      if (owner != null && (before == null || before.refundId() == null)) {
        claim(row, owner, claimed);
      }
    }
  }

  /** Two rows of one refund would mean that money went back twice: a person must look. */
  private void claim(CancelRow row, RefundRow owner, Collection<CancelRow> known) {
    if (known.stream().anyMatch(other -> owner.refundId().equals(other.refundId()))) {
      LOG.error(
          "order {}: refund {} has a second cancel at the gateway", orderId, owner.refundId());
      session.addEvent(
          new EventRow(orderId, session.now(), "REFUNDED_TWICE", null, owner.refundId()));
      return;
    }
    session.claimCancel(row, owner.refundId());
    known.add(
        new CancelRow(row.payment(), row.rowKey(), row.amount(), row.state(), owner.refundId()));
  }

  private static String key(PaymentCancel cancel, Map<String, Integer> counts) {
    return key(
        cancel.id().orElse(null), cancel.amount(), cancel.cancelledAt().orElse(null), counts);
  }

  /**
   * The gateway's number, else amount and time, and which of several equal ones it is.
   *
   * @param counts of the keys before it, of one payment
   */
  static String key(
      @Nullable String id, Money amount, @Nullable Instant at, Map<String, Integer> counts) {
    String key =
        id != null ? id : amount.toPlainString() + "@" + (at == null ? 0L : at.toEpochMilli());
    int number = counts.merge(key, 1, Integer::sum);
    String whole = id != null && number == 1 ? key : key + "#" + number;
    return whole.length() <= LONGEST_KEY ? whole : Ids.hex(whole);
  }

  /** The refund whose reference a cancel carries. */
  private @Nullable RefundRow owner(PaymentCancel cancel, List<RefundRow> refunds) {
    String reason = cancel.reason().orElse("");
    for (RefundRow refund : refunds) {
      if (reason.startsWith("[" + Ids.reference(shop, refund.refundId()) + "]")) {
        return refund;
      }
    }
    return null;
  }

  /** The refunds that are known to have taken money back of a payment. */
  List<String> done(PaymentKey payment) {
    List<String> ids = new ArrayList<>();
    for (CancelRow row : session.cancels(payment)) {
      if (row.refundId() != null && row.state() == PaymentCancel.State.DONE) {
        ids.add(row.refundId());
      }
    }
    for (RefundRow refund : session.refunds(orderId)) {
      if (payment.equals(refund.payment())
          && refund.state() == RefundRow.State.DONE
          && !ids.contains(refund.refundId())) {
        ids.add(refund.refundId());
      }
    }
    return ids;
  }
}
