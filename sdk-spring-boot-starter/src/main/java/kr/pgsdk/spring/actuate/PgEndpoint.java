package kr.pgsdk.spring.actuate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Stats;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** What waits, and for whom: ids, amounts and times, nothing of the buyers. */
@Endpoint(id = "pgsdk")
final class PgEndpoint {
  private static final int MOST = 100;
  private static final List<RefundRow.State> OPEN =
      List.of(
          RefundRow.State.NEW,
          RefundRow.State.IN_FLIGHT,
          RefundRow.State.UNKNOWN,
          RefundRow.State.PENDING);

  private final DurablePayments payments;
  private final PaymentStore store;

  PgEndpoint(DurablePayments payments, PaymentStore store) {
    this.payments = payments;
    this.store = store;
  }

  @ReadOperation
  Map<String, Object> waiting() {
    Stats stats = payments.stats();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("due", stats.due());
    all.put("oldestDue", text(stats.oldestDue()));
    all.put("capturesInDoubt", stats.capturesInDoubt());
    all.put("attention", payments.attention(MOST).stream().map(PgEndpoint::attention).toList());
    all.put("refunds", refunds());
    all.put("ordersInDoubt", orders(store.inNew(PgEndpoint::capturing)));
    all.put("depositsAwaited", deposits());
    all.put("ordersNotTold", orders(store.inNew(session -> session.failing(1, MOST))));
    return all;
  }

  private static Map<String, Object> attention(Attention attention) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", attention.kind().name());
    one.put("orderId", attention.orderId().map(OrderId::value).orElse(""));
    one.put("subject", attention.subject());
    one.put("since", attention.since().toString());
    return one;
  }

  private List<Map<String, Object>> refunds() {
    return store.inNew(session -> session.refundsIn(OPEN, MOST)).stream()
        .map(
            refund -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("refundId", refund.refundId());
              one.put("orderId", refund.orderId());
              one.put("state", refund.state().name());
              one.put("amount", refund.amount() == null ? "all" : refund.amount().toString());
              one.put("since", refund.createdAt().toString());
              return one;
            })
        .toList();
  }

  private List<Map<String, Object>> deposits() {
    return store.inNew(session -> session.awaitingDeposit(MOST)).stream()
        .map(
            payment -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("orderId", payment.orderId());
              one.put("merchant", payment.key().account());
              one.put("amount", payment.price().toString());
              one.put("until", text(Optional.ofNullable(payment.dueAt())));
              return one;
            })
        .toList();
  }

  /** Orders of which it isn't known yet whether a payment was captured. */
  private static List<OrderRow> capturing(StoreSession session) {
    return session.capturing(session.now(), MOST);
  }

  private static List<Map<String, Object>> orders(List<OrderRow> orders) {
    return orders.stream()
        .map(
            order ->
                Map.<String, Object>of(
                    "orderId",
                    order.orderId(),
                    "state",
                    order.state().name(),
                    "since",
                    order.updatedAt().toString()))
        .toList();
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
