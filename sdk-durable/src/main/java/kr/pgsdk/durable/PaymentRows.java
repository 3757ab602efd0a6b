package kr.pgsdk.durable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import org.jspecify.annotations.Nullable;

/** Payments as rows, and which of two views of one payment is the older. */
final class PaymentRows {
  private static final Set<Known> CAPTURED =
      EnumSet.of(Known.PAID, Known.PARTIALLY_CANCELLED, Known.CANCEL_PENDING);
  private static final Set<Known> BEFORE_CAPTURE = EnumSet.of(Known.READY, Known.IN_PROGRESS);
  private static final Set<Known> UNPAID =
      EnumSet.of(Known.WAITING_FOR_DEPOSIT, Known.FAILED, Known.EXPIRED);

  private static final Set<RefundStatus> NOT_ARRIVED =
      EnumSet.of(RefundStatus.PENDING, RefundStatus.FAILED, RefundStatus.PARTIAL_FAILED);

  private PaymentRows() {}

  /**
   * Returns what is to be stored of a payment.
   *
   * @param known what is stored of it; null for nothing
   */
  static PaymentRow of(
      Observation seen, Payment payment, OrderRow order, @Nullable PaymentRow known, Instant now) {
    return of(seen, payment, order.orderId(), price(known, order), known, now);
  }

  /** The payment of a row as the gateway shows it now. */
  static PaymentRow of(Payment payment, PaymentRow known) {
    Observation seen = Observation.after(known.key(), payment);
    return of(seen, payment, known.orderId(), known.price(), known, known.seenAt())
        .in(known.role());
  }

  private static PaymentRow of(
      Observation seen,
      Payment payment,
      String orderId,
      Money price,
      @Nullable PaymentRow known,
      Instant now) {
    BigDecimal back = wentBack(payment, known);
    return new PaymentRow(
        seen.key(),
        orderId,
        price,
        Role.OTHER,
        status(payment),
        seen.outcome(),
        Money.of(back, payment.cancelled().currency()),
        held(payment, back),
        payment.paidAt().orElse(null),
        payment.virtualAccount().flatMap(VirtualAccount::dueAt).orElse(null),
        now);
  }

  /**
   * What a payment is judged by: what the order costs, until the payment is captured or an account
   * is issued. What it cost when somebody first named the payment counts for nothing.
   */
  static Money price(@Nullable PaymentRow known, OrderRow order) {
    return known != null && (!known.captured().isZero() || isAwaiting(known))
        ? known.price()
        : order.price();
  }

  /** What the gateway holds of a payment that wasn't seen before. */
  static Money held(Payment payment) {
    return held(payment, wentBack(payment, null));
  }

  /**
   * What the gateway holds. Some lower the balance as soon as a refund is accepted; until it is
   * done, its money hasn't gone back.
   */
  private static Money held(Payment payment, BigDecimal wentBack) {
    BigDecimal balance = payment.balance().amount();
    BigDecimal cancelled = payment.cancelled().amount();
    BigDecimal missing = payment.amount().amount().subtract(cancelled).subtract(balance);
    BigDecimal unfinished =
        payment.cancels().stream()
            .filter(cancel -> cancel.state() != PaymentCancel.State.DONE)
            .map(cancel -> cancel.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal stillThere = missing.min(unfinished).max(BigDecimal.ZERO);
    BigDecimal onItsWay = cancelled.subtract(wentBack);
    return Money.of(balance.add(stillThere).add(onItsWay), payment.balance().currency());
  }

  /**
   * What went back. A transfer to a refund account that is under way or failed has not; what had
   * arrived before it has. The gateway tells of the payment as a whole, not of each transfer.
   */
  private static BigDecimal wentBack(Payment payment, @Nullable PaymentRow known) {
    BigDecimal cancelled = payment.cancelled().amount();
    if (hasArrived(payment)) {
      return cancelled;
    }
    return known == null ? BigDecimal.ZERO : cancelled.min(known.cancelled().amount());
  }

  /** Whether what is cancelled has reached the buyer, as far as the gateway tells. */
  static boolean hasArrived(Payment payment) {
    return !NOT_ARRIVED.contains(payment.refundStatus());
  }

  private static Known status(Payment payment) {
    return payment.refundStatus() == RefundStatus.PENDING
        ? Known.CANCEL_PENDING
        : payment.status().known();
  }

  /** What was said of a payment that the gateway doesn't show. */
  static PaymentRow notShown(PaymentRow known, String outcome, Instant now) {
    return new PaymentRow(
        known.key(),
        known.orderId(),
        known.price(),
        known.role(),
        known.status(),
        outcome,
        known.cancelled(),
        known.balance(),
        known.paidAt(),
        known.dueAt(),
        now);
  }

  /**
   * Whether {@code seen} can only have been before {@code known}: what was given back is not taken
   * again, and a captured payment doesn't return to the checkout.
   */
  static boolean isBefore(PaymentRow seen, PaymentRow known) {
    return seen.cancelled().amount().compareTo(known.cancelled().amount()) < 0
        || (BEFORE_CAPTURE.contains(seen.status()) && CAPTURED.contains(known.status()))
        || (seen.status() == Known.IN_PROGRESS && known.status() == Known.WAITING_FOR_DEPOSIT);
  }

  /**
   * Whether a payment that was captured isn't any more, with nothing given back: an older view, or
   * a deposit that was taken back (Toss then goes from DONE to WAITING_FOR_DEPOSIT:
   * webhook-events). Or an account that was issued isn't there: an older view, or it was closed
   * (Iamport may show that as ready). One look alone doesn't tell which.
   */
  static boolean isUnpaidAfter(PaymentRow seen, PaymentRow known) {
    return (UNPAID.contains(seen.status()) && CAPTURED.contains(known.status()))
        || (seen.status() == Known.READY && isAwaiting(known));
  }

  /** Whether nothing but the time of the look differs. */
  static boolean isSame(PaymentRow one, @Nullable PaymentRow other) {
    return other != null
        && one.role() == other.role()
        && one.status() == other.status()
        && one.outcome().equals(other.outcome())
        && one.cancelled().equals(other.cancelled())
        && one.balance().equals(other.balance());
  }

  static boolean isAwaiting(PaymentRow payment) {
    return payment.status() == Known.WAITING_FOR_DEPOSIT;
  }
}
