package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/**
 * Works on refunds that are due, step by step: which payment it is of ({@link RefundedPayment}),
 * whether another refund is in the way ({@link RefundConflicts}), the call with its intent written
 * before ({@link RefundCall}), and what that proves ({@link RefundResults}).
 */
final class Refunds {
  /** Between two looks at whether another refund is still in the way. */
  static final Duration BETWEEN_TWO = Duration.ofSeconds(10);

  /** Between two looks at a refund that neither ends nor fails. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final PaymentStore store;
  private final Accounts accounts;
  private final RefundedPayment payments;
  private final RefundConflicts conflicts;
  private final RefundCall call;
  private final RefundResults results;
  private final SharedCancels sharedCancels;

  Refunds(
      PaymentStore store,
      Accounts accounts,
      Settings settings,
      Sealer sealer,
      Recorder recorder,
      OrderRefresh refresh,
      Deliverer deliverer,
      Listeners listeners) {
    this.store = store;
    this.accounts = accounts;
    this.payments = new RefundedPayment(store, sealer, refresh, deliverer);
    this.conflicts = new RefundConflicts(store);
    this.sharedCancels = new SharedCancels(store, refresh);
    RefundRecords records = new RefundRecords(store, sealer);
    this.results =
        new RefundResults(
            store,
            settings,
            records,
            payments,
            recorder,
            refresh,
            deliverer,
            sharedCancels,
            listeners);
    this.call = new RefundCall(store, settings, sealer, results, listeners);
  }

  /**
   * Works on one refund, whose lease the caller has.
   *
   * @param failures told if the gateway couldn't be asked, or its response was lost
   * @return when it is due again; null if it has ended
   */
  @Nullable Duration work(String refundId, Consumer<PaymentException> failures) {
    RefundRow refund = store.inNew(session -> session.refund(refundId)).orElse(null);
    if (refund == null) {
      return null;
    }
    if (refund.state().isEnd()) {
      return sharedCancels.afterEnd(refund);
    }
    PaymentRow payment = payments.paid(refund);
    if (payment == null) {
      String why = payments.whyNotPaid(refund);
      return results.refuse(refund, why, session -> !payments.isPaid(session, refund));
    }
    Account account = accounts.known(payment.key().account());
    if (account == null) {
      return LONGEST_PAUSE; // another process knows the account
    }
    if (payments.isOvertaken(refund)) {
      return results.refuse(
          refund, "the payment pays the order now: the other one holds no money", session -> true);
    }
    RefundRow ofPayment = refund.of(payment.key());
    Instant now = store.inNew(StoreSession::now);
    Instant sentUntil = refund.sentUntil();
    if (refund.state() == State.IN_FLIGHT && sentUntil != null && now.isBefore(sentUntil)) {
      return Duration.between(now, sentUntil); // the server that sent it may still be at it
    }
    return conflicts.isToWait(ofPayment, account)
        ? Settings.growing(refund.createdAt(), now, BETWEEN_TWO, LONGEST_PAUSE)
        : call.make(ofPayment, account, failures);
  }
}
