package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** The faults have stopped: the servers resume until nothing is due but what a person must end. */
final class DurableCalm {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Duration A_MONTH = Duration.ofDays(31);
  private static final int MOST_ROUNDS = 300;
  private static final int MOST_DOUBTS = 20;

  private static final Set<Attention.Kind> IN_DOUBT =
      EnumSet.of(Attention.Kind.REFUND_IN_DOUBT, Attention.Kind.REFUND_PENDING);
  private static final Set<Attention.Kind> NOT_SENT = EnumSet.of(Attention.Kind.REFUND_NOT_SENT);

  private final DurableHistory history;
  private final DurableWorld world;

  DurableCalm(DurableHistory history) {
    this.history = history;
    this.world = history.world;
  }

  void settle() {
    world.calm();
    world.simulated.leap(QUIET);
    announce();
    untilNothingIsDue();
    for (int i = 0; i < MOST_DOUBTS && askPerson(); i++) {
      untilNothingIsDue();
    }
  }

  /** What the SDK can't find without a webhook comes with one, the rest half of the time. */
  private void announce() {
    Set<PaymentId> missed = new LinkedHashSet<>(history.buyer.unannounced);
    for (PaymentId id : history.buyer.payments()) {
      boolean several = world.simulated.payments(history.buyer.order(id)).size() > 1;
      if (several || history.buyer.isHidden(id) || history.random.nextBoolean()) {
        missed.add(id);
      }
    }
    for (PaymentId id : missed) {
      history.webhook(id, 0, List.of());
    }
  }

  private Instant databaseNow() {
    return world.now().plus(history.plan.databaseAhead());
  }

  private void untilNothingIsDue() {
    Instant patience = world.now().plus(PATIENCE);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      for (PaymentId id : history.buyer.payments()) {
        world.simulated.settleRefunds(id);
      }
      List<WorkRow> waiting = waiting();
      if (waiting.isEmpty() || (world.now().isAfter(patience) && onlyForPerson(waiting))) {
        return;
      }
      Instant next = waiting.stream().map(WorkRow::dueAt).min(Instant::compareTo).orElseThrow();
      Duration left = Duration.between(databaseNow(), next).plusSeconds(1);
      if (world.now().isAfter(patience) && onlyRefunds(waiting)) {
        left = A_MONTH; // until what the gateway never finishes is on the list for a person
      }
      // Due, and still there: another server's lease, which must run out.
      world.simulated.leap(
          left.compareTo(Duration.ofSeconds(5)) < 0 ? Duration.ofSeconds(5) : left);
      history.resume(round % history.plan.servers(), List.of());
    }
    world.violated("never came to rest", waiting().toString());
  }

  /** All work that has a time, now or later. */
  List<WorkRow> waiting() {
    return world.store.inNew(
        session -> {
          List<WorkKey> keys = new ArrayList<>();
          for (OrderId order : history.orders) {
            keys.add(new WorkKey(WorkKey.Kind.ORDER, order.value()));
            keys.add(new WorkKey(WorkKey.Kind.EFFECTS, order.value()));
            for (RefundRow refund : session.refunds(order.value())) {
              keys.add(new WorkKey(WorkKey.Kind.REFUND, refund.refundId()));
            }
          }
          return keys.stream()
              .flatMap(key -> session.work(key).stream())
              .filter(work -> work.dueAt() != null)
              .toList();
        });
  }

  private static boolean onlyRefunds(List<WorkRow> waiting) {
    return waiting.stream().allMatch(work -> work.key().kind() == WorkKey.Kind.REFUND);
  }

  /** Whether a person has to end all that is left; a payment is refunded by one at a time. */
  private boolean onlyForPerson(List<WorkRow> waiting) {
    Set<String> listed = new LinkedHashSet<>();
    Set<OrderId> orders = new LinkedHashSet<>();
    for (Attention attention : attention()) {
      if (IN_DOUBT.contains(attention.kind()) || NOT_SENT.contains(attention.kind())) {
        listed.add(attention.subject());
        attention.orderId().ifPresent(orders::add);
      }
    }
    return waiting.stream()
        .allMatch(
            work ->
                work.key().kind() == WorkKey.Kind.REFUND
                    && (listed.contains(work.key().subject())
                        || orders.contains(OrderId.of(refund(work.key().subject()).orderId()))));
  }

  private List<Attention> attention() {
    Object list = world.ask(0, "list what needs a person", List.of(), p -> p.attention(1_000));
    return ((List<?>) list).stream().map(Attention.class::cast).toList();
  }

  private RefundRow refund(String refundId) {
    return world.store.inNew(session -> session.refund(refundId).orElseThrow());
  }

  /** A person looks into the console for each doubt on the list, then for what can't be sent. */
  private boolean askPerson() {
    world.simulated.leap(QUIET); // nothing is at work at the gateway when the person looks
    return askPerson(IN_DOUBT) || askPerson(NOT_SENT);
  }

  private boolean askPerson(Set<Attention.Kind> kinds) {
    boolean ended = false;
    for (Attention attention : attention()) {
      if (kinds.contains(attention.kind())) {
        ended = true;
        world.tally.endedByPerson++;
        boolean done =
            DurableRefundOracle.records(history, attention.subject()).stream()
                .anyMatch(record -> record.state() == RefundRecord.State.DONE);
        Object unused =
            world.ask(
                0,
                "resolve " + attention,
                List.of(),
                payments -> {
                  payments.resolve(
                      attention.subject(),
                      done ? Resolution.DONE : Resolution.NOT_DONE,
                      "operator",
                      "seen in the console");
                  return "resolved";
                });
      }
    }
    return ended;
  }
}
