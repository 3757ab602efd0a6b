package kr.pgsdk.sandbox.history;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.DurableOpener;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** Holds each refund of a durable history against what its own requests did at the gateway. */
final class DurableRefundOracle {
  private final DurableHistory history;
  private final DurableWorld world;

  DurableRefundOracle(DurableHistory history) {
    this.history = history;
    this.world = history.world;
  }

  private void require(boolean holds, String kind, Object detail) {
    if (!holds) {
      world.violated(kind, detail.toString());
    }
  }

  static boolean hasFailed(RefundRecord record) {
    return record.state() == RefundRecord.State.FAILED;
  }

  /** Money that the gateway holds and shows as cancelled: a person transfers it. */
  static boolean hasBounced(DurableHistory history, PaymentId id) {
    return history.buyer.isDeposit(id)
        && history.world.simulated.refunds(id).stream().anyMatch(DurableRefundOracle::hasFailed);
  }

  /** What a refund has set in motion at the gateway, by the requests that carried its reason. */
  static List<RefundRecord> records(DurableHistory history, String refundId) {
    String own = DurableHistory.reason(refundId);
    List<RefundRecord> records = new ArrayList<>();
    for (OrderId order : history.orders) {
      for (PaymentId id : history.world.simulated.payments(order)) {
        for (RefundRecord record : history.world.simulated.refunds(id)) {
          String body = history.world.bodies.getOrDefault(record.cause().requestId(), "");
          boolean byItself = refundId.equals(ofItself(history, id, body));
          if (byItself || body.contains(own)) {
            records.add(record);
          }
        }
      }
    }
    return records;
  }

  /** The id of a refund that the SDK makes itself, which carries words of its own. */
  private static String ofItself(DurableHistory history, PaymentId id, String body) {
    String prefix =
        body.contains("paid twice")
            ? "dup-"
            : body.contains("paid after the order")
                ? "late-"
                : body.contains("<close>") ? "close" : null;
    return prefix == null
        ? ""
        : history.world.store.inNew(
            session ->
                session.refunds(history.buyer.order(id).value()).stream()
                    .filter(r -> r.refundId().startsWith(prefix))
                    .filter(r -> r.payment() != null && r.payment().paymentId().equals(id.value()))
                    .filter(r -> !prefix.equals("close") || isOf(r.refundId(), body, history))
                    .map(RefundRow::refundId)
                    .findFirst()
                    .orElse(""));
  }

  /** An account may be asked to be closed again: each time carries the same words. */
  private static boolean isOf(String refundId, String body, DurableHistory history) {
    String shop = history.world.store.shop();
    return body.contains("[" + DurableOpener.reference(shop, refundId) + "]");
  }

  void check(OrderId order) {
    for (RefundRow refund : world.store.inNew(session -> session.refunds(order.value()))) {
      List<RefundRecord> records = records(history, refund.refundId());
      String all = refund + " " + refund.message() + ", " + records;
      require(records.size() <= 1, "a refund was executed twice", all);
      require(refund.state().isEnd(), "a refund never ended", all);
      require(
          refund.alarm() == null
              || (refund.alarm() == RefundRow.Alarm.SHARED_CANCEL && hasTwins(order, refund)),
          "a false alarm",
          refund.alarm() + ": " + all);
      boolean done = records.stream().anyMatch(r -> r.state() == RefundRecord.State.DONE);
      for (RefundRecord record : records) {
        require(
            refund.amount() == null || record.amount().equals(refund.amount()),
            "another amount was refunded than asked",
            all);
      }
      switch (refund.state()) {
        case DONE -> {
          world.tally.refundsDone++;
          require(
              done || refund.amount() == null || hasTwins(order, refund),
              "DONE, and nothing went back",
              all);
        }
        case REFUSED, FAILED, RESOLVED ->
            require(!done, refund.state() + ", and the money went back", all);
        default -> {}
      }
      checkNotLost(order, refund, records, all);
    }
  }

  /** Whether nothing tells it from another refund of its amount: docs/histories.md. */
  private boolean hasTwins(OrderId order, RefundRow refund) {
    boolean lookAlike =
        history.plan.switches().contains(Switch.IAMPORT_DROPS_REASONS)
            || history.plan.switches().contains(Switch.IAMPORT_REPLACES_REASONS);
    return lookAlike
        && history.plan.gateway() == Gateway.IAMPORT
        && DurableOracle.ledger(history, order).stream()
            .anyMatch(
                e -> e.kind() == LedgerEntry.Kind.REFUND && e.amount().equals(refund.amount()));
  }

  /** A refund that could have been executed was. */
  private void checkNotLost(
      OrderId order, RefundRow refund, List<RefundRecord> records, String all) {
    boolean givenUp = records.stream().anyMatch(DurableRefundOracle::hasFailed);
    if (refund.state() != RefundRow.State.REFUSED || refund.payment() == null || givenUp) {
      return;
    }
    List<LedgerEntry> own = history.buyer.ledger(PaymentId.of(refund.payment().paymentId()));
    Money left =
        DurableOracle.sum(history, own, LedgerEntry.Kind.CAPTURE)
            .minus(DurableOracle.sum(history, own, LedgerEntry.Kind.REFUND));
    // A duplicate that pays the order by now: the other payment was given back.
    OrderRow row = world.store.inNew(session -> session.order(order.value()).orElseThrow());
    if (refund.refundId().startsWith("dup-") && refund.payment().equals(row.paying())) {
      return;
    }
    boolean fits = refund.amount() == null ? !left.isZero() : !refund.amount().isMoreThan(left);
    boolean bounced = hasBounced(history, PaymentId.of(refund.payment().paymentId()));
    require(
        !fits || bounced || refund.code() != null,
        "refused, and there was money for it",
        all + ", " + own);
  }
}
