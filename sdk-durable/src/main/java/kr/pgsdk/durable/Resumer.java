package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Deliverer.Result;
import kr.pgsdk.durable.OrderRefresh.Look;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up what is due, one piece at a time, each leased right before the work. */
final class Resumer {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final int BATCH = 50;
  private static final Duration FOREIGN = Duration.ofMinutes(10); // until it is adopted
  private static final Duration LONGEST_UNTOLD = Duration.ofMinutes(1);
  private static final Duration LONGEST_BUDGET = Duration.ofDays(365); // as nanoseconds, a long

  /** After a look that showed nothing new: what was announced may not be to be seen yet. */
  private static final List<Duration> LATER_LOOKS =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(10));

  private final PaymentStore store;
  private final Accounts accounts;
  private final Settings settings;
  private final OrderRefresh refresh;
  private final Deliverer deliverer;
  private final Refunds refunds;
  private final Retention retention;
  private final Schedule schedule;
  private final Listeners listeners;
  private final LaterVersions later = new LaterVersions();
  private final String owner = UUID.randomUUID().toString();

  Resumer(
      PaymentStore store,
      Accounts accounts,
      Settings settings,
      OrderRefresh refresh,
      Deliverer deliverer,
      Refunds refunds,
      Retention retention,
      Schedule schedule,
      Listeners listeners) {
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.refresh = refresh;
    this.deliverer = deliverer;
    this.refunds = refunds;
    this.retention = retention;
    this.schedule = schedule;
    this.listeners = listeners;
  }

  /**
   * Works until nothing is due or the time is over. An account whose gateway fails thrice in a row
   * isn't asked any more; a store that does so ends the round.
   */
  Resumed resume(Duration budget) {
    Duration most = Settings.atMost(LONGEST_BUDGET, budget);
    long end = settings.nanoTime().getAsLong() + most.toNanos();
    int orders = 0;
    int done = 0;
    int failed = 0;
    Outages outages = new Outages();
    Set<WorkKey> tried = new HashSet<>();
    while (true) {
      int batch = BATCH + later.count(settings.nanoTime().getAsLong());
      List<WorkRow> due = new ArrayList<>(store.inNew(session -> session.due(batch)));
      due.removeIf(work -> tried.contains(work.key()) || later.has(work.key()));
      Collections.shuffle(due, settings.random());
      if (due.isEmpty()) {
        return new Resumed(orders, done, failed);
      }
      for (WorkRow work : due) {
        if (settings.nanoTime().getAsLong() - end >= 0 || outages.isStoreDown()) {
          return new Resumed(orders, done, failed);
        }
        tried.add(work.key());
        Boolean ok = take(work, outages);
        if (ok == null) {
          continue;
        }
        failed += ok ? 0 : 1;
        orders += work.key().kind() == WorkKey.Kind.REFUND ? 0 : 1;
        done += work.key().kind() == WorkKey.Kind.REFUND ? 1 : 0;
      }
    }
  }

  /** Whether it went well; null if another server has it. */
  private @Nullable Boolean take(WorkRow work, Outages outages) {
    boolean mine = store.inNew(session -> session.lease(work, settings.lease(), owner));
    if (!mine) {
      return null;
    }
    WorkRow leased = work.leased();
    try {
      if (accounts.hasForeign() && accounts.foreign(orderOf(work.key())) != null) {
        release(leased, FOREIGN, false); // it stays due, and nothing is told of it either
        return true;
      }
      PaymentException outage = outages.any() ? outages.of(accountsOf(work.key())) : null;
      if (outage != null) {
        postpone(leased, outage);
        return false;
      }
      return work(leased, outages);
    } catch (PaymentException e) {
      outages.failed(accountsOf(work.key()), e);
      postpone(leased, e);
      return false;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.LATER_VERSION) {
        leave(leased);
        return null;
      }
      if (e.kind() == StoreException.Kind.BUSY) {
        release(leased, Settings.DOUBT, false); // a handler is at work on the order: no failure
        return null;
      }
      outages.storeFailed();
      postpone(leased, e);
      return false;
    } catch (RuntimeException e) {
      LOG.error("{} failed unexpectedly", work.key(), e);
      postpone(leased, e);
      return false;
    }
  }

  /** Whether no gateway failed; a refund notes a failure itself. */
  private boolean work(WorkRow leased, Outages outages) {
    List<PaymentException> failures = new ArrayList<>();
    switch (leased.key().kind()) {
      case ORDER -> order(leased);
      case EFFECTS -> effects(leased);
      case REFUND -> {
        String refundId = leased.key().subject();
        Duration again = refunds.work(refundId, failures::add);
        release(leased, again == null ? retention.afterEnd(refundId) : again, true);
      }
    }
    failures.forEach(why -> outages.failed(accountsOf(leased.key()), why));
    if (failures.isEmpty() && outages.any()) {
      outages.worked(accountsOf(leased.key()));
    }
    return failures.isEmpty();
  }

  private String orderOf(WorkKey key) {
    return key.kind() == WorkKey.Kind.REFUND
        ? store.inNew(s -> s.refund(key.subject())).map(RefundRow::orderId).orElse("")
        : key.subject();
  }

  private Set<String> accountsOf(WorkKey key) {
    return accounts.of(orderOf(key));
  }

  /** Works on one refund now, unless another server does. */
  void sendNow(String refundId) {
    WorkRow work =
        store.inNew(s -> s.work(new WorkKey(WorkKey.Kind.REFUND, refundId))).orElse(null);
    if (work != null && work.dueAt() != null) {
      take(work, new Outages());
    }
  }

  private void order(WorkRow leased) {
    String orderId = leased.key().subject();
    OrderRow order = store.inNew(session -> session.order(orderId)).orElse(null);
    if (order == null) {
      release(leased, null, true);
      return;
    }
    // What was seen long ago may have changed since: look before it is told.
    boolean look =
        order.delivered().failures() > 0
            || leased.hinted()
            || (order.isUndelivered() && isOld(order.updatedAt()));
    Look seen = look ? refresh.look(orderId) : null;
    Result result = deliverer.deliver(orderId);
    if (result == Result.NOTHING && !look) {
      seen = refresh.look(orderId);
      result = deliverer.deliver(orderId);
    }
    if (seen != null && seen.failure() != null) {
      postpone(leased, seen.failure()); // no outage: whoever forged the hint would make it one
      return;
    }
    if (result == Result.BUSY) {
      release(leased, Settings.DOUBT, look);
      return;
    }
    store.run(
        session -> {
          OrderRow now = OrderLock.SOON.in(session, orderId).orElse(null);
          Instant next = now == null ? null : next(session, now);
          boolean again =
              next == null
                  && now != null
                  && leased.tries() < LATER_LOOKS.size()
                  && now.version() == order.version();
          Instant later = again ? after(session, LATER_LOOKS.get(leased.tries())) : next;
          lost(leased, session.release(leased, later, again ? leased.tries() + 1 : 0, !again));
        });
  }

  private Instant after(StoreSession session, Duration pause) {
    return session.now().plus(settings.spread(pause));
  }

  private boolean isOld(Instant seen) {
    return store.inNew(StoreSession::now).isAfter(seen.plus(LONGEST_UNTOLD));
  }

  private @Nullable Instant next(StoreSession session, OrderRow order) {
    Instant at = session.now();
    int failures = order.delivered().failures();
    return order.isUndelivered() && failures > 0
        ? schedule.afterFailures(failures, at)
        : schedule.next(order, session.payments(order.orderId()), at);
  }

  private void effects(WorkRow leased) {
    boolean told = deliverer.tellEffects(leased.key().subject());
    int tries = told ? 0 : leased.tries() + 1;
    release(leased, s -> told ? null : schedule.afterFailures(tries, s.now()), tries, told);
  }

  private void release(WorkRow leased, @Nullable Duration again, boolean looked) {
    release(leased, session -> again == null ? null : after(session, again), 0, looked);
  }

  private void release(
      WorkRow leased, Function<StoreSession, @Nullable Instant> next, int tries, boolean looked) {
    store.run(session -> lost(leased, session.release(leased, next.apply(session), tries, looked)));
  }

  /** A later version wrote it: its servers may take it up at once, and this one not again soon. */
  private void leave(WorkRow leased) {
    later.add(leased.key(), settings.nanoTime().getAsLong());
    release(leased, session -> leased.dueAt(), leased.tries(), false);
    LOG.warn("{} holds what a later version wrote: it is left to that version", leased.key());
  }

  private void postpone(WorkRow leased, RuntimeException why) {
    int tries = leased.tries() + 1;
    listeners.postponed(leased.key().toString(), why);
    release(leased, session -> schedule.afterFailures(tries, session.now()), tries, false);
  }

  private void lost(WorkRow leased, boolean released) {
    if (!released) {
      listeners.leaseLost(leased.key().toString());
    }
  }
}
