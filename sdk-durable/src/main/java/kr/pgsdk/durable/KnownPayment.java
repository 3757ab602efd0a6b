package kr.pgsdk.durable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.durable.store.CancelRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a payment.
 *
 * @param payment null if it knows none
 * @param order the payment's, else the one that the gateway names; null if the shop has none
 * @param cancels all that were seen of it
 * @param refunds the shop's refunds of its money
 * @param elsewhere another account under which the order has this payment; null if there is none
 */
record KnownPayment(
    PaymentKey key,
    @Nullable PaymentRow payment,
    @Nullable OrderRow order,
    List<CancelRow> cancels,
    List<RefundRow> refunds,
    @Nullable String elsewhere) {
  private static final Set<RefundRow.State> MAY_HAVE_MOVED =
      EnumSet.of(
          RefundRow.State.DONE,
          RefundRow.State.PENDING,
          RefundRow.State.UNKNOWN,
          RefundRow.State.IN_FLIGHT);

  /** Reads it; {@code named} is the order that the gateway names, if it does. */
  static KnownPayment read(StoreSession session, PaymentKey key, @Nullable String named) {
    PaymentRow payment = session.payment(key).orElse(null);
    String orderId = payment == null ? named : payment.orderId();
    if (orderId == null) {
      return new KnownPayment(key, null, null, List.of(), List.of(), null);
    }
    OrderRow order = session.order(orderId).orElse(null);
    if (payment == null) {
      return new KnownPayment(
          key, null, order, List.of(), List.of(), elsewhere(session.payments(orderId), key));
    }
    List<RefundRow> refunds =
        session.refunds(orderId).stream()
            .filter(refund -> refund.kind() == RefundRow.Kind.REFUND)
            .filter(refund -> key.equals(refund.payment()))
            .toList();
    return new KnownPayment(key, payment, order, session.cancels(key), refunds, null);
  }

  private static @Nullable String elsewhere(List<PaymentRow> payments, PaymentKey key) {
    return payments.stream()
        .map(PaymentRow::key)
        .filter(other -> other.paymentId().equals(key.paymentId()))
        .map(PaymentKey::account)
        .findFirst()
        .orElse(null);
  }

  /** Whether the store knows of every movement that the gateway lists. */
  boolean agreesWith(List<Transaction> listed) {
    Map<String, Integer> counts = new HashMap<>();
    return payment != null && listed.stream().allMatch(row -> agrees(row, counts));
  }

  private boolean agrees(Transaction row, Map<String, Integer> counts) {
    return row.kind() == Transaction.Kind.CAPTURE
        ? payment != null && agrees(payment, row)
        : cancel(row, counts) != null;
  }

  /** Whether the store has a capture as it is listed, and nothing of the payment is open. */
  static boolean agrees(PaymentRow payment, Transaction capture) {
    Known settled =
        payment.cancelled().isZero()
            ? Known.PAID
            : payment.holdsMoney() ? Known.PARTIALLY_CANCELLED : Known.CANCELLED;
    return payment.captured().equals(capture.amount())
        && payment.status() == settled
        && !isMispriced(payment);
  }

  /** Whether money is held that isn't what the order cost, and no person has said to keep it. */
  static boolean isMispriced(PaymentRow payment) {
    return payment.outcome().equals(Observation.MISMATCH)
        && payment.role() != PaymentRow.Role.KEPT
        && payment.holdsMoney()
        && !payment.captured().equals(payment.price());
  }

  /**
   * The cancel that the gateway lists.
   *
   * @param counts of those before it, of this payment
   */
  @Nullable CancelRow cancel(Transaction row, Map<String, Integer> counts) {
    String rowKey = CancelRows.key(row.id().orElse(null), row.amount(), row.at(), counts);
    return cancels.stream().filter(one -> one.rowKey().equals(rowKey)).findFirst().orElse(null);
  }

  /** The shop's refund of each cancel, by the cancel's key; a console's has none. */
  Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    for (CancelRow cancel : cancels) {
      if (cancel.refundId() != null) {
        owners.put(cancel.rowKey(), cancel.refundId());
      }
    }
    // Some payment companies drop the reason, and the refund's reference with it.
    List<RefundRow> spare = new ArrayList<>(refunds);
    spare.removeIf(
        refund ->
            owners.containsValue(refund.refundId()) || !MAY_HAVE_MOVED.contains(refund.state()));
    for (CancelRow cancel : cancels) {
      if (!owners.containsKey(cancel.rowKey()) && cancel.state() != PaymentCancel.State.FAILED) {
        spare.stream()
            .filter(refund -> isOf(refund, cancel))
            .findFirst()
            .ifPresent(
                refund -> {
                  owners.put(cancel.rowKey(), refund.refundId());
                  spare.remove(refund);
                });
      }
    }
    return owners;
  }

  private static boolean isOf(RefundRow refund, CancelRow cancel) {
    Money amount = amount(refund);
    return amount == null || amount.equals(cancel.amount());
  }

  /** Null for all that was left. */
  static @Nullable Money amount(RefundRow refund) {
    return refund.doneAmount() != null ? refund.doneAmount() : refund.amount();
  }

  /**
   * What the shop's refunds have given back, by the store.
   *
   * @param there the payment as the gateway shows it
   */
  Money doneRefunds(PaymentRow there) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean all = false;
    for (RefundRow refund : refunds) {
      Money amount = amount(refund);
      if (refund.state() == RefundRow.State.DONE) {
        sum = amount == null ? sum : sum.add(amount.amount());
        all |= amount == null;
      }
    }
    Money captured = there.captured();
    return all ? captured : Money.of(sum, captured.currency());
  }
}
