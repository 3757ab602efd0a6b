package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** A buyer is back from the checkout: the confirm, once it may be sent, and what it showed. */
final class Captures {
  private static final String IN_DOUBT = "CAPTURE_IN_DOUBT";

  private final PaymentStore store;
  private final Settings settings;
  private final Recorder recorder;
  private final OrderRefresh refresh;
  private final Deliverer deliverer;
  private final Listeners listeners;

  Captures(
      PaymentStore store,
      Settings settings,
      Recorder recorder,
      OrderRefresh refresh,
      Deliverer deliverer,
      Listeners listeners) {
    this.store = store;
    this.settings = settings;
    this.recorder = recorder;
    this.refresh = refresh;
    this.deliverer = deliverer;
    this.listeners = listeners;
  }

  Arrival returned(Account account, UntrustedReturn back) {
    PaymentKey key =
        back.claimedPaymentId().map(id -> new PaymentKey(account.name(), id.value())).orElse(null);
    String orderId = orderId(back, key);
    if (orderId == null) {
      return Arrivals.notPaid(Arrival.Reason.UNKNOWN_ORDER);
    }
    try {
      return returned(account, back, orderId, key);
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.BUSY) {
        throw e;
      }
      return meanwhile(account, orderId, key);
    }
  }

  /**
   * The order's row is another transaction's, whose handler takes its time. The return is noted as
   * a webhook is, and nothing is waited for; what was captured is recorded when the row is free.
   */
  private Arrival meanwhile(Account account, String orderId, @Nullable PaymentKey key) {
    OrderRow order =
        store
            .inNew(
                session -> {
                  session.hint(new WorkKey(WorkKey.Kind.ORDER, orderId), key);
                  return session.order(orderId);
                })
            .orElse(null);
    return order != null && Arrivals.isPaidBy(order, account, key)
        ? new Arrival.Paid(OrderId.of(orderId))
        : new Arrival.UnderWay(Settings.DOUBT);
  }

  private Arrival returned(
      Account account, UntrustedReturn back, String orderId, @Nullable PaymentKey key) {
    long begun = settings.nanoTime().getAsLong();
    boolean hasToken = back.hasPaymentToken();
    CaptureStart start =
        store.inNew(s -> CaptureStart.of(s, orderId, account, key, hasToken, settings, begun));
    if (start.answer() != null) {
      if (start.known()) {
        deliverer.deliver(orderId);
      }
      return start.answer();
    }
    if (start.order() == null || key == null) {
      return looked(orderId, key);
    }
    return confirmed(account, back, key, start.order(), start.call());
  }

  private @Nullable String orderId(UntrustedReturn back, @Nullable PaymentKey key) {
    return back.claimedOrderId()
        .map(OrderId::value)
        .orElseGet(
            () ->
                key == null
                    ? null
                    : store.inNew(s -> s.payment(key)).map(PaymentRow::orderId).orElse(null));
  }

  private Arrival confirmed(
      Account account,
      UntrustedReturn back,
      PaymentKey key,
      OrderRow order,
      @Nullable CaptureCall call) {
    String orderId = order.orderId();
    // For an order that is paid or closed nothing is captured: its payment is only looked at.
    UntrustedReturn asked = order.state() == State.OPEN ? back : back.withPaymentToken(null);
    Duration left = call == null ? settings.call() : settings.left(call.start());
    if (left == null) {
      takeBack(orderId, call);
      return new Arrival.UnderWay(Settings.DOUBT);
    }
    Confirmation outcome;
    try {
      outcome =
          account
              .within(left)
              .confirm(
                  asked.confirmRequest(
                      PaymentId.of(key.paymentId()), OrderId.of(orderId), order.price()));
    } catch (RejectedRequestException e) {
      takeBack(orderId, call);
      return Arrivals.notPaid(Arrival.Reason.MISMATCH);
    } catch (OutcomeUnknownException e) {
      return inDoubt(orderId);
    } catch (PaymentException e) {
      takeBack(orderId, call);
      if (!account.captures()) { // the checkout may have: it is looked at until the gateway answers
        remember(orderId, key);
      }
      return laterOrThrow(e);
    }
    Observation seen = Observation.of(key, outcome);
    Recorder.Recorded recorded = recorder.record(orderId, order.version(), List.of(seen), call);
    if (recorded.result() != Recorder.Result.DONE || recorded.order() == null) {
      if (call != null && isRefused(outcome, seen)) {
        giveSlotBack(orderId, OrderLock.SOON, call::refused);
      }
      remember(orderId, key);
      return looked(orderId, key);
    }
    deliverer.deliver(orderId);
    return Arrivals.of(recorded.order(), key, List.of(seen));
  }

  private void remember(String orderId, PaymentKey key) {
    store.run(
        session -> {
          session.hint(new WorkKey(WorkKey.Kind.ORDER, orderId), key);
        });
  }

  /** Whether this call captures nothing any more, whatever has happened to the order meanwhile. */
  private static boolean isRefused(Confirmation outcome, Observation seen) {
    return seen.freesSlot()
        && outcome instanceof NotConfirmed refused
        && refused.moneyHeld() == MoneyHeld.NO;
  }

  /** Surely nothing was sent by this call: the slot is free again, or the others'. */
  private void takeBack(String orderId, @Nullable CaptureCall call) {
    if (call != null) {
      giveSlotBack(orderId, OrderLock.PATIENT, call::takenBack);
    }
  }

  private void giveSlotBack(String orderId, OrderLock lock, UnaryOperator<OrderRow> giveBack) {
    store.run(
        session -> {
          OrderRow order = lock.in(session, orderId).orElse(null);
          if (order != null && order.slot() != null) {
            OrderRow back = giveBack.apply(order);
            session.updateOrder(back.slot() == null ? back.next(session.now()) : back);
          }
        });
  }

  private static Arrival laterOrThrow(PaymentException e) {
    if (e instanceof AuthenticationException || !e.isRetryable()) {
      throw e;
    }
    Duration asked = e.retryAfter().orElse(Settings.DOUBT);
    return new Arrival.UnderWay(Settings.atMost(Settings.LONGEST_DOUBT, asked));
  }

  private Arrival inDoubt(String orderId) {
    store.run(
        session -> {
          Instant now = session.now();
          noteDoubt(session, orderId, now);
          session.schedule(new WorkKey(WorkKey.Kind.ORDER, orderId), now.plus(Settings.DOUBT));
        });
    listeners.inDoubt(OrderId.of(orderId));
    return new Arrival.UnderWay(Settings.DOUBT);
  }

  /** A reload while it lasts is no news. */
  private static void noteDoubt(StoreSession session, String orderId, Instant now) {
    List<EventRow> history = session.events(orderId);
    boolean noted = !history.isEmpty() && history.get(history.size() - 1).what().equals(IN_DOUBT);
    if (!noted) {
      session.addEvent(new EventRow(orderId, now, IN_DOUBT, null, null));
    }
  }

  private Arrival looked(String orderId, @Nullable PaymentKey key) {
    OrderRefresh.Look look;
    try {
      look = refresh.look(orderId);
    } catch (OutcomeUnknownException e) {
      return inDoubt(orderId);
    } catch (PaymentException e) {
      return laterOrThrow(e);
    }
    deliverer.deliver(orderId);
    if (look.failure() != null && look.seen().stream().noneMatch(one -> one.key().equals(key))) {
      return laterOrThrow(look.failure());
    }
    return look.order() == null
        ? new Arrival.UnderWay(Settings.DOUBT)
        : Arrivals.of(look.order(), key, look.seen());
  }
}
