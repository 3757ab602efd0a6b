package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Attention.Kind;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;

/** When something needs a person: the rule of each {@link Attention.Kind}. For one transaction. */
final class AttentionList {
  private static final int FAILURES_WORTH_A_LOOK = 5;
  private static final Duration LONGEST_DOUBT = Duration.ofMinutes(10);
  private static final String CLOCK_WAS_SET_BACK =
      "the database's clock was set back after the refund was requested: the SDK continues when the"
          + " clock has caught up. Check the clock";

  private final StoreSession session;
  private final int max;
  private final List<Attention> all = new ArrayList<>();

  /** Reads at most so many of each kind. */
  AttentionList(StoreSession session, int max) {
    this.session = session;
    this.max = max;
  }

  /** Returns at most that many of all kinds, what keeps money in doubt first. */
  List<Attention> of(Fingerprints fingerprints) {
    accounts(fingerprints);
    captures();
    alarms();
    refunds();
    misplaced();
    handlers();
    work();
    return all.size() > max ? all.subList(0, max) : all;
  }

  private void add(
      Kind kind, @Nullable String orderId, String subject, Instant since, String reason) {
    Optional<OrderId> order = Optional.ofNullable(orderId).map(OrderId::of);
    all.add(new Attention(kind, order, subject, since, reason));
  }

  private void add(Kind kind, RefundRow refund, String reason) {
    add(kind, refund.orderId(), refund.refundId(), refund.createdAt(), reason);
  }

  private void accounts(Fingerprints fingerprints) {
    fingerprints
        .foreign()
        .forEach(
            (name, since) ->
                add(Kind.ACCOUNT_CHANGED, null, name, since, Fingerprints.explained(name)));
  }

  private void captures() {
    for (OrderRow order : session.capturing(session.now().minus(LONGEST_DOUBT), max)) {
      OrderRow.Slot slot = Objects.requireNonNull(order.slot());
      add(
          Kind.CAPTURE_IN_DOUBT,
          order.orderId(),
          slot.payment().paymentId(),
          slot.since(),
          "account "
              + slot.payment().account()
              + " hasn't shown whether the payment was captured: look into the gateway's console,"
              + " and check that this account is set up here");
    }
  }

  private void work() {
    for (WorkRow work : session.failingWork(FAILURES_WORTH_A_LOOK, max)) {
      boolean refund = work.key().kind() == WorkKey.Kind.REFUND;
      String orderId =
          refund
              ? session.refund(work.key().subject()).map(RefundRow::orderId).orElse(null)
              : work.key().subject();
      add(
          Kind.WORK_FAILS,
          orderId,
          work.key().subject(),
          Objects.requireNonNull(work.dueAt()),
          work.key().kind()
              + " has failed "
              + work.tries()
              + " times; the SDK tries again at the time shown. The log says why");
    }
  }

  private void handlers() {
    for (OrderRow order : session.failing(FAILURES_WORTH_A_LOOK, max)) {
      add(
          Kind.HANDLER_FAILS,
          order.orderId(),
          order.orderId(),
          order.updatedAt(),
          "the shop's handler has failed "
              + order.delivered().failures()
              + " times: "
              + order.delivered().error());
    }
  }

  private void alarms() {
    for (RefundRow refund : session.alarmedRefunds(max)) {
      switch (Objects.requireNonNull(refund.alarm())) {
        case REFUNDED_TWICE ->
            add(
                Kind.REFUNDED_TWICE,
                refund,
                "the gateway shows a second cancel with the reference of this refund (the history"
                    + " says which): look into the gateway's console, then resolve this refund");
        case DONE_AFTER_ALL ->
            add(
                Kind.REFUND_CONTRADICTED,
                refund,
                "the money went back although the refund was stored as not executed: if you made"
                    + " another refund since, the buyer has the money twice. Look, then resolve"
                    + " this as DONE");
        case SHARED_CANCEL ->
            add(
                Kind.REFUND_CONTRADICTED,
                refund,
                "the gateway shows less money cancelled than the done refunds add up to: look into"
                    + " its console whether this refund was executed, then resolve it");
      }
    }
  }

  private void refunds() {
    Instant now = session.now();
    // One state after the other: old refusals must not hide a doubt.
    List<RefundRow> open = new ArrayList<>();
    for (RefundRow.State state :
        List.of(
            RefundRow.State.UNKNOWN,
            RefundRow.State.FAILED,
            RefundRow.State.REFUSED,
            RefundRow.State.PENDING,
            RefundRow.State.IN_FLIGHT,
            RefundRow.State.NEW)) {
      open.addAll(session.refundsIn(List.of(state), max));
    }
    open.forEach(refund -> refund(refund, Duration.between(refund.createdAt(), now)));
  }

  private void refund(RefundRow refund, Duration age) {
    boolean ahead = isAheadOfTheClock(age);
    boolean late = ahead || age.compareTo(LONGEST_DOUBT) > 0;
    switch (refund.state()) {
      case UNKNOWN -> {
        if (late) {
          add(
              Kind.REFUND_IN_DOUBT,
              refund,
              ahead
                  ? CLOCK_WAS_SET_BACK
                  : "look into the gateway's console, then resolve it: " + refund.message());
        }
      }
      case PENDING -> {
        if (age.compareTo(Settings.LONGEST_PENDING) > 0) {
          add(
              Kind.REFUND_PENDING,
              refund,
              "the gateway has accepted the refund and not finished it: ask the gateway's support");
        }
      }
      case NEW, IN_FLIGHT -> {
        if (late) {
          add(Kind.REFUND_NOT_SENT, refund, ahead ? CLOCK_WAS_SET_BACK : whyNotSent(refund));
        }
      }
      default -> notDone(refund);
    }
  }

  private void notDone(RefundRow refund) {
    if (refund.kind() == RefundRow.Kind.REFUND) {
      add(
          Kind.REFUND_NOT_DONE,
          refund,
          "no money went back; refund it with a new id, then resolve this one: "
              + refund.message());
    } else if (isAwaiting(refund.orderId())) {
      add(
          Kind.ACCOUNT_NOT_CLOSED,
          refund,
          "the gateway refused to close its virtual account, which can still be paid into:"
              + " close the order again, or wait until the account ends: "
              + refund.message());
    }
  }

  /** Not once the account has ended by itself, or a later try has closed it. */
  private boolean isAwaiting(String orderId) {
    return session
        .order(orderId)
        .filter(order -> order.state() == OrderRow.State.AWAITING)
        .isPresent();
  }

  /** Whether it was asked for in the future, further than two databases of a cluster may differ. */
  private static boolean isAheadOfTheClock(Duration age) {
    return age.plus(Settings.DEFAULT.call()).isNegative();
  }

  private static String whyNotSent(RefundRow refund) {
    return "the SDK tries again and again: "
        + (refund.message() != null
            ? refund.message()
            : "check that resume runs, and that the payment's account is set up with its"
                + " credentials");
  }

  private void misplaced() {
    for (PaymentRow payment : session.misplaced(max)) {
      add(
          Kind.MONEY_MISPLACED,
          payment.orderId(),
          payment.key().paymentId(),
          payment.seenAt(),
          "account "
              + payment.key().account()
              + " holds "
              + payment.balance()
              + " ("
              + payment.role()
              + ", "
              + payment.outcome()
              + "): refund it by its payment id, or call keep");
    }
  }
}
