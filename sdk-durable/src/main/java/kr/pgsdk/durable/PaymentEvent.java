package kr.pgsdk.durable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * A change of an order's payments since the last event that the shop got. If several changes came
 * while the handler failed, they come as one event: so book the difference of {@link #before()} and
 * {@link #now()}. Immutable.
 */
public abstract sealed class PaymentEvent {
  private final Facts facts;

  /** What every event has. */
  record Facts(
      OrderId orderId,
      Optional<String> account,
      Optional<PaymentId> paymentId,
      Totals before,
      Totals now,
      List<String> refundIds) {}

  private PaymentEvent(Facts facts) {
    this.facts = facts;
  }

  /** The order. */
  public OrderId orderId() {
    return facts.orderId();
  }

  /** The account whose payment changed; empty for an order that costs nothing or was closed. */
  public Optional<String> account() {
    return facts.account();
  }

  /** The payment that changed; empty as {@link #account()} is. */
  public Optional<PaymentId> paymentId() {
    return facts.paymentId();
  }

  /** The order's money as of the last event that the shop got. */
  public Totals before() {
    return facts.before();
  }

  /** The order's money now. */
  public Totals now() {
    return facts.now();
  }

  /** What to book: {@link #now()} less {@link #before()}. A captured amount can be below zero. */
  public Change change() {
    return new Change(
        facts.now().captured().amount().subtract(facts.before().captured().amount()),
        facts.now().returned().amount().subtract(facts.before().returned().amount()));
  }

  /**
   * The difference of two totals, in their currency.
   *
   * @param captured more from buyers; below zero if a deposit was taken back
   * @param returned more to buyers
   */
  public record Change(BigDecimal captured, BigDecimal returned) {}

  /**
   * The ids of the shop's refunds of this payment that are done, as far as the gateway shows them.
   */
  public List<String> refundIds() {
    return facts.refundIds();
  }

  /** Shows ids and amounts. */
  @Override
  public String toString() {
    return getClass().getSimpleName()
        + "["
        + orderId()
        + ", "
        + paymentId().map(PaymentId::value).orElse("-")
        + ", captured="
        + now().captured()
        + ", returned="
        + now().returned()
        + "]";
  }

  /** The order is paid: deliver it. */
  public static final class OrderPaid extends PaymentEvent {
    OrderPaid(Facts facts) {
      super(facts);
    }
  }

  /** A virtual account was issued: the buyer must transfer the money. */
  public static final class AwaitingDeposit extends PaymentEvent {
    AwaitingDeposit(Facts facts) {
      super(facts);
    }
  }

  /** A deposit was taken back after {@code OrderPaid}: don't deliver. */
  public static final class DepositWithdrawn extends PaymentEvent {
    DepositWithdrawn(Facts facts) {
      super(facts);
    }
  }

  /** Money went back to the buyer, by a refund of the shop's or in the gateway's console. */
  public static final class MoneyReturned extends PaymentEvent {
    MoneyReturned(Facts facts) {
      super(facts);
    }
  }

  /** Money came for an order that was closed. */
  public static final class PaidAfterClose extends PaymentEvent {
    PaidAfterClose(Facts facts) {
      super(facts);
    }
  }

  /** A second payment was captured for an order that is paid. */
  public static final class DuplicatePayment extends PaymentEvent {
    DuplicatePayment(Facts facts) {
      super(facts);
    }
  }

  /** Money was captured that isn't what the order costs: a person must look. Don't deliver. */
  public static final class Mismatch extends PaymentEvent {
    Mismatch(Facts facts) {
      super(facts);
    }
  }

  /** The order was closed, or its virtual account ended without a deposit. */
  public static final class Ended extends PaymentEvent {
    Ended(Facts facts) {
      super(facts);
    }
  }
}
