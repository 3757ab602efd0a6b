package kr.pgsdk.examples.shop.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;

/** Where an order stands, as its buyer is told: by the shop's table, and what the payments know. */
public enum Standing {
  /** It can be paid. */
  OPEN,
  /** Its time is over, and it is about to be closed. */
  EXPIRED,
  /** An answer of the gateway is missing: it is asked again. */
  CHECKING,
  /** A deposit is awaited. */
  AWAITING,
  /** Its account is being closed at the gateway. */
  CLOSING,
  /** Paid; the shop's own tables follow in a moment. */
  PREPARING,
  /** Paid. */
  PAID,
  /** A refund is under way. */
  REFUNDING,
  /** A part went back. */
  PARTLY_REFUNDED,
  /** All went back. */
  REFUNDED,
  /** Money came that isn't what the order costs. */
  HELD,
  /** Over without a payment. */
  ENDED,
  /** Money came when it was over, and goes back. */
  LATE_MONEY,
  /** Money came when it was over, and went back. */
  LATE_RETURNED;

  private static final Duration LONGEST_ASKING = Duration.ofMinutes(30);

  /** Says where an order stands. */
  static Standing of(
      Order order, Optional<OrderView> known, List<RefundRecord> refunds, Instant now) {
    return switch (order.state()) {
      case OPEN, AWAITING, HELD -> unpaid(order, known, now);
      case PAID -> paid(order, refunds);
      case REFUNDED -> REFUNDED;
      case ENDED -> ended(order);
    };
  }

  private static Standing unpaid(Order order, Optional<OrderView> known, Instant now) {
    if (known.filter(view -> view.state() == OrderRow.State.PAID).isPresent()) {
      return PREPARING;
    }
    if (known.filter(OrderView::capturing).isPresent() || isAsked(order, known, now)) {
      return CHECKING;
    }
    if (order.state() == OrderState.HELD) {
      return HELD;
    }
    if (order.state() == OrderState.AWAITING) {
      return known.filter(Standing::closesAccount).isPresent() ? CLOSING : AWAITING;
    }
    return order.expiresAt().isAfter(now) ? OPEN : EXPIRED;
  }

  /** Whether the payment that came back hasn't been seen since, for a while at most. */
  private static boolean isAsked(Order order, Optional<OrderView> known, Instant now) {
    Instant since = order.askingSince();
    return since != null
        && now.isBefore(since.plus(LONGEST_ASKING))
        && known.stream()
            .flatMap(view -> view.payments().stream())
            .noneMatch(payment -> payment.seenAt().isAfter(since));
  }

  private static boolean closesAccount(OrderView view) {
    return view.refunds().stream().anyMatch(refund -> !refund.state().isEnd());
  }

  private static Standing paid(Order order, List<RefundRecord> refunds) {
    if (refunds.stream().anyMatch(one -> one.state() == RefundRecord.State.ASKED)) {
      return REFUNDING;
    }
    return order.givenBack() > 0 ? PARTLY_REFUNDED : PAID;
  }

  private static Standing ended(Order order) {
    if (order.held() > 0) {
      return LATE_MONEY;
    }
    return order.captured() > 0 ? LATE_RETURNED : ENDED;
  }

  /** Whether the page is worth a reload soon. */
  public boolean isPassing() {
    return switch (this) {
      case EXPIRED, CHECKING, CLOSING, PREPARING, REFUNDING -> true;
      default -> false;
    };
  }

  /** What a page shows it by: a good end, something to wait for, or trouble. */
  public String tone() {
    return switch (this) {
      case PAID, PREPARING, REFUNDED, PARTLY_REFUNDED, LATE_RETURNED -> "good";
      case HELD, LATE_MONEY -> "trouble";
      case ENDED, EXPIRED -> "over";
      default -> "wait";
    };
  }
}
