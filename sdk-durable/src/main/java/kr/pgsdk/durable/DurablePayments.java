package kr.pgsdk.durable;

import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Payments that outlive the process. What is intended is written before it is sent, what was
 * observed after it is answered, and the shop's handler is told of each change once, in one
 * transaction with the mark that it was told. Whatever died in between, {@link #resume} of any
 * server finishes it.
 *
 * <p>A gateway is never called inside a database transaction, and no connection is held during a
 * call: a verb that calls one throws {@link IllegalStateException} inside a transaction that the
 * store's {@link kr.pgsdk.durable.store.Transactions} know of. Only {@link #requestRefund} joins
 * one. Thread-safe; use one for the life of the application.
 */
public final class DurablePayments implements AutoCloseable {
  private final PaymentStore store;
  private final Parts parts;
  private final ShopOperator operator;
  private volatile @Nullable ResumeLoop loop;

  DurablePayments(DurableBuilder builder) {
    this.parts = new Parts(builder);
    this.store = parts.store;
    this.operator = new ShopOperator(parts, this::wake);
  }

  /**
   * Starts a builder.
   *
   * @param handler what the shop does when a payment changes
   */
  public static DurableBuilder builder(PaymentStore store, PaymentEventHandler handler) {
    return new DurableBuilder(store, handler);
  }

  /**
   * Opens an order for its checkout: from now on it can be paid at this price. Calling it again is
   * safe; with another price the order costs that, unless a payment of it is under way. Moves no
   * money.
   *
   * @throws IllegalStateException inside a transaction, or while the account's credentials aren't
   *     those of its stored payments (see {@link ShopOperator#adopt}); so do all verbs that send
   *     something
   * @throws IllegalArgumentException if the gateway would refuse the order id or name
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be told the price now
   */
  public Checkout open(OpenOrder order) {
    parts.requireNoTransaction();
    parts.accounts.own(order.orderId());
    Checkout checkout = parts.openings.open(order);
    if (checkout instanceof Checkout.Free) {
      parts.deliverer.deliver(order.orderId().value());
    }
    return checkout;
  }

  /**
   * Confirms what a buyer brought back from the checkout of the shop's only account at that
   * gateway. <strong>Moves money</strong>, where confirm captures (Toss, and PortOne's channels
   * with manual confirmation). Safe to repeat, on any server: nothing is captured twice, and the
   * handler is told once.
   *
   * @throws IllegalStateException inside a transaction
   * @throws kr.pgsdk.core.error.AuthenticationException if the gateway refuses the credentials
   */
  public Arrival returned(UntrustedReturn back) {
    return returned(parts.accounts.ofGateway(back.gateway()), back);
  }

  /** As {@link #returned(UntrustedReturn)}, where the shop has several accounts at the gateway. */
  public Arrival returned(String account, UntrustedReturn back) {
    return returned(parts.accounts.named(account), back);
  }

  private Arrival returned(Account account, UntrustedReturn back) {
    parts.requireNoTransaction();
    back.claimedOrderId().ifPresent(parts.accounts::own);
    return parts.captures.returned(parts.accounts.own(account), back);
  }

  /**
   * Notes what a webhook names, as a reason to look. After return it is committed: answer the
   * webhook with the returned status. Then {@code resume} looks, at once where {@link #resumeEvery}
   * runs. Moves no money; nothing is believed but what the gateway shows.
   *
   * @return 200, also for an order that isn't the shop's: nothing is written then
   * @throws IllegalStateException inside a transaction
   * @throws StoreException if it can't be noted: answer 503, and it is sent again
   */
  public int notified(UntrustedPayment hint) {
    return notified(parts.accounts.ofGateway(hint.gateway()), hint);
  }

  /** As {@link #notified(UntrustedPayment)}, where the shop has several parts.accounts. */
  public int notified(String account, UntrustedPayment hint) {
    return notified(parts.accounts.named(account), hint);
  }

  private int notified(Account account, UntrustedPayment hint) {
    parts.requireNoTransaction();
    boolean noted = parts.hints.note(account, hint);
    if (noted) {
      wake();
    }
    return 200;
  }

  /**
   * Closes an order: nothing is captured for it any more. A virtual account that awaits its deposit
   * is closed at the gateway; if the gateway refuses that, the order stays as it is, {@link
   * ShopOperator#attention} lists it until the account ends, and closing it again asks again. Moves
   * no money.
   *
   * @param why at most 200 characters, as a refund's reason
   * @throws IllegalArgumentException if there is no such order
   * @throws IllegalStateException inside a transaction
   */
  public Closing close(OrderId orderId, String why) {
    parts.requireNoTransaction();
    Openings.Close close =
        parts.openings.close(parts.accounts.own(orderId), RefundText.reason(why));
    String refundId = close.refundId();
    if (refundId == null) {
      parts.deliverer.deliver(orderId.value());
      return close.closing();
    }
    parts.resumer.sendNow(refundId);
    return parts.openings.closed(orderId, refundId);
  }

  /**
   * Requests a refund within the caller's transaction, on its connection: it is sent after the
   * commit, by {@code resume}, and never if the caller rolls back. It locks no order.
   *
   * @throws IllegalArgumentException if another refund has this id
   */
  public void requestRefund(Connection yours, Refund refund) {
    Objects.requireNonNull(yours, "yours");
    Objects.requireNonNull(refund, "refund");
    PaymentStore.Action insert = session -> parts.requests.insert(session, refund);
    store.on(yours, insert.asWork());
  }

  /**
   * As {@link #requestRefund(Connection, Refund)}, within the open transaction that the store knows
   * of; outside one it commits by itself.
   */
  public void requestRefund(Refund refund) {
    Objects.requireNonNull(refund, "refund");
    PaymentStore.Action insert = session -> parts.requests.insert(session, refund);
    boolean joins = store.active();
    store.joined(insert.asWork());
    if (!joins) {
      wake();
    }
  }

  /**
   * Requests a refund and sends it now. <strong>Moves money.</strong> The same id is one refund,
   * however often and by whichever server it is asked for.
   *
   * @return where it stands; a doubt or a pending one is worked on by {@code resume}
   * @throws IllegalArgumentException if another refund has this id
   * @throws IllegalStateException inside a transaction
   */
  public RefundView refund(Refund refund) {
    parts.requireNoTransaction();
    parts.accounts.own(refund.orderId());
    store.run(
        session -> {
          parts.requests.insert(session, refund);
        });
    parts.resumer.sendNow(refund.refundId());
    return refundState(refund.refundId()).orElseThrow();
  }

  /** Where a refund stands; empty if there is none with this id. */
  public Optional<RefundView> refundState(String refundId) {
    Objects.requireNonNull(refundId, "refundId");
    return store.inNew(session -> session.refund(refundId).map(RefundView::of));
  }

  /**
   * Takes up what is due: doubts, silent orders, events that weren't delivered, refunds. Any number
   * of servers may do it at once. <strong>May move money</strong>, as what it takes up.
   *
   * @param budget after which nothing new is begun; not below zero
   * @throws IllegalStateException inside a transaction
   */
  public Resumed resume(Duration budget) {
    parts.requireNoTransaction();
    if (budget.isNegative()) {
      throw new IllegalArgumentException("budget must not be negative: " + budget);
    }
    return parts.resumer.resume(budget);
  }

  /**
   * Calls {@link #resume} again and again on a thread of its own until this is closed, and at once
   * after a webhook; for a shop without a scheduler.
   *
   * @param pause between the end of one and the next; more than zero, and at most a day
   */
  public DurablePayments resumeEvery(Duration pause) {
    if (pause.compareTo(Duration.ofMillis(1)) < 0 || pause.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("pause must be 1 millisecond to 1 day: " + pause);
    }
    if (loop != null) {
      throw new IllegalStateException("resumeEvery was called before: once is enough");
    }
    loop = new ResumeLoop(this, pause, parts.settings.call());
    return this;
  }

  /** Where an order stands, with its payments, refunds and history. */
  public Optional<OrderView> order(OrderId orderId) {
    return parts.views.order(orderId);
  }

  /** What the shop's operator does: a page, a daily job, or a console. */
  public ShopOperator operator() {
    return operator;
  }

  /** Work on an event, in its transaction. */
  @FunctionalInterface
  public interface Once {
    /** Does it; whatever it throws, the event counts as not parts.seen. */
    void on(Delivery delivery) throws Exception;
  }

  /**
   * Does something once for an event that has no order, such as a payout's webhook: the work and
   * the mark commit together.
   *
   * @param eventId 1 to 250 characters without a blank at an edge, such as a webhook's delivery id
   * @return false if it was done before, which may have been by this very call, if the database's
   *     acknowledgement of it was lost
   * @throws StoreException if another server does it at the same moment: it is done by then
   */
  public boolean once(String eventId, Once work) {
    parts.requireNoTransaction();
    Ids.eventId(eventId);
    Objects.requireNonNull(work, "work");
    return parts.seen.once(eventId, work);
  }

  private void wake() {
    ResumeLoop running = loop;
    if (running != null) {
      running.wake();
    }
  }

  /**
   * Ends the loop of {@link #resumeEvery}, and waits until what it works on has ended, for one call
   * of a gateway at most: close this before the gateways. The gateways and the database stay the
   * caller's.
   */
  @Override
  public void close() {
    ResumeLoop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
