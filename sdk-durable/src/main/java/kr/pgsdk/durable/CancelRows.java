package kr.pgsdk.durable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.durable.store.CancelRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Alarm;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/** The cancels of a payment, and which of them belongs to which refund of the shop's. */
final class CancelRows {
  private static final int LONGEST_KEY = 120;

  private final StoreSession session;
  private final String shop;
  private final String orderId;

  CancelRows(StoreSession session, String shop, String orderId) {
    this.session = session;
    this.shop = shop;
    this.orderId = orderId;
  }

  /**
   * Records the cancels of a payment.
   *
   * @param arrived whether the money of those that are done has reached the buyer
   */
  void record(PaymentKey payment, List<PaymentCancel> cancels, boolean arrived) {
    if (cancels.isEmpty()) {
      return;
    }
    Map<String, CancelRow> known = new HashMap<>();
    session.cancels(payment).forEach(row -> known.put(row.rowKey(), row));
    List<RefundRow> refunds = session.refunds(orderId);
    Map<String, PaymentCancel> shown = byKey(cancels);
    shown.forEach(
        (key, cancel) -> {
          CancelRow before = known.get(key);
          CancelRow row = new CancelRow(payment, key, cancel.amount(), cancel.state(), null);
          if (before == null || before.state() != cancel.state()) {
            session.saveCancel(row);
          }
          RefundRow owner = owner(cancel, refunds);
          if (owner != null && (before == null || !owner.refundId().equals(before.refundId()))) {
            claim(row, owner, shown, arrived);
          }
        });
  }

  private static Map<String, PaymentCancel> byKey(List<PaymentCancel> cancels) {
    Map<String, PaymentCancel> all = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (PaymentCancel cancel : cancels) {
      Instant at = cancel.cancelledAt().orElse(null);
      all.put(key(cancel.id().orElse(null), cancel.amount(), at, counts), cancel);
    }
    return all;
  }

  /** Two rows of one refund mean that money went back twice: a person must look. */
  private void claim(
      CancelRow row, RefundRow owner, Map<String, PaymentCancel> shown, boolean arrived) {
    boolean ofItsPayment = owner.payment() == null || owner.payment().equals(row.payment());
    CancelRow other = claimedBy(owner);
    if (other != null && other.payment().equals(row.payment())) {
      PaymentCancel now = shown.get(other.rowKey());
      if (now == null || owner(now, List.of(owner)) == null) {
        // Without a number it was known by its amount and a time that has changed. What is shown
        // under that by now is another cancel.
        session.deleteCancel(other);
        if (now != null) {
          session.saveCancel(
              new CancelRow(row.payment(), other.rowKey(), now.amount(), now.state(), null));
        }
        other = null;
      }
    }
    if (other == null && ofItsPayment) {
      session.claimCancel(row, owner.refundId());
    } else if (row.state() != State.FAILED && (other == null || other.state() != State.FAILED)) {
      RefundAlarms.raise(
          session,
          owner,
          Alarm.REFUNDED_TWICE,
          "refund "
              + owner.refundId()
              + (other == null ? " is of another payment than " : " has another cancel than ")
              + row.payment().paymentId()
              + " "
              + row.rowKey());
    }
    if (ofItsPayment && arrived && row.state() == State.DONE) {
      RefundAlarms.doneAfterAll(session, owner, row.amount());
    }
  }

  /** The cancel that a refund has, of whichever payment of the order. */
  private @Nullable CancelRow claimedBy(RefundRow owner) {
    return session.payments(orderId).stream()
        .flatMap(payment -> session.cancels(payment.key()).stream())
        .filter(row -> owner.refundId().equals(row.refundId()))
        .findFirst()
        .orElse(null);
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
