package kr.pgsdk.core.webhook;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import org.jspecify.annotations.Nullable;

/**
 * Where a fetched payment stood, and what was made of it: two that are equal need no second
 * handling.
 *
 * @param outcome what was made of it: an order whose price was put right is handed on again
 */
record PaymentState(
    String paymentId, String outcome, Known status, BigDecimal cancelled, BigDecimal balance) {
  /** ISO 4217 for "no currency". */
  private static final String NO_CURRENCY = "XXX";

  private static final Set<Known> CAPTURED =
      EnumSet.of(Known.PAID, Known.PARTIALLY_CANCELLED, Known.CANCEL_PENDING);
  private static final Set<Known> BEFORE_CAPTURE = EnumSet.of(Known.READY, Known.IN_PROGRESS);
  private static final Set<Known> UNPAID =
      EnumSet.of(Known.WAITING_FOR_DEPOSIT, Known.FAILED, Known.EXPIRED);

  static PaymentState of(Confirmation confirmation, Payment payment) {
    return new PaymentState(
        payment.paymentId().value(),
        confirmation instanceof NotConfirmed refused
            ? refused.reason().name()
            : confirmation.getClass().getSimpleName(),
        payment.status().known(),
        payment.cancelled().amount(),
        payment.balance().amount());
  }

  /** The payment an outcome is about; null if the gateway showed none. */
  static @Nullable Payment payment(Confirmation confirmation) {
    if (confirmation instanceof Confirmed confirmed) {
      return confirmed.payment();
    }
    return confirmation instanceof AwaitingDeposit awaiting
        ? awaiting.payment()
        : ((NotConfirmed) confirmation).payment().orElse(null);
  }

  /**
   * Whether this can only have been before {@code other}: what was given back is not taken again,
   * and a captured payment doesn't return to the checkout.
   */
  boolean isBefore(PaymentState other) {
    return cancelled.compareTo(other.cancelled) < 0
        || (BEFORE_CAPTURE.contains(status) && CAPTURED.contains(other.status))
        || (status == Known.IN_PROGRESS && other.status == Known.WAITING_FOR_DEPOSIT);
  }

  /**
   * Whether a payment that was captured in {@code other} isn't any more here, with nothing given
   * back: an older view, or a deposit that was taken back (Toss then goes from DONE to
   * WAITING_FOR_DEPOSIT: webhook-events). The states alone don't tell which.
   */
  boolean isUnpaidAfter(PaymentState other) {
    return UNPAID.contains(status) && CAPTURED.contains(other.status);
  }

  /** Whether payment and amounts are the same, whatever was made of them. */
  boolean showsTheSameAs(PaymentState other) {
    return paymentId.equals(other.paymentId)
        && status == other.status
        && cancelled.compareTo(other.cancelled) == 0
        && balance.compareTo(other.balance) == 0;
  }

  boolean holdsMoney() {
    return balance.signum() > 0;
  }

  /** Whether this state alone tells that money was taken, given back by now or not. */
  boolean hasHeldMoney() {
    return holdsMoney() || cancelled.signum() > 0 || CAPTURED.contains(status);
  }

  /** 2 for a payment that holds or held money, 1 for one that awaits its deposit, else 0. */
  static int weight(Payment payment) {
    if (!payment.balance().isZero() || !payment.cancelled().isZero()) {
      return 2;
    }
    return payment.status().known() == Known.WAITING_FOR_DEPOSIT ? 1 : 0;
  }

  /** How far a payment has come: 0 unpaid, 1 captured, 2 with something cancelled. */
  static int progress(Known status) {
    return switch (status) {
      case CANCELLED, PARTIALLY_CANCELLED, CANCEL_PENDING -> 2;
      case PAID -> 1;
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED, UNKNOWN -> 0;
    };
  }

  /** Whether the gateway doesn't show yet what {@code announced} says; never said if unsure. */
  boolean isBehind(Known announced) {
    return status != Known.UNKNOWN && progress(announced) > progress(status);
  }

  String toText() {
    return String.join(
        " ",
        URLEncoder.encode(paymentId, StandardCharsets.UTF_8),
        outcome,
        status.name(),
        cancelled.toPlainString(),
        balance.toPlainString());
  }

  /** Reads what {@link #toText} wrote; null if it is anything else, such as a later version's. */
  static @Nullable PaymentState parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      return null;
    }
    try {
      return new PaymentState(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts[1],
          Known.valueOf(parts[2]),
          amount(parts[3]),
          amount(parts[4]));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Plain decimals alone: 1E+999999999 would fill the memory when it is written again. */
  private static BigDecimal amount(String text) {
    return Money.of(text, NO_CURRENCY).amount();
  }
}
