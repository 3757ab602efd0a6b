package kr.pgsdk.durable;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import org.jspecify.annotations.Nullable;

/** What a buyer who came back is told. */
final class Arrivals {
  private Arrivals() {}

  static Arrival notPaid(Arrival.Reason why) {
    return new Arrival.NotPaid(why, Optional.empty());
  }

  /**
   * Whether the order is paid for who comes back with this payment. Where the checkout captures, a
   * second payment may have been captured too.
   */
  static boolean isPaidBy(OrderRow order, Account account, @Nullable PaymentKey key) {
    boolean isPaying = key == null || key.equals(order.paying());
    return order.state() == State.PAID && (isPaying || account.captures());
  }

  /**
   * Returns what a look or a confirm found.
   *
   * @param key the payment the buyer came back with; null if none is named
   */
  static Arrival of(OrderRow order, @Nullable PaymentKey key, List<Observation> seen) {
    if (order.state() == State.PAID) {
      return new Arrival.Paid(OrderId.of(order.orderId()));
    }
    for (Observation one : seen) {
      if (one.isAwaiting() && one.payment() != null && one.key().equals(order.paying())) {
        return new Arrival.AwaitingDeposit(one.payment());
      }
    }
    if (order.state() == State.CLOSED) {
      return notPaid(Arrival.Reason.CLOSED);
    }
    Observation asked =
        seen.stream().filter(one -> key == null || one.key().equals(key)).findFirst().orElse(null);
    return asked == null
        ? notPaid(Arrival.Reason.NOT_STARTED)
        : new Arrival.NotPaid(reason(asked.outcome()), asked.refusal());
  }

  private static Arrival.Reason reason(String outcome) {
    return switch (outcome) {
      case "MISMATCH", Observation.FOREIGN -> Arrival.Reason.MISMATCH;
      case "REFUSED", "FAILED", "EXPIRED", "NOT_FOUND", "TEST_PAYMENT" -> Arrival.Reason.REFUSED;
      case "NOT_YET_PAID" -> Arrival.Reason.NOT_YET_PAID;
      case "CANCELLED" -> Arrival.Reason.CANCELLED;
      default -> Arrival.Reason.UNKNOWN;
    };
  }
}
