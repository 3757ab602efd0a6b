package kr.pgsdk.durable;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Delivered;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the shop's handler what has changed of an order, in one transaction with the mark that it
 * was told. It needs no gateway and no lease: the order's row is locked, so any server may do it.
 */
final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final int LONGEST_ERROR = 500;

  private final PaymentStore store;
  private final PaymentEventHandler handler;
  private final @Nullable EffectsHandler effects;
  private final RefundRequests requests;
  private final Schedule schedule;
  private final Listeners listeners;

  Deliverer(
      PaymentStore store,
      PaymentEventHandler handler,
      @Nullable EffectsHandler effects,
      RefundRequests requests,
      Schedule schedule,
      Listeners listeners) {
    this.store = store;
    this.handler = handler;
    this.effects = effects;
    this.requests = requests;
    this.schedule = schedule;
    this.listeners = listeners;
  }

  /** What the shop's handler threw; the transaction is rolled back by it. */
  private static final class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlerFailure(Throwable cause) {
      super(cause);
    }

    Throwable failure() {
      Throwable cause = getCause();
      return cause == null ? this : cause;
    }
  }

  /** What became of a delivery. */
  enum Result {
    /** The handler was told. */
    TOLD,
    /** Nothing is new. */
    NOTHING,
    /** The handler failed, which is noted: it is told again later. */
    FAILED,
    /** Another transaction has the order, such as another server that delivers it. */
    BUSY
  }

  /** Delivers what is new of an order. */
  Result deliver(String orderId) {
    List<PaymentEvent> told;
    try {
      told = store.inNewOfShop(session -> told(session, orderId));
    } catch (HandlerFailure e) {
      failed(orderId, e.failure());
      return Result.FAILED;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.BUSY) {
        return Result.BUSY; // it stays due, and the handler has nothing to do with it
      }
      failed(orderId, e);
      return Result.FAILED;
    } catch (RuntimeException e) {
      // Also a commit that a framework refused because the handler had marked it rollback-only.
      failed(orderId, e);
      return Result.FAILED;
    }
    told.forEach(listeners::delivered);
    if (!told.isEmpty() && effects != null) {
      tellEffects(orderId);
    }
    return told.isEmpty() ? Result.NOTHING : Result.TOLD;
  }

  private List<PaymentEvent> told(StoreSession session, String orderId) {
    OrderRow order = OrderLock.SOON.in(session, orderId).orElse(null);
    if (order == null || !order.isUndelivered()) {
      return List.of();
    }
    List<PaymentRow> payments = session.payments(orderId);
    HandlerReport now = HandlerReport.of(order, payments);
    CancelRows cancels = new CancelRows(session, store.shop(), orderId);
    List<PaymentEvent> events =
        Events.between(order, HandlerReport.parse(order.delivered().told()), now, cancels::done);
    Delivered before = order.delivered();
    OrderRow told =
        order.with(new Delivered(order.version(), now.toText(), 0, null, before.effects()));
    session.updateOrder(told); // before the handler, so that it is gone if that loses everything
    for (int i = 0; i < events.size(); i++) {
      String id = orderId + "." + order.version() + "." + i;
      handle(events.get(i), new Delivery(id, session, r -> requests.insert(session, r)));
    }
    Instant at = session.now();
    if (!session.scheduleDelivered(told, schedule.next(told, payments, at))) {
      throw new IllegalStateException(
          "the database rolled back the handler's work, but the handler didn't fail: don't catch"
              + " the exception");
    }
    if (!events.isEmpty() && effects != null) {
      session.insertWork(effectsOf(orderId), at);
      session.hint(effectsOf(orderId)); // a server that is at work on it now comes again
    }
    return events;
  }

  private static WorkKey effectsOf(String orderId) {
    return new WorkKey(WorkKey.Kind.EFFECTS, orderId);
  }

  private static WorkKey key(String orderId) {
    return new WorkKey(WorkKey.Kind.ORDER, orderId);
  }

  @SuppressWarnings("CatchThrowable") // every Throwable of the shop's rolls back
  private void handle(PaymentEvent event, Delivery delivery) {
    try {
      handler.handle(event, delivery);
    } catch (Throwable e) {
      throw new HandlerFailure(e);
    }
  }

  private void failed(String orderId, Throwable failure) {
    int failures =
        store.inNew(
            session -> {
              OrderRow order = session.lockOrder(orderId).orElse(null);
              if (order == null || !order.isUndelivered()) {
                return 0;
              }
              Delivered before = order.delivered();
              int now = before.failures() + 1;
              session.updateOrder(
                  order.with(
                      new Delivered(
                          before.version(), before.told(), now, name(failure), before.effects())));
              session.schedule(key(orderId), schedule.afterFailures(now, session.now()));
              return now;
            });
    if (failures > 0) {
      LOG.warn(
          "order {}: the handler failed for the {}. time; the payment is recorded, and is delivered"
              + " again later",
          orderId,
          failures,
          failure);
      listeners.handlerFailed(OrderId.of(orderId), failures, failure);
    }
  }

  /** Its class and where it was thrown: a message may hold a buyer's data. */
  private static String name(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String name = failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    return name.length() <= LONGEST_ERROR ? name : name.substring(0, LONGEST_ERROR);
  }

  /** What the handler of effects is to be told. */
  private record Untold(OrderRow order, @Nullable WorkRow work) {}

  /** Tells the handler of effects what it doesn't know yet; whether it is told all. */
  boolean tellEffects(String orderId) {
    EffectsHandler told = effects;
    Untold untold =
        store
            .inNew(
                session ->
                    session
                        .order(orderId)
                        .map(
                            order ->
                                new Untold(order, session.work(effectsOf(orderId)).orElse(null))))
            .orElse(null);
    if (told == null || untold == null) {
      return true;
    }
    Delivered state = untold.order().delivered();
    HandlerReport known = HandlerReport.parse(state.effects());
    HandlerReport now = HandlerReport.parse(state.told());
    List<PaymentEvent> events = Events.between(untold.order(), known, now, key -> List.of());
    try {
      for (int i = 0; i < events.size(); i++) {
        told.tell(events.get(i), orderId + "." + state.version() + "." + i);
      }
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      LOG.warn("order {}: the afterwards handler failed; it is called again later", orderId, e);
      return false;
    }
    store.run(session -> effectsTold(session, orderId, state.told(), untold.work()));
    return true;
  }

  /** What came meanwhile is told once more, also if another server has told it: ours was later. */
  private static void effectsTold(
      StoreSession session, String orderId, String told, @Nullable WorkRow work) {
    OrderRow locked = session.lockOrder(orderId).orElse(null);
    if (locked == null) {
      return;
    }
    Delivered d = locked.delivered();
    session.updateOrder(
        locked.with(new Delivered(d.version(), d.told(), d.failures(), d.error(), told)));
    if (!d.told().equals(told)) {
      session.hint(effectsOf(orderId));
    } else if (work != null) {
      boolean unused = session.release(work, null, 0, true);
    }
  }
}
