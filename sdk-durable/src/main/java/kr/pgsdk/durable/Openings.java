package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;

/** Opens orders for their checkout, and closes them. */
final class Openings {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final String CLOSE = "close-";
  private static final int MOST_CLOSINGS = 99;
  private static final Set<RefundRow.State> REFUSALS =
      EnumSet.of(RefundRow.State.REFUSED, RefundRow.State.FAILED, RefundRow.State.RESOLVED);

  private final PaymentStore store;
  private final Accounts accounts;
  private final Settings settings;
  private final Prices prices;
  private final RefundRequests requests;

  Openings(
      PaymentStore store,
      Accounts accounts,
      Settings settings,
      Prices prices,
      RefundRequests requests) {
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.prices = prices;
    this.requests = requests;
  }

  Checkout open(OpenOrder asked) {
    try {
      return opened(asked);
    } catch (StoreException e) {
      return meanwhile(asked.orderId(), e)
          .map(Openings::asItStands)
          .orElseGet(() -> new Checkout.UnderWay(Settings.DOUBT));
    }
  }

  /** The order while a handler holds its row: nothing is changed, and nobody waits. */
  private Optional<OrderRow> meanwhile(OrderId orderId, StoreException e) {
    if (e.kind() != StoreException.Kind.BUSY) {
      throw e;
    }
    return store.inNew(session -> session.order(orderId.value()));
  }

  private static Checkout asItStands(OrderRow order) {
    return switch (order.state()) {
      case CLOSED -> new Checkout.Closed();
      case PAID -> order.price().isZero() ? new Checkout.Free() : new Checkout.Paid();
      case OPEN, AWAITING -> new Checkout.UnderWay(Settings.DOUBT);
    };
  }

  private Checkout opened(OpenOrder asked) {
    Account account = accounts.own(accounts.chosen(asked.account().orElse(null)));
    boolean free = asked.price().isZero();
    PrepareRequest request = free ? null : prepareRequest(asked);
    if (request != null) {
      account.gateway().check(request);
    }
    long start = settings.nanoTime().getAsLong();
    Opened opened = store.inNew(session -> opened(session, asked, account, start));
    Prices.Telling telling = opened.telling();
    if (telling == null || request == null) {
      return Objects.requireNonNull(opened.checkout());
    }
    // The price stands in the store before the gateway is told, so it can be told again.
    Optional<Preparation> preparation = prices.tell(telling, account, request);
    return preparation.isPresent()
        ? new Checkout.Ready(account.name(), preparation.get())
        : new Checkout.UnderWay(SHORTEST_WAIT);
  }

  /** What is answered already, or what the gateway is to be told first. */
  private record Opened(@Nullable Checkout checkout, Prices.@Nullable Telling telling) {
    static Opened as(Checkout checkout) {
      return new Opened(checkout, null);
    }
  }

  private static PrepareRequest prepareRequest(OpenOrder asked) {
    PrepareRequest.Builder request =
        PrepareRequest.builder(asked.orderId(), asked.price())
            .replaceAmount(true)
            .checkout(asked.checkout());
    asked.orderName().ifPresent(request::orderName);
    return request.build();
  }

  private Opened opened(StoreSession session, OpenOrder asked, Account account, long start) {
    String id = asked.orderId().value();
    Instant now = session.now();
    boolean free = asked.price().isZero();
    if (session.order(id).isEmpty()) { // an insert would wait for a handler that has the row
      insert(session, asked, account, now);
    }
    OrderRow order = OrderLock.SOON.in(session, id).orElseThrow();
    if (order.state() == State.CLOSED || order.state() == State.PAID) {
      return Opened.as(asItStands(order));
    }
    boolean otherPrice = !order.price().equals(asked.price());
    if (order.slot() != null) {
      return Opened.as(new Checkout.UnderWay(left(order.slot().until(), now)));
    }
    if (order.state() == State.AWAITING && otherPrice) {
      return Opened.as(new Checkout.UnderWay(settings.window()));
    }
    if (free) {
      throw new IllegalStateException(
          "order " + id + " was opened at a price: close it, and open a free one with another id");
    }
    boolean other = otherPrice || !order.account().equals(account.name());
    if (other && Prices.isBeingTold(order, now)) {
      Instant until = Objects.requireNonNull(order.preparingUntil());
      return Opened.as(new Checkout.UnderWay(left(until, now)));
    }
    WorkKey key = new WorkKey(WorkKey.Kind.ORDER, id);
    if (other) {
      session.addEvent(new EventRow(id, now, "PRICED", null, asked.price().toString()));
      session.schedule(key, now.plus(Settings.DOUBT.plus(settings.call())));
    } else if (!account.captures()) {
      lookAtWindowsEnd(session, key, now.plus(settings.window()));
    }
    OrderRow priced = other ? order.priced(asked.price(), account.name()).next(now) : order;
    return new Opened(null, prices.begin(session, priced, start));
  }

  private void insert(StoreSession session, OpenOrder asked, Account account, Instant now) {
    boolean free = asked.price().isZero();
    session.insertOrder(
        new OrderRow(
            asked.orderId().value(),
            asked.price(),
            account.name(),
            null,
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
        new WorkKey(WorkKey.Kind.ORDER, asked.orderId().value()),
        free ? now : account.captures() ? null : now.plus(settings.window()));
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
    try {
      return closing(orderId, why);
    } catch (StoreException e) {
      State state = meanwhile(orderId, e).map(OrderRow::state).orElse(State.OPEN);
      return new Close(
          switch (state) {
            case PAID -> Closing.PAID;
            case CLOSED -> Closing.CLOSED;
            case OPEN, AWAITING -> Closing.UNDER_WAY;
          },
          null);
    }
  }

  private Close closing(OrderId orderId, String why) {
    return store.inNew(
        session -> {
          OrderRow order =
              OrderLock.SOON
                  .in(session, orderId.value())
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

  /** Asks for it once, and again after the gateway has refused. */
  private String closeAccount(StoreSession session, OrderRow order, PaymentKey paying, String why) {
    String id = Ids.ownRefund(CLOSE, paying);
    for (int again = 2; again <= MOST_CLOSINGS && isRefused(session, id); again++) {
      id = Ids.ownRefund("close" + again + "-", paying);
    }
    if (session.refund(id).isEmpty()) {
      Refund refund =
          Refund.full(id, OrderId.of(order.orderId()), why)
              .paymentId(PaymentId.of(paying.paymentId()))
              .build();
      requests.insert(session, refund, paying, RefundRow.Kind.CLOSE_ACCOUNT);
    }
    return id;
  }

  private static boolean isRefused(StoreSession session, String refundId) {
    return session.refund(refundId).filter(row -> REFUSALS.contains(row.state())).isPresent();
  }

  /** What has become of an order whose account was to be closed. */
  Closing closed(OrderId orderId, String refundId) {
    return store.inNew(
        session -> {
          OrderRow order = session.order(orderId.value()).orElseThrow();
          RefundRow closing = session.refund(refundId).orElseThrow();
          if (order.state() == State.PAID || closing.state() == RefundRow.State.DEPOSITED) {
            return Closing.PAID;
          }
          if (order.state() == State.CLOSED || closing.state() == RefundRow.State.DONE) {
            return Closing.CLOSED;
          }
          return REFUSALS.contains(closing.state())
              ? Closing.ACCOUNT_STAYS_OPEN
              : Closing.CLOSING_ACCOUNT;
        });
  }
}
