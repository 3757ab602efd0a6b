package kr.pgsdk.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.durable.Recorder.Recorded;
import kr.pgsdk.durable.Recorder.Result;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the payments of an order and records what it sees. It takes no lease: if the order
 * changed meanwhile, it looks again.
 */
final class Looker {
  private static final int MOST_LOOKS = 3;
  private static final int MOST_PAYMENTS = 10;

  private final PaymentStore store;
  private final Accounts accounts;
  private final Recorder recorder;
  private final Settings settings;

  Looker(PaymentStore store, Accounts accounts, Recorder recorder, Settings settings) {
    this.store = store;
    this.accounts = accounts;
    this.recorder = recorder;
    this.settings = settings;
  }

  /**
   * What a look has found.
   *
   * @param order as it is after it; null if it is unknown, or changes faster than looks
   */
  record Look(@Nullable OrderRow order, List<Observed> seen) {
    static final Look NOTHING = new Look(null, List.of());
  }

  /** What the store knows before a look. */
  private record Known(OrderRow order, List<PaymentRow> payments) {}

  /**
   * Looks, and takes up what a server that died has left: a capture, a new price.
   *
   * @throws kr.pgsdk.core.error.PaymentException if a gateway can't be asked now
   */
  Look look(String orderId) {
    return look(orderId, true);
  }

  /** As {@link #look}, and changes nothing at the gateway. */
  Look onlyLook(String orderId) {
    return look(orderId, false);
  }

  private Look look(String orderId, boolean acts) {
    boolean twice = false;
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Known known =
          store
              .inNew(
                  session ->
                      session
                          .order(orderId)
                          .map(order -> new Known(order, session.payments(orderId))))
              .orElse(null);
      if (known == null) {
        return Look.NOTHING;
      }
      if (acts) {
        prepareAgain(known.order());
      }
      List<Observed> seen = observe(known, acts);
      if (twice) {
        seen = seen.stream().map(Observed::again).toList();
      }
      Recorded recorded = recorder.record(orderId, known.order().version(), seen);
      if (recorded.result() == Result.DONE) {
        return new Look(recorded.order(), seen);
      }
      twice = recorded.result() == Result.DOUBTFUL;
    }
    return Look.NOTHING; // it changes faster than looks: whoever changes it records it
  }

  private List<Observed> observe(Known known, boolean acts) {
    OrderRow order = known.order();
    List<Observed> seen = new ArrayList<>();
    List<PaymentKey> looked = new ArrayList<>();
    PaymentKey slot = order.slot() == null ? null : order.slot().payment();
    if (slot != null) {
      looked.add(slot);
      add(seen, slot, order, order.price(), acts && isOpen(order));
    }
    for (PaymentRow payment : known.payments()) {
      if (!payment.key().equals(slot)
          && mayChange(payment, order)
          && looked.size() < MOST_PAYMENTS) {
        looked.add(payment.key());
        add(seen, payment.key(), order, PaymentRows.price(payment, order), false);
      }
    }
    PaymentKey found = found(order);
    if (found != null && !looked.contains(found)) {
      add(seen, found, order, order.price(), false);
    }
    return seen;
  }

  private static boolean isOpen(OrderRow order) {
    return order.state() == State.OPEN || order.state() == State.AWAITING;
  }

  /** Whether money may come or go by a payment without anybody's saying so. */
  static boolean mayChange(PaymentRow payment, OrderRow order) {
    return payment.role() != Role.OTHER
        || payment.holdsMoney()
        || payment.outcome().equals(Observed.NAMED)
        || PaymentRows.isAwaiting(payment)
        || payment.key().equals(order.paying());
  }

  /**
   * Confirms again what a server that died may have been confirming: the key is made from the
   * payment, so nothing is captured twice. Everything else is only looked at.
   */
  private void add(
      List<Observed> seen, PaymentKey key, OrderRow order, Money price, boolean capture) {
    Account account = accounts.known(key.account());
    if (account == null || price.isZero()) {
      return;
    }
    ConfirmRequest.Builder request =
        ConfirmRequest.builder(PaymentId.of(key.paymentId()), OrderId.of(order.orderId()), price);
    if (!capture) {
      request.withoutCapture();
    }
    Confirmation outcome = account.within(settings.call()).confirm(request.build());
    seen.add(Observed.of(key, outcome));
  }

  /** The payment that the gateway shows for the order, where the checkout itself captures. */
  private @Nullable PaymentKey found(OrderRow order) {
    Account account = accounts.known(order.account());
    if (account == null || order.price().isZero() || account.captures()) {
      return null;
    }
    Optional<Payment> payment =
        account.within(settings.call()).find(PaymentLookup.byOrderId(OrderId.of(order.orderId())));
    return payment
        .map(shown -> new PaymentKey(account.name(), shown.paymentId().value()))
        .orElse(null);
  }

  /** Tells the gateway a new price that an earlier server couldn't tell it. */
  private void prepareAgain(OrderRow order) {
    Account account = accounts.known(order.account());
    Money prepared = order.preparedPrice();
    if (account == null
        || prepared == null
        || prepared.equals(order.price())
        || order.state() != State.OPEN) {
      return;
    }
    account
        .within(settings.call())
        .prepare(
            PrepareRequest.builder(OrderId.of(order.orderId()), order.price())
                .replaceAmount(true)
                .build());
    prepared(order.orderId(), account.name(), order.price());
  }

  /**
   * Records that an account's gateway has been told a price.
   *
   * @return false if the order costs another one by now: the gateway is told that again by resume
   */
  boolean prepared(String orderId, String account, Money price) {
    return store.inNew(
        session -> {
          OrderRow order = session.lockOrder(orderId).orElse(null);
          if (order == null || !order.account().equals(account)) {
            return false;
          }
          session.updateOrder(order.priced(order.price(), account, price));
          boolean current = order.price().equals(price);
          if (!current) {
            session.hint(new WorkKey(WorkKey.Kind.ORDER, orderId));
          }
          return current;
        });
  }
}
