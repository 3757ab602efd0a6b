package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Attempts;
import kr.pgsdk.durable.store.OrderRow.Delivered;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;

/** Opens orders for their checkout, and closes them. */
final class Openings {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final PaymentStore store;
  private final Accounts accounts;
  private final Settings settings;
  private final Looker looker;
  private final RefundRequests requests;

  Openings(
      PaymentStore store,
      Accounts accounts,
      Settings settings,
      Looker looker,
      RefundRequests requests) {
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.looker = looker;
    this.requests = requests;
  }

  Checkout open(OpenOrder asked) {
    Account account = accounts.own(accounts.chosen(asked.account().orElse(null)));
    boolean free = asked.price().isZero();
    PrepareRequest request = free ? null : prepareRequest(asked);
    Checkout decided =
        store.inNew(session -> Optional.ofNullable(opened(session, asked, account))).orElse(null);
    if (decided != null || request == null) {
      return decided != null ? decided : new Checkout.Free();
    }
    // The price stands in the store before the gateway is told, so it can be told again.
    Preparation preparation = account.within(settings.call()).prepare(request);
    return looker.prepared(asked.orderId().value(), account.name(), asked.price())
        ? new Checkout.Ready(account.name(), preparation)
        : new Checkout.UnderWay(SHORTEST_WAIT); // opened at another price meanwhile
  }

  private static PrepareRequest prepareRequest(OpenOrder asked) {
    PrepareRequest.Builder request =
        PrepareRequest.builder(asked.orderId(), asked.price())
            .replaceAmount(true)
            .checkout(asked.checkout());
    asked.orderName().ifPresent(request::orderName);
    return request.build();
  }

  /** Null if the checkout may be prepared. */
  private @Nullable Checkout opened(StoreSession session, OpenOrder asked, Account account) {
    String id = asked.orderId().value();
    Instant now = session.now();
    boolean free = asked.price().isZero();
    session.insertOrder(
        new OrderRow(
            id,
            asked.price(),
            account.name(),
            null,
            free ? State.PAID : State.OPEN,
            free ? 1 : 0,
            null,
            null,
            Delivered.NOTHING,
            new Attempts(0, now),
            now,
            now));
    session.insertWork(
        new WorkKey(WorkKey.Kind.ORDER, id),
        free ? now : account.captures() ? null : now.plus(settings.window()));
    OrderRow order = session.lockOrder(id).orElseThrow();
    if (order.state() == State.CLOSED) {
      return new Checkout.Closed();
    }
    if (order.state() == State.PAID) {
      return order.price().isZero() ? new Checkout.Free() : new Checkout.Paid();
    }
    boolean otherPrice = !order.price().equals(asked.price());
    if (order.slot() != null) {
      return new Checkout.UnderWay(left(order.slot().until(), now));
    }
    if (order.state() == State.AWAITING && otherPrice) {
      return new Checkout.UnderWay(settings.window());
    }
    if (free) {
      throw new IllegalStateException(
          "order " + id + " was opened at a price: close it, and open a free one with another id");
    }
    if (otherPrice || !order.account().equals(account.name())) {
      Money prepared = order.account().equals(account.name()) ? order.preparedPrice() : null;
      session.updateOrder(order.priced(asked.price(), account.name(), prepared).next(now));
      session.addEvent(new EventRow(id, now, "PRICED", null, asked.price().toString()));
      session.schedule(
          new WorkKey(WorkKey.Kind.ORDER, id), now.plus(Settings.DOUBT.plus(settings.call())));
    } else if (!account.captures()) {
      lookAtWindowsEnd(session, new WorkKey(WorkKey.Kind.ORDER, id), now.plus(settings.window()));
    }
    return null;
  }

  /** A window that opens again, days later perhaps, may capture without anybody's saying so. */
  private static void lookAtWindowsEnd(StoreSession session, WorkKey key, Instant end) {
    Instant due = session.work(key).map(WorkRow::dueAt).orElse(null);
    if (due == null || due.isAfter(end)) {
      session.schedule(key, end);
    }
  }

  static Duration left(Instant until, Instant now) {
    Duration left = Duration.between(now, until);
    return left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
  }

  /** What closing needs besides: an account that is to be closed at the gateway. */
  record Close(Closing closing, @Nullable String refundId) {}

  Close close(OrderId orderId, String why) {
    return store.inNew(
        session -> {
          OrderRow order =
              session
                  .lockOrder(orderId.value())
                  .orElseThrow(() -> new IllegalArgumentException("no order " + orderId));
          Instant now = session.now();
          if (order.state() == State.PAID) {
            return new Close(Closing.PAID, null);
          }
          if (order.slot() != null) {
            return new Close(Closing.UNDER_WAY, null);
          }
          PaymentKey paying = order.paying();
          if (order.state() == State.AWAITING && paying != null) {
            return new Close(Closing.CLOSING_ACCOUNT, closeAccount(session, order, paying, why));
          }
          if (order.state() == State.OPEN) {
            session.updateOrder(order.moved(State.CLOSED, null).next(now));
            session.addEvent(new EventRow(order.orderId(), now, "CLOSED", null, why));
            session.schedule(new WorkKey(WorkKey.Kind.ORDER, order.orderId()), now);
          }
          return new Close(Closing.CLOSED, null);
        });
  }

  private String closeAccount(StoreSession session, OrderRow order, PaymentKey paying, String why) {
    Refund refund =
        Refund.full(Ids.ownRefund("close-", paying), OrderId.of(order.orderId()), why)
            .paymentId(PaymentId.of(paying.paymentId()))
            .build();
    requests.insert(session, refund, paying, RefundRow.Kind.CLOSE_ACCOUNT, session.now());
    return refund.refundId();
  }
}
