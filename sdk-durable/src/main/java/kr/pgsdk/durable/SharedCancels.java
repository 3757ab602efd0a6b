package kr.pgsdk.durable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Alarm;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/**
 * Refunds that have taken one cancel for their own: the payment's cancels are less than its refunds
 * that are done. One look may be older than the last of them, so the alarm is raised by a look that
 * began when each of them was surely to be seen; it names the last one. What a person has said to
 * be done counts for nothing: a payment company may show it days later.
 */
record SharedCancels(PaymentStore store, OrderRefresh refresh) {
  /** Until a look shows what was done before. */
  private static final Duration UNTIL_SEEN = Settings.LONGEST_BEHIND.plus(Settings.DOUBT);

  private static final Comparator<RefundRow> LAST =
      Comparator.comparing(SharedCancels::endedAt).thenComparing(RefundRow::refundId);

  /**
   * Looks again where the last look showed too little of what is done.
   *
   * @param refund one that has ended
   * @return when it is due again; null if nothing is to be found out
   */
  @Nullable Duration afterEnd(RefundRow refund) {
    PaymentKey payment = refund.payment();
    if (payment == null || !store.inNew(s -> isShort(s, refund, payment, one -> true))) {
      return null;
    }
    Instant begun = store.inNew(StoreSession::now);
    Predicate<RefundRow> seen = one -> isEndedBefore(one, begun.minus(Settings.LONGEST_BEHIND));
    if (!seen.test(refund)) {
      return UNTIL_SEEN;
    }
    boolean looked =
        refresh.look(refund.orderId()).seen().stream().anyMatch(one -> one.key().equals(payment));
    if (looked) {
      store.run(session -> raiseIfShort(session, refund, payment, seen));
    }
    return looked ? null : Refunds.LONGEST_PAUSE; // another process knows the account
  }

  private static boolean isEndedBefore(RefundRow refund, Instant at) {
    return refund.endedAt() != null && refund.endedAt().isBefore(at);
  }

  private static Instant endedAt(RefundRow refund) {
    return refund.endedAt() == null ? Instant.MAX : refund.endedAt();
  }

  private static void raiseIfShort(
      StoreSession session, RefundRow refund, PaymentKey payment, Predicate<RefundRow> seen) {
    if (isShort(session, refund, payment, seen)) {
      RefundAlarms.raise(
          session,
          refund,
          Alarm.SHARED_CANCEL,
          "refund "
              + refund.refundId()
              + ": "
              + done(session, refund, payment, seen)
              + " done, cancelled "
              + session.payment(payment).map(PaymentRow::cancelled).orElseThrow());
    }
  }

  private static boolean isShort(
      StoreSession session, RefundRow refund, PaymentKey payment, Predicate<RefundRow> which) {
    RefundRow now = session.refund(refund.refundId()).orElse(refund);
    return isShown(now)
        && shown(session, refund, payment).allMatch(one -> LAST.compare(one, now) <= 0)
        && session
            .payment(payment)
            .map(row -> row.cancelled().amount())
            .filter(back -> done(session, refund, payment, which).compareTo(back) > 0)
            .isPresent();
  }

  private static BigDecimal done(
      StoreSession session, RefundRow refund, PaymentKey payment, Predicate<RefundRow> which) {
    return shown(session, refund, payment)
        .filter(which)
        .map(RefundRow::doneAmount)
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Stream<RefundRow> shown(
      StoreSession session, RefundRow refund, PaymentKey payment) {
    return session.refunds(refund.orderId()).stream()
        .filter(one -> isShown(one) && payment.equals(one.payment()));
  }

  /** Whether it is done by the gateway's own record of it. */
  private static boolean isShown(RefundRow refund) {
    return refund.state() == RefundRow.State.DONE && refund.doneAmount() != null;
  }
}
