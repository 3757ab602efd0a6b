package kr.pgsdk.durable;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Payments that survive the death of a process. The SDK writes each intention before it sends a
 * request, and writes the result after the response. It calls the shop's handler once for each
 * change, in one transaction with the mark that the event was delivered. If a server dies in
 * between, {@link #resume} of any server finishes its work.
 *
 * <p>The SDK never calls a gateway inside a database transaction, and holds no connection during a
 * call. So a verb that calls a gateway throws {@link IllegalStateException} inside a transaction
 * that the store's {@link kr.pgsdk.durable.store.Transactions} know. Only {@link #requestRefund}
 * joins a transaction. Thread-safe; use one object for the life of the application.
 */
public final class DurablePayments implements AutoCloseable {
  private final PaymentStore store;
  private final DurableParts parts;
  private volatile @Nullable ResumeLoop loop;

  DurablePayments(DurableBuilder builder) {
    this.parts = new DurableParts(builder);
    this.store = parts.store;
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
   * safe; another price replaces the old one, unless a payment of the order is under way. Moves no
   * money.
   *
   * @throws IllegalStateException inside a transaction, or while the account's credentials aren't
   *     those of its stored payments (see {@link #adopt}); this holds for all verbs that send a
   *     request
   * @throws IllegalArgumentException if the gateway would refuse the order id or name
   * @throws kr.pgsdk.core.error.PaymentException if the price can't be sent to the gateway now
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
   * handler gets each change once.
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
   * Stores what a webhook names, as a reason to look, and commits. Answer the webhook with the
   * returned status. Then {@code resume} looks, at once if {@link #resumeEvery} runs. Moves no
   * money; only what the gateway shows counts.
   *
   * @return 200; also for an order that isn't the shop's, for which nothing is written
   * @throws IllegalStateException inside a transaction
   * @throws StoreException if it can't be stored: answer 503, so that the gateway sends it again
   */
  public int notified(UntrustedPayment hint) {
    return notified(parts.accounts.ofGateway(hint.gateway()), hint);
  }

  /** As {@link #notified(UntrustedPayment)}, where the shop has several accounts. */
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
   * is closed at the gateway; if the gateway refuses that, the order doesn't change, {@link
   * #attention} lists it until the account ends, and another call of this method asks the gateway
   * again. Moves no money.
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
   * of; without one, in a transaction of its own.
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
   * Requests a refund and sends it now. <strong>Moves money.</strong> All requests with the same id
   * are one refund, on every server.
   *
   * @return the refund's state; {@code resume} goes on with a refund that is in doubt or pending
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

  /** The state of a refund; empty if there is none with this id. */
  public Optional<RefundView> refundState(String refundId) {
    Objects.requireNonNull(refundId, "refundId");
    return store.inNew(session -> session.refund(refundId).map(RefundView::of));
  }

  /**
   * Ends a refund in doubt by what a person found in the gateway's console. Also takes a refund off
   * the list that was refused, given up, or is contradicted by the gateway. With {@link
   * Resolution#NOT_DONE} it also ends a refund that hasn't been sent, which then never is. The
   * decision is recorded. The same decision again changes nothing and is logged. If the gateway
   * later proves the opposite, this proof wins: it is recorded, and the refund is on the list
   * again. Moves no money.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalArgumentException if there is no such refund
   * @throws IllegalStateException if it needs no person, may still be executed, or the gateway
   *     shows the opposite; also inside a transaction
   */
  public void resolve(String refundId, Resolution resolution, String by, String note) {
    parts.requireNoTransaction();
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(resolution, "resolution");
    Ids.person(by);
    Ids.note(note);
    parts.decisions.resolve(refundId, resolution, by, note);
  }

  /**
   * Takes money that was captured twice, too late, or of a wrong amount off the list of what waits
   * for a person: the shop keeps it, or has given it back outside the gateway. The decision is
   * recorded. The same decision again changes nothing. Moves no money.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalStateException if the payment holds no misplaced money, if a refund that may be
   *     of it hasn't ended, or inside a transaction
   */
  public void keep(OrderId orderId, PaymentId paymentId, String by, String note) {
    parts.requireNoTransaction();
    Ids.person(by);
    Ids.note(note);
    parts.decisions.keep(orderId, paymentId, by, note);
  }

  /**
   * Does the work that is due: doubts, orders without news, events that weren't delivered, refunds.
   * Any number of servers may call this at the same time. <strong>May move money</strong>, because
   * refunds do.
   *
   * @param budget after this time it begins nothing new; not below zero
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
   * Starts a thread that calls {@link #resume} again and again until this is closed, and at once
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

  /**
   * Compares what an account's gateway lists of one day in Korea with the store: captures, amounts,
   * refunds and status. If a payment differs, this looks it up first, so that the store learns what
   * it has missed. If it still differs, it is in the stream, and {@code resume} looks at its order
   * again. This changes nothing else, moves no money, and doesn't call the handler.
   *
   * <p>The SDK reads the list when you read the stream: before that it sends nothing, and it holds
   * no connection during a call. Close the stream, with try-with-resources; a stream that is read
   * to its end closes itself. The stream is sequential, and for one thread. The SDK keeps in memory
   * which payments it has listed, about 200 bytes for each. Reading the stream throws the
   * exceptions of {@link kr.pgsdk.core.TransactionList#on}, or a {@code StoreException}; then the
   * report isn't complete.
   *
   * <p>A gateway may list a capture or a cancel late: read a day after it has ended, and again on
   * the next two days.
   *
   * @param account its name; it was added with its list
   * @param seoulDay the day in {@code Asia/Seoul}
   * @throws IllegalStateException inside a transaction, if the account has no list, or if its
   *     stored payments were made with other credentials
   * @throws IllegalArgumentException if the day hasn't begun by the database's clock
   */
  public Stream<Discrepancy> reconcile(String account, LocalDate seoulDay) {
    parts.requireNoTransaction();
    Ids.time(Reconciler.startOf(seoulDay));
    return parts.reconciler.reconcile(account, seoulDay);
  }

  /**
   * Confirms that an account's credentials are a new key of the same merchant. Until then the SDK
   * sends nothing for the account, and {@link #attention} lists it: the database could be a copy of
   * another shop's, or of the live one with test keys. The call is logged.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalArgumentException if no account has this name
   * @throws IllegalStateException if the gateway's {@code credentialFingerprint()} is empty, or
   *     inside a transaction
   */
  public void adopt(String account, String by) {
    parts.requireNoTransaction();
    Ids.person(by);
    parts.fingerprints.adopt(parts.accounts.named(account), by);
    wake();
  }

  /** An order's state, with its payments, refunds and history. */
  public Optional<OrderView> order(OrderId orderId) {
    return parts.views.order(orderId);
  }

  /**
   * What waits for a person, with the reason.
   *
   * @param max how many at most; one or more
   */
  public List<Attention> attention(int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max must be at least 1: " + max);
    }
    return parts.views.attention(max);
  }

  /** What is due, and how many refunds are in which state. */
  public Stats stats() {
    return parts.views.stats();
  }

  /** Work on an event, in its transaction. */
  @FunctionalInterface
  public interface Once {
    /** Does it; whatever it throws, the event counts as not seen. */
    void on(Delivery delivery) throws Exception;
  }

  /**
   * Runs work once for an event that has no order, such as a payout's webhook: the work and the
   * event's id commit together.
   *
   * @param eventId 1 to 250 characters without a blank at an edge, such as a webhook's delivery id
   * @return false if it was done before. This call itself may have done it, if the database's
   *     acknowledgement was lost
   * @throws StoreException if another server does it at the same moment: it is done by then
   */
  public boolean once(String eventId, Once work) {
    parts.requireNoTransaction();
    Ids.eventId(eventId);
    Objects.requireNonNull(work, "work");
    return parts.seen.once(eventId, work);
  }

  /**
   * Deletes orders that ended before {@code before}, are delivered, and have no open refund; and
   * the event ids of {@link #once} that are older. Deletes the oldest first; call it again until it
   * returns 0. An event whose id is deleted counts as new.
   *
   * @return how many
   */
  public int purge(Instant before) {
    parts.requireNoTransaction();
    return parts.retention.purge(Ids.time(before));
  }

  /**
   * Deletes all that is stored of one order, whose buyer asked for it.
   *
   * @throws IllegalStateException if it hasn't ended
   */
  public void erase(OrderId orderId) {
    parts.requireNoTransaction();
    parts.retention.erase(orderId);
  }

  private void wake() {
    ResumeLoop running = loop;
    if (running != null) {
      running.wake();
    }
  }

  /**
   * Ends the thread of {@link #resumeEvery}, and waits for its work, for one call of a gateway at
   * most. Doesn't close the gateways and the database: close them after this.
   */
  @Override
  public void close() {
    ResumeLoop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
