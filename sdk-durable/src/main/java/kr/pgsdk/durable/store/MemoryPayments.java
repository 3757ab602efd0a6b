package kr.pgsdk.durable.store;

import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** The payments of a store in memory and their cancels. */
final class MemoryPayments {
  private final Map<PaymentKey, PaymentRow> payments;
  private final Map<CancelKey, CancelRow> cancels;

  private record CancelKey(PaymentKey payment, String rowKey) {
    static CancelKey of(CancelRow cancel) {
      return new CancelKey(cancel.payment(), cancel.rowKey());
    }
  }

  MemoryPayments() {
    this.payments = new LinkedHashMap<>();
    this.cancels = new LinkedHashMap<>();
  }

  MemoryPayments(MemoryPayments other) {
    this.payments = new LinkedHashMap<>(other.payments);
    this.cancels = new LinkedHashMap<>(other.cancels);
  }

  Optional<PaymentRow> find(PaymentKey key) {
    return Optional.ofNullable(payments.get(key));
  }

  List<PaymentRow> ofOrder(String orderId) {
    return payments.values().stream()
        .filter(payment -> payment.orderId().equals(orderId))
        .sorted(Comparator.comparing(PaymentRow::seenAt).thenComparing(r -> r.key().paymentId()))
        .toList();
  }

  List<PaymentRow> misplaced(int max) {
    return payments.values().stream().filter(PaymentRow::isMisplaced).limit(max).toList();
  }

  List<PaymentRow> awaitingDeposit(int max) {
    return payments.values().stream()
        .filter(row -> row.role() == PaymentRow.Role.PAYS)
        .filter(row -> row.status() == Known.WAITING_FOR_DEPOSIT)
        .sorted(Comparator.comparing(PaymentRow::dueAt, Comparator.nullsLast(naturalOrder())))
        .limit(max)
        .toList();
  }

  List<PaymentRow> paid(TimeSlice slice) {
    return payments.values().stream()
        .filter(row -> row.key().account().equals(slice.account()) && row.paidAt() != null)
        .filter(row -> slice.has(Objects.requireNonNull(row.paidAt()), row.key().paymentId()))
        .sorted(Comparator.comparing(PaymentRow::paidAt).thenComparing(r -> r.key().paymentId()))
        .limit(slice.max())
        .toList();
  }

  void save(PaymentRow payment) {
    payments.put(payment.key(), payment);
  }

  List<CancelRow> cancels(PaymentKey key) {
    return cancels.values().stream().filter(row -> row.payment().equals(key)).toList();
  }

  void saveCancel(CancelRow cancel) {
    CancelRow known = cancels.get(CancelKey.of(cancel));
    String owner = known == null ? cancel.refundId() : known.refundId();
    cancels.put(CancelKey.of(cancel), owned(cancel, owner));
  }

  private static CancelRow owned(CancelRow cancel, @Nullable String refundId) {
    return new CancelRow(
        cancel.payment(), cancel.rowKey(), cancel.amount(), cancel.state(), refundId);
  }

  void deleteCancel(CancelRow cancel) {
    cancels.remove(CancelKey.of(cancel));
  }

  boolean claimCancel(CancelRow cancel, String refundId) {
    CancelRow known = cancels.get(CancelKey.of(cancel));
    if (known == null || (known.refundId() != null && !known.refundId().equals(refundId))) {
      return false;
    }
    boolean hasAnother =
        cancels.values().stream()
            .anyMatch(row -> refundId.equals(row.refundId()) && !row.equals(known));
    if (hasAnother) {
      throw new StoreException(Kind.DUPLICATE, refundId + " has a cancel already", null);
    }
    cancels.put(CancelKey.of(known), owned(known, refundId));
    return true;
  }

  void deleteOfOrder(String orderId) {
    for (PaymentRow payment : ofOrder(orderId)) {
      cancels.keySet().removeIf(key -> key.payment().equals(payment.key()));
      payments.remove(payment.key());
    }
  }
}
