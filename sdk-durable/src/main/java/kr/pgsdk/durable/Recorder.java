package kr.pgsdk.durable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.pgsdk.core.Payment;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Slot;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * Records what was observed of payments, alone in its transaction, so that nothing rolls it back.
 */
final class Recorder {
  private static final long ANY_VERSION = -1;

  private final PaymentStore store;
  private final MisplacedMoney misplaced;
  private final Schedule schedule;
  private final OrderLock lock;

  Recorder(PaymentStore store, MisplacedMoney misplaced, Schedule schedule, OrderLock lock) {
    this.store = store;
    this.misplaced = misplaced;
    this.schedule = schedule;
    this.lock = lock;
  }

  /** The same, with {@link OrderLock#SOON}. */
  Recorder soon() {
    return new Recorder(store, misplaced, schedule, OrderLock.SOON);
  }

  OrderLock lock() {
    return lock;
  }

  /** What became of recording. */
  enum Result {
    /** It stands. */
    DONE,
    /** The order has changed since the look: look again. */
    MOVED,
    /** A payment that was captured shows unpaid, or an account none: look twice. */
    DOUBTFUL,
    /** There is no such order. */
    UNKNOWN
  }

  /**
   * What became of recording.
   *
   * @param order as it is now; null if there is none
   */
  record Recorded(Result result, @Nullable OrderRow order) {}

  /** Records what proves itself, whatever happened to the order meanwhile. */
  Recorded record(String orderId, Observation seen) {
    return record(orderId, ANY_VERSION, List.of(seen), null);
  }

  /**
   * Records observations of one order.
   *
   * @param version the order's before the look
   * @param call the call that may have captured; null if there was none
   */
  Recorded record(
      String orderId, long version, List<Observation> observations, @Nullable CaptureCall call) {
    return store.inNew(
        session -> {
          OrderRow order = lock.in(session, orderId).orElse(null);
          if (order == null) {
            return new Recorded(Result.UNKNOWN, null);
          }
          if (version != ANY_VERSION && order.version() != version) {
            return new Recorded(Result.MOVED, order);
          }
          return new Recording(session, order, call).all(observations);
        });
  }

  private final class Recording {
    private final StoreSession session;
    private final Instant now;
    private final Map<PaymentKey, PaymentRow> payments = new LinkedHashMap<>();
    private OrderRow order;
    private final boolean scheduled; // whoever took the slot has made the order due
    private final @Nullable CaptureCall call;
    private boolean changed;
    private boolean slotGivenBack;

    Recording(StoreSession session, OrderRow order, @Nullable CaptureCall call) {
      this.session = session;
      this.order = order;
      this.call = call;
      this.now = session.now();
      this.scheduled = order.slot() != null;
      session.payments(order.orderId()).forEach(payment -> payments.put(payment.key(), payment));
    }

    Recorded all(List<Observation> observations) {
      for (Observation seen : observations) {
        if (isDoubtful(seen)) {
          return new Recorded(Result.DOUBTFUL, order);
        }
      }
      for (Observation seen : observations) {
        one(seen);
      }
      if (changed) {
        order = order.next(now);
        session.updateOrder(order);
        String word = "OBSERVED_" + order.state();
        session.addEvent(new EventRow(order.orderId(), now, word, null, words(observations)));
      } else if (slotGivenBack) {
        session.updateOrder(order);
      }
      WorkKey key = new WorkKey(WorkKey.Kind.ORDER, order.orderId());
      if (!scheduled && !Schedule.isDue(session, key, now)) { // a hint may be newer than the look
        session.schedule(key, schedule.next(order, List.copyOf(payments.values()), now));
      }
      return new Recorded(Result.DONE, order);
    }

    private static String words(List<Observation> observations) {
      return observations.stream()
          .map(o -> o.key().account() + " " + o.key().paymentId() + " " + o.outcome())
          .collect(Collectors.joining("; "));
    }

    private boolean isDoubtful(Observation seen) {
      PaymentRow known = payments.get(seen.key());
      Payment payment = seen.payment();
      return known != null
          && payment != null
          && !seen.confirmedTwice()
          && PaymentRows.isUnpaidAfter(PaymentRows.of(seen, payment, order, known, now), known);
    }

    private void one(Observation observed) {
      PaymentRow known = payments.get(observed.key());
      Observation seen = observed.judgedAs(known);
      Payment payment = seen.payment();
      if (payment == null) {
        notShown(seen, known);
        return;
      }
      PaymentRow shown = PaymentRows.of(seen, payment, order, known, now);
      if (known != null && PaymentRows.isBefore(shown, known)) {
        if (Observation.ENDED.contains(known.status())) { // such as an old answer to its confirm
          freeSlot(known.key());
        }
        return;
      }
      PaymentRow row = shown.in(role(shown, known, seen));
      if (!PaymentRows.isSame(row, known)) {
        session.savePayment(row);
        payments.put(row.key(), row);
        changed = true;
      }
      new CancelRows(session, store.shop(), order.orderId())
          .record(row.key(), payment.cancels(), PaymentRows.hasArrived(payment));
      move(row, seen);
      misplaced.refundIfAsked(session, order, row);
    }

    private void notShown(Observation seen, @Nullable PaymentRow known) {
      if (known != null && !known.outcome().equals(seen.outcome())) {
        session.savePayment(PaymentRows.notShown(known, seen.outcome(), now));
      }
      freeSlot(seen.key(), seen);
    }

    private Role role(PaymentRow shown, @Nullable PaymentRow known, Observation seen) {
      Role before = known == null ? Role.OTHER : known.role();
      if (before == Role.KEPT) {
        return Role.KEPT;
      }
      boolean awaited =
          order.state() == State.AWAITING && !seen.isConfirmed() && !seen.isAwaiting();
      if (before == Role.PAYS && !isOver(shown) && !awaited) {
        return Role.PAYS;
      }
      if (before == Role.PAYS && order.state() == State.PAID) {
        return Role.PAYS; // paid and given back since: it is still what paid the order
      }
      if (!seen.isConfirmed() && !seen.isAwaiting()) {
        return before == Role.PAYS ? Role.OTHER : before;
      }
      boolean free = order.paying() == null || order.paying().equals(shown.key());
      boolean overAccount = order.state() == State.AWAITING && seen.isConfirmed();
      return switch (order.state()) {
        case OPEN -> Role.PAYS;
        case AWAITING -> free || overAccount ? Role.PAYS : Role.OTHER;
        case PAID -> seen.isConfirmed() ? free ? Role.PAYS : Role.DUPLICATE : Role.OTHER;
        case CLOSED -> seen.isConfirmed() ? Role.LATE : Role.OTHER;
      };
    }

    /** Whether a payment that was awaited came to nothing. */
    private static boolean isOver(PaymentRow shown) {
      return !shown.holdsMoney() && !PaymentRows.isAwaiting(shown);
    }

    private void move(PaymentRow row, Observation seen) {
      boolean pays = row.role() == Role.PAYS;
      if (pays && row.captured().isZero() && seen.isAwaiting()) {
        move(State.AWAITING, row.key());
      } else if (pays && row.holdsMoney() && order.state() != State.CLOSED) {
        replacePayer(row.key());
        move(State.PAID, row.key());
      } else if (row.key().equals(order.paying()) && order.state() == State.AWAITING && !pays) {
        move(closesWithAccount() ? State.CLOSED : State.OPEN, null);
      }
      freeSlot(row.key(), seen);
    }

    /** An account that another payment has overtaken pays nothing any more. */
    private void replacePayer(PaymentKey payer) {
      PaymentKey before = order.paying();
      PaymentRow overtaken = before == null || before.equals(payer) ? null : payments.get(before);
      if (overtaken != null && overtaken.role() == Role.PAYS) {
        PaymentRow other = overtaken.in(Role.OTHER);
        session.savePayment(other);
        payments.put(other.key(), other);
      }
    }

    private boolean closesWithAccount() {
      return session.refunds(order.orderId()).stream()
          .anyMatch(refund -> refund.kind() == RefundRow.Kind.CLOSE_ACCOUNT);
    }

    private void move(State to, @Nullable PaymentKey payer) {
      if (order.state() != to || !Objects.equals(order.paying(), payer)) {
        changed = true;
      }
      order = order.moved(to, payer);
    }

    /** Freed by proof; a refusal proves something of the call's own request alone. */
    private void freeSlot(PaymentKey key, Observation seen) {
      Slot slot = order.slot();
      if (slot == null || !slot.payment().equals(key)) {
        return;
      }
      if (seen.endsCapture()) {
        freeSlot(key);
      } else if (call != null && (seen.freesSlot() || (!call.sends() && seen.isUntouched()))) {
        order = call.refused(order);
        changed |= order.slot() == null;
        slotGivenBack |= !slot.equals(order.slot());
      }
    }

    private void freeSlot(PaymentKey key) {
      if (order.slot() != null && order.slot().payment().equals(key)) {
        order = order.with(null, order.attempts());
        changed = true;
      }
    }
  }
}
