package kr.pgsdk.durable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Compares a gateway's lists with the store. It delivers nothing, and no money moves. */
final class Reconciler {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final PaymentStore store;
  private final Accounts accounts;
  private final Settings settings;
  private final OrderRefresh refresh;

  Reconciler(PaymentStore store, Accounts accounts, Settings settings, OrderRefresh refresh) {
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.refresh = refresh;
  }

  Stream<Discrepancy> reconcile(String name, LocalDate day) {
    Account account = accounts.own(accounts.named(name));
    TransactionList list = account.transactions();
    if (list == null) {
      throw new IllegalStateException(
          "account "
              + name
              + " has no list to compare with: add it as account(name, gateway,"
              + " gateway.transactions())");
    }
    if (store.inNew(StoreSession::now).isBefore(startOf(day))) {
      throw new IllegalArgumentException("the day " + day + " hasn't begun in Korea");
    }
    ReconciledDay reading = new ReconciledDay(store, this, account, list, day);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reading, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(reading::close);
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(SEOUL).toInstant();
  }

  static String inSeoul(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(SEOUL));
  }

  /**
   * A payment at the gateway and in the store, after the store has learnt what it missed.
   *
   * @param shown null if the gateway knows no such payment
   */
  record Looked(KnownPayment known, @Nullable Payment shown) {}

  /**
   * Looks a payment up, and records it if the store knows its order.
   *
   * @param listedOrder the order that the gateway's list names; null if it names none
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be asked now
   */
  Looked look(Account account, PaymentKey key, @Nullable String listedOrder) {
    Payment shown = find(account, key);
    String orderId = shown == null ? listedOrder : shown.orderId().value();
    KnownPayment known = known(key, orderId);
    if (shown == null || Differences.none(known, shown) || !learn(known, shown)) {
      return new Looked(known, shown);
    }
    KnownPayment now = known(key, orderId);
    // It may have changed since it was shown first.
    return new Looked(now, Differences.none(now, shown) ? shown : find(account, key));
  }

  private @Nullable Payment find(Account account, PaymentKey key) {
    return account
        .within(settings.call())
        .find(PaymentLookup.byPaymentId(PaymentId.of(key.paymentId())))
        .orElse(null);
  }

  KnownPayment known(PaymentKey key, @Nullable String named) {
    return store.inNew(session -> KnownPayment.read(session, key, named));
  }

  /** Records what the gateway shows; false if the store has no order for it. */
  private boolean learn(KnownPayment known, Payment shown) {
    OrderRow order = known.order();
    if (order == null || (known.payment() == null && !mayBeAdded(known, order, shown))) {
      return false;
    }
    refresh.onlyLook(order.orderId(), known.key());
    hint(order.orderId());
    return true;
  }

  /**
   * Whether the order may have the payment. An account under another name than the shop's would
   * make one payment two: so only where the order's checkout was opened.
   */
  private static boolean mayBeAdded(KnownPayment known, OrderRow order, Payment shown) {
    return known.elsewhere() == null
        && order.account().equals(known.key().account())
        && order.orderId().equals(shown.orderId().value());
  }

  /** Lets resume look at the order, and deliver what is new of it. */
  void hint(String orderId) {
    store.run(session -> session.hint(new WorkKey(WorkKey.Kind.ORDER, orderId)));
  }
}
