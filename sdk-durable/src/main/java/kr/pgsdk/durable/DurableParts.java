package kr.pgsdk.durable;

import kr.pgsdk.durable.store.PaymentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the verbs run on, put together from what the shop has told the builder. */
final class DurableParts {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");

  final PaymentStore store;
  final Settings settings;
  final Fingerprints fingerprints;
  final Accounts accounts;
  final RefundRequests requests;
  final Deliverer deliverer;
  final Openings openings;
  final Captures captures;
  final Resumer resumer;
  final Hints hints;
  final SeenEvents seen;
  final Views views;
  final Decisions decisions;
  final Reconciler reconciler;
  final Retention retention;

  DurableParts(DurableBuilder builder) {
    store = builder.store;
    store.check().forEach(warning -> LOG.warn("{}", warning));
    settings = builder.settings;
    fingerprints = new Fingerprints(store);
    accounts = new Accounts(builder.accounts, store, fingerprints);
    requests = new RefundRequests(store.shop(), builder.sealer);
    Listeners listeners = new Listeners(builder.listeners);
    Schedule schedule = new Schedule(accounts, settings);
    MisplacedMoney misplaced =
        new MisplacedMoney(builder.refundDuplicates, builder.refundLate, requests);
    Recorder recorder = new Recorder(store, misplaced, schedule, OrderLock.PATIENT);
    Prices prices = new Prices(store, settings);
    OrderRefresh refresh = new OrderRefresh(store, accounts, recorder, settings, prices);
    deliverer =
        new Deliverer(store, builder.handler, builder.effects, requests, schedule, listeners);
    openings = new Openings(store, accounts, settings, prices, requests);
    captures = new Captures(store, settings, recorder.soon(), refresh.soon(), deliverer, listeners);
    Refunds refunds =
        new Refunds(
            store, accounts, settings, builder.sealer, recorder, refresh, deliverer, listeners);
    retention = new Retention(store);
    resumer =
        new Resumer(
            store,
            accounts,
            settings,
            refresh.soon(),
            deliverer,
            refunds,
            retention,
            schedule,
            listeners);
    hints = new Hints(store);
    seen = new SeenEvents(store, requests);
    views = new Views(store, fingerprints);
    decisions = new Decisions(store);
    reconciler = new Reconciler(store, accounts, settings, refresh);
  }

  void requireNoTransaction() {
    if (store.active()) {
      throw new IllegalStateException(
          "a gateway is never called inside a database transaction: call this before or after it;"
              + " only requestRefund joins one");
    }
  }
}
