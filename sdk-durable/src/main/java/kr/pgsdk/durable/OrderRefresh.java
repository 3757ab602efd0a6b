package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Recorder.Recorded;
import kr.pgsdk.durable.Recorder.Result;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Slot;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the payments of an order and records what it sees. It takes no lease: if the order
 * changed meanwhile, it looks again.
 */
final class OrderRefresh {
  private static final int MOST_LOOKS = 3;
  private static final int MOST_PAYMENTS = 10;

  private final PaymentStore store;
  private final Accounts accounts;
  private final Recorder recorder;
  private final Settings settings;
  private final Prices prices;

  OrderRefresh(
      PaymentStore store, Accounts accounts, Recorder recorder, Settings settings, Prices prices) {
    this.store = store;
    this.accounts = accounts;
    this.recorder = recorder;
    this.settings = settings;
    this.prices = prices;
  }

  /** The same, with {@link OrderLock#SOON}. */
  OrderRefresh soon() {
    return new OrderRefresh(store, accounts, recorder.soon(), settings, prices);
  }

  /**
   * What a look has found.
   *
   * @param order as it is after it; null if it is unknown, or changes faster than looks
   * @param failure why a payment that only a hint has named couldn't be seen; null for none
   */
  record Look(
      @Nullable OrderRow order, List<Observation> seen, @Nullable PaymentException failure) {
    static final Look NOTHING = new Look(null, List.of(), null);
  }

  /** What the gateways show, and why that isn't all; null if it is. */
  private record Seen(List<Observation> payments, @Nullable PaymentException failure) {}

  /**
   * What the store knows before a look.
   *
   * @param named what hints have named since the last one
   */
  private record Known(
      OrderRow order, List<PaymentRow> payments, List<PaymentKey> named, Instant at) {
    static @Nullable Known of(StoreSession session, String orderId) {
      OrderRow order = session.order(orderId).orElse(null);
      return order == null
          ? null
          : new Known(
              order,
              session.payments(orderId),
              session
                  .work(new WorkKey(WorkKey.Kind.ORDER, orderId))
                  .map(WorkRow::named)
                  .orElse(List.of()),
              session.now());
    }

    Money price(PaymentKey key) {
      PaymentRow row =
          payments.stream().filter(payment -> payment.key().equals(key)).findFirst().orElse(null);
      return PaymentRows.price(row, order);
    }
  }

  /**
   * Looks, and takes up what a server that died has left: a capture, a new price. A payment that
   * only a hint has named keeps no other from being seen: a forged webhook may name any.
   *
   * @throws PaymentException if a gateway can't be asked now
   */
  Look look(String orderId) {
    return look(orderId, true, List.of());
  }

  /**
   * As {@link #look}, at a payment that the order may have too, and changes nothing at the gateway.
   */
  Look onlyLook(String orderId, PaymentKey also) {
    return look(orderId, false, List.of(also));
  }

  private Look look(String orderId, boolean acts, List<PaymentKey> also) {
    boolean twice = false;
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Known known =
          store.inNew(session -> Optional.ofNullable(Known.of(session, orderId))).orElse(null);
      if (known == null) {
        return Look.NOTHING;
      }
      if (acts) {
        prepareAgain(known.order());
      }
      CaptureCall call = captureCall(known, acts);
      Seen all = observe(known, call != null && call.sends() ? call : null, also);
      List<Observation> seen = all.payments();
      if (twice) {
        seen = seen.stream().map(Observation::again).toList();
      }
      Recorded recorded = recorder.record(orderId, known.order().version(), seen, call);
      if (recorded.result() == Result.DONE) {
        return new Look(recorded.order(), seen, all.failure());
      }
      twice = recorded.result() == Result.DOUBTFUL;
    }
    return Look.NOTHING; // it changes faster than looks: whoever changes it records it
  }

  /**
   * The call with which this look goes on with a capture; null if it only looks at it.
   *
   * @param acts whether it may capture
   */
  private @Nullable CaptureCall captureCall(Known known, boolean acts) {
    Slot slot = known.order().slot();
    if (slot == null) {
      return null;
    }
    if (!acts || !isOpen(known.order()) || !capturesAgain(slot)) {
      return CaptureCall.look(slot, known.at());
    }
    long start = settings.nanoTime().getAsLong();
    return store
        .inNew(session -> Optional.ofNullable(begun(session, known.order(), start)))
        .orElse(null);
  }

  /** Without a token, which the browser brought, nothing can be captured again. */
  private boolean capturesAgain(Slot slot) {
    Account account = accounts.known(slot.payment().account());
    return account != null && account.captures();
  }

  /** Null if the order has changed since: then it is looked at again. */
  private @Nullable CaptureCall begun(StoreSession session, OrderRow known, long start) {
    OrderRow order = recorder.lock().in(session, known.orderId()).orElse(null);
    if (order == null || order.version() != known.version() || order.slot() == null) {
      return null;
    }
    CaptureCall call =
        CaptureCall.begin(
            order.slot(), order.slot().payment(), session.now(), settings.call(), start);
    session.updateOrder(order.with(call.slot(), order.attempts()));
    return call;
  }

  private Seen observe(Known known, @Nullable CaptureCall call, List<PaymentKey> also) {
    OrderRow order = known.order();
    PaymentException failure = null;
    List<Observation> seen = new ArrayList<>();
    PaymentKey slot = order.slot() == null ? null : order.slot().payment();
    Set<PaymentKey> others = new LinkedHashSet<>();
    known.payments().stream()
        .filter(payment -> mayChange(payment, order))
        .limit(MOST_PAYMENTS)
        .forEach(payment -> others.add(payment.key()));
    others.addAll(also);
    others.remove(slot);
    Set<PaymentKey> named = new LinkedHashSet<>(known.named());
    named.removeAll(others);
    named.remove(slot);
    if (slot != null) {
      add(seen, slot, order, order.price(), call);
    }
    others.forEach(key -> add(seen, key, order, known.price(key), null));
    PaymentKey found = found(order);
    if (found != null && !found.equals(slot) && !others.contains(found)) {
      named.remove(found);
      add(seen, found, order, order.price(), null);
    }
    for (PaymentKey key : named) {
      try {
        add(seen, key, order, known.price(key), null);
      } catch (PaymentException e) {
        failure = e;
      }
    }
    return new Seen(seen, failure);
  }

  private static boolean isOpen(OrderRow order) {
    return order.state() == State.OPEN || order.state() == State.AWAITING;
  }

  /** Whether money may come or go by a payment without anybody's saying so. */
  private static boolean mayChange(PaymentRow payment, OrderRow order) {
    return payment.role() != Role.OTHER
        || payment.holdsMoney()
        || PaymentRows.isAwaiting(payment)
        || payment.key().equals(order.paying());
  }

  /**
   * Confirms again what a server that died may have been confirming: the key is made from the
   * payment, so nothing is captured twice. Everything else is only looked at.
   */
  private void add(
      List<Observation> seen,
      PaymentKey key,
      OrderRow order,
      Money price,
      @Nullable CaptureCall call) {
    Account account = accounts.known(key.account());
    if (account == null || price.isZero()) {
      return;
    }
    ConfirmRequest.Builder request =
        ConfirmRequest.builder(PaymentId.of(key.paymentId()), OrderId.of(order.orderId()), price);
    Duration left = call == null ? null : settings.left(call.start());
    if (left == null) {
      request.withoutCapture();
    }
    Duration deadline = left == null ? settings.call() : left;
    seen.add(Observation.of(key, account.within(deadline).confirm(request.build())));
  }

  /** The payment that the gateway shows for the order, where the checkout itself captures. */
  private @Nullable PaymentKey found(OrderRow order) {
    Account account = accounts.known(order.account());
    if (account == null || order.price().isZero() || account.captures()) {
      return null;
    }
    return account
        .within(settings.call())
        .find(PaymentLookup.byOrderId(OrderId.of(order.orderId())))
        .map(shown -> new PaymentKey(account.name(), shown.paymentId().value()))
        .orElse(null);
  }

  /** Tells the gateway a price that an earlier server couldn't tell it, or may have told late. */
  private void prepareAgain(OrderRow seen) {
    Account account = accounts.known(seen.account());
    if (account == null || !isToBeTold(seen)) {
      return;
    }
    long start = settings.nanoTime().getAsLong();
    Prices.Telling telling =
        store
            .inNew(
                session ->
                    session
                        .lockOrder(seen.orderId())
                        .filter(order -> order.account().equals(account.name()))
                        .filter(OrderRefresh::isToBeTold)
                        .filter(order -> !Prices.isBeingTold(order, session.now()))
                        .map(order -> prices.begin(session, order, start)))
            .orElse(null);
    if (telling != null) {
      prices.tellAgain(
          telling,
          account,
          PrepareRequest.builder(OrderId.of(seen.orderId()), telling.price())
              .replaceAmount(true)
              .build());
    }
  }

  private static boolean isToBeTold(OrderRow order) {
    Money prepared = order.preparedPrice();
    boolean differs = prepared != null && !prepared.equals(order.price());
    return order.state() == State.OPEN
        && !order.price().isZero()
        && (differs || order.preparingUntil() != null);
  }
}
