package kr.pgsdk.durable;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final Duration LONGEST_WORK = Duration.ofSeconds(60); // after a sending's end

  private final PaymentStore store;
  private final Accounts accounts;
  private final RefundRequests requests;
  private final Openings openings;
  private final Captures captures;
  private final Deliverer deliverer;
  private final Resumer resumer;
  private final Views views;
  private final Duration longestCall;
  private volatile @Nullable ResumeLoop loop;

  private DurablePayments(Builder builder) {
    this.store = builder.store;
    this.accounts = new Accounts(builder.accounts);
    Settings settings = builder.settings;
    Listeners listeners = new Listeners(builder.listeners);
    this.requests = new RefundRequests(store.shop(), builder.sealer);
    Schedule schedule = new Schedule(accounts, settings);
    Misplaced misplaced = new Misplaced(builder.refundDuplicates, builder.refundLate, requests);
    Recorder recorder = new Recorder(store, misplaced, schedule);
    Looker looker = new Looker(store, accounts, recorder, settings);
    this.deliverer =
        new Deliverer(store, builder.handler, builder.effects, requests, schedule, listeners);
    this.openings = new Openings(store, accounts, settings, looker, requests);
    this.captures = new Captures(store, settings, recorder, looker, deliverer, listeners);
    Refunds refunds =
        new Refunds(
            store, accounts, settings, builder.sealer, recorder, looker, deliverer, listeners);
    this.resumer = new Resumer(store, settings, looker, deliverer, refunds, schedule, listeners);
    this.views = new Views(store);
    this.longestCall = settings.call();
    store.check().forEach(warning -> LOG.warn("{}", warning));
  }

  /**
   * Starts a builder.
   *
   * @param handler what the shop does when a payment changes
   */
  public static Builder builder(PaymentStore store, PaymentEventHandler handler) {
    return new Builder(store, handler);
  }

  /**
   * Opens an order for its checkout: from now on it can be paid at this price. Calling it again is
   * safe; with another price the order costs that, unless a payment of it is under way. Moves no
   * money.
   *
   * @throws IllegalStateException inside a transaction
   * @throws IllegalArgumentException if the gateway would refuse the order id or name
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be told the price now
   */
  public Checkout open(OpenOrder order) {
    requireNoTransaction();
    Checkout checkout = openings.open(order);
    if (checkout instanceof Checkout.Free) {
      deliverer.deliver(order.orderId().value());
    }
    return checkout;
  }

  /**
   * Confirms what a buyer brought back from the checkout of the shop's only account at that
   * gateway. <strong>Moves money</strong>, where confirm captures (Toss). Safe to repeat, on any
   * server: nothing is captured twice, and the handler is told once.
   *
   * @throws IllegalStateException inside a transaction
   * @throws kr.pgsdk.core.error.AuthenticationException if the gateway refuses the credentials
   */
  public Arrival returned(UntrustedReturn back) {
    return returned(accounts.ofGateway(back.gateway()), back);
  }

  /** As {@link #returned(UntrustedReturn)}, where the shop has several accounts at the gateway. */
  public Arrival returned(String account, UntrustedReturn back) {
    return returned(accounts.named(account), back);
  }

  private Arrival returned(Account account, UntrustedReturn back) {
    requireNoTransaction();
    return captures.returned(account, back);
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
    return notified(accounts.ofGateway(hint.gateway()), hint);
  }

  /** As {@link #notified(UntrustedPayment)}, where the shop has several accounts. */
  public int notified(String account, UntrustedPayment hint) {
    return notified(accounts.named(account), hint);
  }

  private int notified(Account account, UntrustedPayment hint) {
    requireNoTransaction();
    PaymentKey key =
        hint.claimedPaymentId().map(id -> new PaymentKey(account.name(), id.value())).orElse(null);
    boolean noted = store.inNew(session -> noted(session, hint, key));
    ResumeLoop running = loop;
    if (noted && running != null) {
      running.wake();
    }
    return 200;
  }

  private static boolean noted(
      StoreSession session, UntrustedPayment hint, @Nullable PaymentKey key) {
    String orderId = hint.claimedOrderId().map(OrderId::value).orElse(null);
    if (orderId == null && key != null) {
      orderId = session.payment(key).map(payment -> payment.orderId()).orElse(null);
    }
    OrderRow order = orderId == null ? null : session.lockOrder(orderId).orElse(null);
    if (order == null) {
      return false;
    }
    Captures.name(session, order, key);
    session.hint(new WorkKey(WorkKey.Kind.ORDER, order.orderId()));
    return true;
  }

  /**
   * Closes an order: nothing is captured for it any more. A virtual account that awaits its deposit
   * is closed at the gateway. Moves no money.
   *
   * @throws IllegalArgumentException if there is no such order
   * @throws IllegalStateException inside a transaction
   */
  public Closing close(OrderId orderId, String why) {
    requireNoTransaction();
    Openings.Close close = openings.close(orderId, why);
    String refundId = close.refundId();
    if (refundId == null) {
      deliverer.deliver(orderId.value());
      return close.closing();
    }
    resumer.sendNow(refundId);
    RefundRow.State state = store.inNew(session -> session.refund(refundId).orElseThrow().state());
    return switch (state) {
      case DONE -> Closing.CLOSED;
      case DEPOSITED -> Closing.PAID;
      default -> Closing.CLOSING_ACCOUNT;
    };
  }

  /**
   * Requests a refund within the caller's transaction, on its connection: it is sent after the
   * commit, by {@code resume}, and never if the caller rolls back. It locks no order.
   *
   * @throws IllegalArgumentException if another refund has this id
   */
  public void requestRefund(Connection yours, Refund refund) {
    PaymentStore.Action insert = session -> requests.insert(session, refund);
    store.on(yours, insert.asWork());
  }

  /**
   * As {@link #requestRefund(Connection, Refund)}, within the open transaction that the store knows
   * of; outside one it commits by itself.
   */
  public void requestRefund(Refund refund) {
    PaymentStore.Action insert = session -> requests.insert(session, refund);
    boolean joins = store.active();
    store.joined(insert.asWork());
    ResumeLoop running = loop;
    if (!joins && running != null) {
      running.wake();
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
    requireNoTransaction();
    store.run(
        session -> {
          requests.insert(session, refund);
        });
    resumer.sendNow(refund.refundId());
    return refundState(refund.refundId()).orElseThrow();
  }

  /** Where a refund stands; empty if there is none with this id. */
  public Optional<RefundView> refundState(String refundId) {
    return store.inNew(session -> session.refund(refundId).map(RefundView::of));
  }

  /**
   * Ends a refund in doubt by what a person found in the gateway's console, or takes one off the
   * list that was refused or given up. It is recorded.
   *
   * @param by who
   * @throws IllegalStateException if it needs no person, or may still be executed
   */
  public void resolve(String refundId, Resolution resolution, String by, String note) {
    requireNoTransaction();
    String orderId =
        store.inNew(
            session -> {
              RefundRow refund =
                  session
                      .lockRefund(refundId)
                      .orElseThrow(() -> new IllegalArgumentException("no refund " + refundId));
              Instant now = session.now();
              requireOpenForPerson(refund, now);
              boolean done = resolution == Resolution.DONE;
              session.updateRefund(
                  refund.ended(
                      done ? RefundRow.State.DONE : RefundRow.State.RESOLVED,
                      refund.pinned(),
                      null,
                      refund.code(),
                      "resolved by " + by,
                      now));
              session.addEvent(
                  new EventRow(refund.orderId(), now, "RESOLVED_" + resolution, by, note));
              session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
              return refund.orderId();
            });
    LOG.info("order {}: refund {} was resolved as {} by {}", orderId, refundId, resolution, by);
  }

  private static void requireOpenForPerson(RefundRow refund, Instant now) {
    if (refund.state() == RefundRow.State.REFUSED || refund.state() == RefundRow.State.FAILED) {
      return;
    }
    if (refund.state() == RefundRow.State.PENDING
        && now.isAfter(refund.createdAt().plus(Views.LONGEST_PENDING))) {
      return;
    }
    if (refund.state() != RefundRow.State.UNKNOWN) {
      throw new IllegalStateException(
          "refund " + refund.refundId() + " needs no person: it is " + refund.state());
    }
    Instant over = refund.sentUntil() == null ? now : refund.sentUntil().plus(LONGEST_WORK);
    if (now.isBefore(over)) {
      throw new IllegalStateException(
          "the gateway may still execute it until " + over + ": look into its console after that");
    }
  }

  /**
   * Takes up what is due: doubts, silent orders, events that weren't delivered, refunds. Any number
   * of servers may do it at once. <strong>May move money</strong>, as what it takes up.
   *
   * @param budget after which nothing new is begun
   * @throws IllegalStateException inside a transaction
   */
  public Resumed resume(Duration budget) {
    requireNoTransaction();
    return resumer.resume(budget);
  }

  /**
   * Calls {@link #resume} again and again on a thread of its own until this is closed, and at once
   * after a webhook; for a shop without a scheduler.
   */
  public DurablePayments resumeEvery(Duration pause) {
    if (loop != null) {
      throw new IllegalStateException("it runs already");
    }
    loop = new ResumeLoop(this, pause, longestCall);
    return this;
  }

  /** Where an order stands, with its payments, refunds and history. */
  public Optional<OrderView> order(OrderId orderId) {
    return views.order(orderId);
  }

  /** What waits for a person, with the reason. */
  public List<Attention> attention(int max) {
    return views.attention(max);
  }

  /** What is due, and how many refunds stand where. */
  public Stats stats() {
    return views.stats();
  }

  /** Work on an event, in its transaction. */
  @FunctionalInterface
  public interface Once {
    /** Does it; whatever it throws, the event counts as not seen. */
    void on(Connection connection) throws Exception;
  }

  /**
   * Does something once for an event that has no order, such as a payout's webhook: the work and
   * the mark commit together.
   *
   * @param eventId 1 to 250 characters, such as a webhook's delivery id
   * @return false if it was done before
   * @throws StoreException if another server does it at the same moment: it is done by then
   */
  public boolean once(String eventId, Once work) {
    requireNoTransaction();
    Ids.eventId(eventId);
    return store.inNewOfShop(
        session -> {
          if (session.isSeen(eventId)) {
            return false;
          }
          session.addSeen(eventId);
          try {
            work.on(session.connection());
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException("the work on event " + eventId + " failed", e);
          }
          if (!session.isSeen(eventId)) {
            throw new IllegalStateException(
                "the database rolled back the work on event " + eventId + ", and it went on");
          }
          return true;
        });
  }

  /**
   * Deletes orders that ended before, are told, and have no open refund, the oldest first; call it
   * again until it returns 0.
   *
   * @return how many
   */
  public int purge(Instant before) {
    requireNoTransaction();
    int deleted = 0;
    for (OrderRow order : store.inNew(session -> session.endedBefore(before, 1_000))) {
      deleted += erased(order.orderId()) ? 1 : 0;
    }
    return deleted;
  }

  /**
   * Deletes all that is stored of one order, whose buyer asked for it.
   *
   * @throws IllegalStateException if it hasn't ended
   */
  public void erase(OrderId orderId) {
    requireNoTransaction();
    if (!erased(orderId.value())) {
      throw new IllegalStateException(
          "order " + orderId + " hasn't ended: close it, or wait for its refunds");
    }
  }

  private boolean erased(String orderId) {
    return store.inNew(
        session -> {
          OrderRow order = session.lockOrder(orderId).orElse(null);
          if (order == null) {
            return true;
          }
          boolean ended =
              (order.state() == OrderRow.State.PAID || order.state() == OrderRow.State.CLOSED)
                  && !order.isUndelivered()
                  && session.refunds(orderId).stream().allMatch(r -> r.state().isEnd())
                  && session
                      .work(new WorkKey(WorkKey.Kind.EFFECTS, orderId))
                      .map(work -> work.dueAt() == null)
                      .orElse(true);
          if (ended) {
            session.deleteOrder(orderId);
          }
          return ended;
        });
  }

  private void requireNoTransaction() {
    if (store.active()) {
      throw new IllegalStateException(
          "a gateway is never called inside a database transaction: call this before or after it;"
              + " only requestRefund joins one");
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

  /** Builds {@link DurablePayments}. */
  public static final class Builder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    private final PaymentStore store;
    private final PaymentEventHandler handler;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<DurableListener> listeners = new ArrayList<>();
    private @Nullable EffectsHandler effects;
    private Sealer sealer = Sealer.none();
    private boolean refundDuplicates;
    private boolean refundLate;
    private Settings settings = Settings.DEFAULT;

    private Builder(PaymentStore store, PaymentEventHandler handler) {
      this.store = Objects.requireNonNull(store, "store");
      this.handler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Adds a merchant's account.
     *
     * @param name in the store; never give it to another merchant
     * @param gateway stays the caller's to close
     */
    public Builder account(String name, PaymentGateway gateway) {
      return add(new Account(name, gateway));
    }

    private Builder add(Account account) {
      if (!NAME.matcher(account.name()).matches()) {
        throw new IllegalArgumentException("an account is named by 1 to 32 of A-Z a-z 0-9 _ . -");
      }
      if (accounts.putIfAbsent(account.name(), account) != null) {
        throw new IllegalArgumentException("two accounts are named " + account.name());
      }
      return this;
    }

    /** Refunds a second payment of an order by itself; by default it is reported only. */
    public Builder refundDuplicates() {
      this.refundDuplicates = true;
      return this;
    }

    /** Refunds money for a closed order by itself; by default it is reported only. */
    public Builder refundPaidAfterClose() {
      this.refundLate = true;
      return this;
    }

    /** What to do outside the database, told at least once, after the event was delivered. */
    public Builder afterwards(EffectsHandler effects) {
      this.effects = Objects.requireNonNull(effects, "effects");
      return this;
    }

    /** What keeps refund accounts unreadable in the database. */
    public Builder sealer(Sealer sealer) {
      this.sealer = Objects.requireNonNull(sealer, "sealer");
      return this;
    }

    /** Adds a listener. */
    public Builder listener(DurableListener listener) {
      this.listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /** Other times than the default, for tests. */
    Builder settings(Settings settings) {
      this.settings = settings;
      return this;
    }

    /**
     * Checks the schema and returns the payments.
     *
     * @throws IllegalArgumentException if no account was added
     * @throws StoreException if the schema is missing or of another version
     */
    public DurablePayments build() {
      if (accounts.isEmpty()) {
        throw new IllegalArgumentException("add an account: a name and its gateway");
      }
      return new DurablePayments(this);
    }
  }
}
