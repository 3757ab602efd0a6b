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

/** When something needs a person: the rule of each {@link Attention.Kind}. For one transaction. */
final class AttentionList {
  private static final int FAILURES_WORTH_A_LOOK = 5;
  private static final Duration LONGEST_DOUBT = Duration.ofMinutes(10);
  private static final String CLOCK_WAS_SET_BACK =
      "the database's clock was set back since it was asked for: it is taken up once the clock has"
          + " caught up. Is the clock right?";

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
    all.addAll(accounts(fingerprints));
    captures();
    alarms();
    refunds();
    misplaced();
    handlers();
    work();
    return all.size() > max ? all.subList(0, max) : all;
  }

  private static List<Attention> accounts(Fingerprints fingerprints) {
    return fingerprints.foreign().entrySet().stream()
        .map(
            account ->
                new Attention(
                    Kind.ACCOUNT_CHANGED,
                    Optional.empty(),
                    account.getKey(),
                    account.getValue(),
                    Fingerprints.explained(account.getKey())))
        .toList();
  }

  private void captures() {
    for (OrderRow order : session.capturing(session.now().minus(LONGEST_DOUBT), max)) {
      OrderRow.Slot slot = Objects.requireNonNull(order.slot());
      all.add(
          new Attention(
              Kind.CAPTURE_IN_DOUBT,
              Optional.of(OrderId.of(order.orderId())),
              slot.payment().paymentId(),
              slot.since(),
              "account "
                  + slot.payment().account()
                  + " hasn't told whether it captured the payment: look into the gateway's console,"
                  + " and whether this account is set up here"));
    }
  }

  private void work() {
    for (WorkRow work : session.failingWork(FAILURES_WORTH_A_LOOK, max)) {
      boolean refund = work.key().kind() == WorkKey.Kind.REFUND;
      String orderId =
          refund
              ? session.refund(work.key().subject()).map(RefundRow::orderId).orElse(null)
              : work.key().subject();
      all.add(
          new Attention(
              Kind.WORK_FAILS,
              Optional.ofNullable(orderId).map(OrderId::of),
              work.key().subject(),
              Objects.requireNonNull(work.dueAt()),
              work.key().kind()
                  + " has failed "
                  + work.tries()
                  + " times, and is tried again at the time shown: the log says why"));
    }
  }

  private void handlers() {
    for (OrderRow order : session.failing(FAILURES_WORTH_A_LOOK, max)) {
      all.add(
          new Attention(
              Kind.HANDLER_FAILS,
              Optional.of(OrderId.of(order.orderId())),
              order.orderId(),
              order.updatedAt(),
              "the shop's handler has failed "
                  + order.delivered().failures()
                  + " times: "
                  + order.delivered().error()));
    }
  }

  private void alarms() {
    for (RefundRow refund : session.alarmedRefunds(max)) {
      RefundRow.Alarm alarm = Objects.requireNonNull(refund.alarm());
      all.add(
          new Attention(
              alarm == RefundRow.Alarm.REFUNDED_TWICE
                  ? Kind.REFUNDED_TWICE
                  : Kind.REFUND_CONTRADICTED,
              Optional.of(OrderId.of(refund.orderId())),
              refund.refundId(),
              refund.createdAt(),
              switch (alarm) {
                case REFUNDED_TWICE ->
                    "the gateway shows a second cancel with its reference (the history says which):"
                        + " look into its console, then resolve this";
                case DONE_AFTER_ALL ->
                    "the money went back after the refund stood as not executed: if it was refunded"
                        + " again since, the buyer has it twice. Look, then resolve this as DONE";
                case SHARED_CANCEL ->
                    "the gateway shows less cancelled than refunds are done: look into its console"
                        + " whether this one was executed, then resolve it";
              }));
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
    for (RefundRow refund : open) {
      Duration age = Duration.between(refund.createdAt(), now);
      boolean late = age.compareTo(LONGEST_DOUBT) > 0 || isAheadOfTheClock(age);
      Optional<OrderId> order = Optional.of(OrderId.of(refund.orderId()));
      switch (refund.state()) {
        case UNKNOWN -> {
          if (late) {
            all.add(
                new Attention(
                    Kind.REFUND_IN_DOUBT,
                    order,
                    refund.refundId(),
                    refund.createdAt(),
                    isAheadOfTheClock(age)
                        ? CLOCK_WAS_SET_BACK
                        : "look into the gateway's console, then resolve it: " + refund.message()));
          }
        }
        case PENDING -> {
          if (age.compareTo(Settings.LONGEST_PENDING) > 0) {
            all.add(
                new Attention(
                    Kind.REFUND_PENDING,
                    order,
                    refund.refundId(),
                    refund.createdAt(),
                    "the gateway has accepted it and not finished it: ask its support"));
          }
        }
        case NEW, IN_FLIGHT -> {
          if (late) {
            all.add(
                new Attention(
                    Kind.REFUND_NOT_SENT,
                    order,
                    refund.refundId(),
                    refund.createdAt(),
                    isAheadOfTheClock(age) ? CLOCK_WAS_SET_BACK : whyNotSent(refund)));
          }
        }
        default -> {
          if (refund.kind() == RefundRow.Kind.CLOSE_ACCOUNT) {
            notClosed(refund);
            continue;
          }
          all.add(
              new Attention(
                  Kind.REFUND_NOT_DONE,
                  order,
                  refund.refundId(),
                  refund.createdAt(),
                  "no money went back; refund it with a new id, then resolve this one: "
                      + refund.message()));
        }
      }
    }
  }

  /** Whether it was asked for in the future, further than two databases of a cluster may differ. */
  private static boolean isAheadOfTheClock(Duration age) {
    return age.plus(Settings.DEFAULT.call()).isNegative();
  }

  private static String whyNotSent(RefundRow refund) {
    return "it is tried again and again: "
        + (refund.message() != null
            ? refund.message()
            : "does resume run, and is the payment's account set up with its credentials?");
  }

  /** Nothing is left to do once the account has ended by itself, or a later try closed it. */
  private void notClosed(RefundRow closing) {
    boolean open =
        session
            .order(closing.orderId())
            .filter(order -> order.state() == OrderRow.State.AWAITING)
            .isPresent();
    if (open) {
      all.add(
          new Attention(
              Kind.ACCOUNT_NOT_CLOSED,
              Optional.of(OrderId.of(closing.orderId())),
              closing.refundId(),
              closing.createdAt(),
              "the gateway refused to close its virtual account, which can still be paid into:"
                  + " close the order again, or wait until the account ends: "
                  + closing.message()));
    }
  }

  private void misplaced() {
    for (PaymentRow payment : session.misplaced(max)) {
      all.add(
          new Attention(
              Kind.MONEY_MISPLACED,
              Optional.of(OrderId.of(payment.orderId())),
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
                  + "): refund it by its payment id, or say that you keep it"));
    }
  }
}
