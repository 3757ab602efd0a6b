package kr.pgsdk.durable;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.durable.Reconciler.Looked;
import kr.pgsdk.durable.store.CancelRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.TimeSlice;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one day, found as they are read: first what the gateway lists, then what the
 * store has of the day and the gateway didn't list. For one thread.
 */
final class ReconciledDay implements Iterator<Discrepancy> {
  private static final int PAGE = 200;

  /** What is read next. */
  private enum Step {
    LISTED,
    PAID,
    REFUNDED,
    OVER
  }

  private final PaymentStore store;
  private final Reconciler reconciler;
  private final Account account;
  private final TransactionList list;
  private final LocalDate day;

  private final Deque<Discrepancy> found = new ArrayDeque<>();
  private final ListedRows listedRows = new ListedRows();
  private final Map<String, Money> listedCancels = new HashMap<>();
  private final Set<String> listedRefunds = new HashSet<>();
  private final Set<String> reported = new HashSet<>();

  private Step step = Step.LISTED;
  private @Nullable Stream<Transaction> open;
  private @Nullable Iterator<Transaction> rows;
  private @Nullable Transaction ahead;
  private TimeSlice slice; // behind what was read of the store
  private Iterator<PaymentRow> payments = Collections.emptyIterator();
  private Iterator<RefundRow> refunds = Collections.emptyIterator();

  ReconciledDay(
      PaymentStore store,
      Reconciler reconciler,
      Account account,
      TransactionList list,
      LocalDate day) {
    this.store = store;
    this.reconciler = reconciler;
    this.account = account;
    this.list = list;
    this.day = day;
    this.slice = wholeDay();
  }

  private TimeSlice wholeDay() {
    return new TimeSlice(
        account.name(), Reconciler.startOf(day), "", Reconciler.startOf(day.plusDays(1)), PAGE);
  }

  @Override
  public boolean hasNext() {
    boolean read = false;
    try {
      while (found.isEmpty() && step != Step.OVER) {
        advance();
      }
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
    return !found.isEmpty();
  }

  @Override
  public Discrepancy next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.remove();
  }

  /** Ends it; nothing is sent any more. */
  void close() {
    step = Step.OVER;
    found.clear();
    closeList();
  }

  private void closeList() {
    Stream<Transaction> was = open;
    open = null;
    rows = null;
    if (was != null) {
      was.close();
    }
  }

  private void advance() {
    if (store.active()) {
      throw new IllegalStateException("a list of a gateway is never read inside a transaction");
    }
    switch (step) {
      case LISTED -> listed();
      case PAID -> paid();
      case REFUNDED -> refunded();
      case OVER -> throw new IllegalStateException();
    }
  }

  private void listed() {
    List<Transaction> movements = nextOfOnePayment();
    if (movements.isEmpty()) {
      closeList();
      step = Step.PAID;
      return;
    }
    boolean captures = true;
    for (Transaction row : movements) {
      String id = row.paymentId().value();
      if (row.kind() == Transaction.Kind.CANCEL) {
        captures = false;
        listedCancels.merge(id, row.amount(), Money::plus);
      }
    }
    PaymentKey key = new PaymentKey(account.name(), movements.get(0).paymentId().value());
    if (!captures || !isKnownCapture(key, movements)) {
      compare(key, movements);
    }
  }

  /** What the gateway lists in a row of one payment; empty at the end. */
  private List<Transaction> nextOfOnePayment() {
    if (open == null) {
      open = list.on(day);
      rows = open.iterator();
    }
    Iterator<Transaction> more = Objects.requireNonNull(rows);
    List<Transaction> movements = new ArrayList<>();
    Transaction next = ahead != null ? ahead : more.hasNext() ? more.next() : null;
    ahead = null;
    while (next != null) {
      if (!movements.isEmpty() && !movements.get(0).paymentId().equals(next.paymentId())) {
        ahead = next;
        break;
      }
      if (listedRows.isNew(next)) {
        movements.add(next);
      }
      next = more.hasNext() ? more.next() : null;
    }
    return movements;
  }

  /** Most of a day's rows: one read of one row. */
  private boolean isKnownCapture(PaymentKey key, List<Transaction> captures) {
    PaymentRow payment = store.inNew(session -> session.payment(key)).orElse(null);
    return payment != null && captures.stream().allMatch(row -> KnownPayment.agrees(payment, row));
  }

  private void compare(PaymentKey key, List<Transaction> movements) {
    Optional<OrderId> listedOrder = movements.get(0).orderId();
    String orderId = listedOrder.map(OrderId::value).orElse(null);
    KnownPayment known = reconciler.known(key, orderId);
    if (known.agreesWith(movements)) {
      claims(known, movements);
      return;
    }
    boolean foreign = known.payment() == null && known.order() == null && orderId != null;
    Looked looked = foreign ? new Looked(known, null) : reconciler.look(account, key, orderId);
    if (looked.known().payment() == null) {
      Optional<OrderId> named =
          Optional.ofNullable(looked.shown()).map(shown -> shown.orderId()).or(() -> listedOrder);
      movements.forEach(row -> report(Differences.unknown(looked.known(), row, named), looked));
    } else if (looked.shown() == null) {
      movements.forEach(row -> reportOnce(Differences.notShown(looked.known(), row), looked));
    } else {
      reportAll(looked);
      claims(looked.known(), movements);
    }
  }

  /** Reports the cancels that no refund asked for, and notes the refunds that were listed. */
  private void claims(KnownPayment known, List<Transaction> movements) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, String> owners = known.owners();
    for (Transaction row : movements) {
      CancelRow cancel = row.kind() == Transaction.Kind.CANCEL ? known.cancel(row, counts) : null;
      String owner = cancel == null ? null : owners.get(cancel.rowKey());
      if (owner != null) {
        listedRefunds.add(owner);
      } else if (cancel != null) {
        report(Differences.unclaimed(known, row), new Looked(known, null));
      }
    }
  }

  /** Payments that the store has of the day, and the gateway didn't list as they are. */
  private void paid() {
    if (!payments.hasNext()) {
      TimeSlice page = slice;
      payments = store.inNew(session -> session.paid(page)).iterator();
    }
    if (!payments.hasNext()) {
      slice = wholeDay();
      step = Step.REFUNDED;
      return;
    }
    PaymentRow payment = payments.next();
    slice = slice.after(Objects.requireNonNull(payment.paidAt()), payment.key().paymentId());
    if (!payment.captured().isZero() && !isListedAsItIs(payment)) {
      lookAt(payment.key(), payment.orderId());
    }
  }

  private boolean isListedAsItIs(PaymentRow payment) {
    String id = payment.key().paymentId();
    Money returned = payment.returned();
    return listedRows.hasCaptureOf(id)
        && returned.equals(listedCancels.getOrDefault(id, Money.zero(returned.currency())));
  }

  /** Refunds that are done in the store on the day, and whose cancel the gateway didn't list. */
  private void refunded() {
    if (!refunds.hasNext()) {
      TimeSlice page = slice;
      refunds = store.inNew(session -> session.refunded(page)).iterator();
    }
    if (!refunds.hasNext()) {
      step = Step.OVER;
      return;
    }
    RefundRow refund = refunds.next();
    slice = slice.after(Objects.requireNonNull(refund.endedAt()), refund.refundId());
    if (listedRefunds.contains(refund.refundId())) {
      return;
    }
    Looked looked = lookAt(Objects.requireNonNull(refund.payment()), refund.orderId());
    if (looked.shown() == null && looked.known().payment() != null) {
      report(Differences.missing(looked.known(), refund), looked);
    }
  }

  private Looked lookAt(PaymentKey key, String orderId) {
    Looked looked = reconciler.look(account, key, orderId);
    if (looked.known().payment() != null) {
      reportAll(looked);
    }
    return looked;
  }

  private void reportAll(Looked looked) {
    Differences.of(looked.known(), looked.shown()).forEach(one -> reportOnce(one, looked));
  }

  private void reportOnce(Discrepancy one, Looked looked) {
    if (reported.add(one.paymentId() + " " + one.kind())) {
      report(one, looked);
    }
  }

  private void report(Discrepancy one, Looked looked) {
    found.add(one);
    if (looked.known().order() != null) {
      reconciler.hint(looked.known().order().orderId());
    }
  }
}
