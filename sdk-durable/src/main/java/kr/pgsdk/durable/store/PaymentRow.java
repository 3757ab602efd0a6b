package kr.pgsdk.durable.store;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentStatus.Known;
import org.jspecify.annotations.Nullable;

/**
 * A payment of an order, as it was last seen.
 *
 * @param price what the order cost when the payment was first judged; it is judged by this
 * @param outcome {@code CONFIRMED}, {@code AWAITING_DEPOSIT}, or why it isn't confirmed
 * @param cancelled what the gateway says was given back
 * @param balance what the gateway still holds
 * @param dueAt until when a deposit is awaited
 * @param seenAt when the gateway showed it so
 */
public record PaymentRow(
    PaymentKey key,
    String orderId,
    Money price,
    Role role,
    Known status,
    String outcome,
    Money cancelled,
    Money balance,
    @Nullable Instant paidAt,
    @Nullable Instant dueAt,
    Instant seenAt) {

  /** What a payment is to its order. */
  public enum Role {
    /** The order is paid by it, or awaits its deposit. */
    PAYS,
    /** It was captured although another payment pays the order. */
    DUPLICATE,
    /** It was captured after the order was closed. */
    LATE,
    /** Misplaced money of which a person has said that the shop keeps it. */
    KEPT,
    /** Anything else: a try that failed, or one that was only named by a webhook. */
    OTHER
  }

  /** Returns this in another role. */
  public PaymentRow in(Role other) {
    return new PaymentRow(
        key, orderId, price, other, status, outcome, cancelled, balance, paidAt, dueAt, seenAt);
  }

  /** Whether the gateway holds money under it. */
  public boolean holdsMoney() {
    return !balance.isZero();
  }

  /**
   * Whether it holds money that doesn't pay the order, and a person must say what becomes of it.
   */
  public boolean isMisplaced() {
    return holdsMoney() && role != Role.PAYS && role != Role.KEPT;
  }

  /** What was captured in all; zero for an account that was closed without a deposit. */
  public Money captured() {
    return wasPaid()
        ? Money.of(cancelled.amount().add(balance.amount()), balance.currency())
        : Money.zero(balance.currency());
  }

  /** What went back of it. */
  public Money returned() {
    return wasPaid() ? cancelled : Money.zero(balance.currency());
  }

  private boolean wasPaid() {
    return paidAt != null || holdsMoney();
  }
}
