package kr.pgsdk.durable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.WorkCounts;

/** What the store shows to operators. */
record Views(PaymentStore store, Fingerprints fingerprints) {
  private static final Duration LONGEST_CALL = Settings.DEFAULT.call();

  Optional<OrderView> order(OrderId id) {
    return store.inNew(
        session ->
            session
                .order(id.value())
                .map(
                    order ->
                        new OrderView(
                            id,
                            order.price(),
                            order.state(),
                            !order.isUndelivered(),
                            order.slot() != null,
                            Optional.ofNullable(order.delivered().error()),
                            session.payments(id.value()),
                            session.refunds(id.value()).stream().map(RefundView::of).toList(),
                            session.events(id.value()),
                            order.createdAt())));
  }

  Stats stats() {
    return store.inNew(
        session -> {
          WorkCounts work = session.workCounts();
          WorkCounts captures = session.captureCounts(session.now().minus(LONGEST_CALL));
          return new Stats(
              work.due(),
              Optional.ofNullable(work.oldest()),
              captures.due(),
              Optional.ofNullable(captures.oldest()),
              session.refundCounts());
        });
  }

  List<Attention> attention(int max) {
    return store.inNew(session -> new AttentionList(session, max).of(fingerprints));
  }
}
