package kr.pgsdk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.SandboxGateway;

/** Compares the shop's own table, the store and the gateway's ledger, to the won. */
final class Audit {
  private final DataSource database;
  private final DurablePayments payments;
  private final Set<String> listed = new HashSet<>();
  private final Map<Attention.Kind, Long> kinds = new EnumMap<>(Attention.Kind.class);

  Audit(DataSource database, DurablePayments payments) {
    this.database = database;
    this.payments = payments;
    for (Attention attention : payments.attention(100_000)) {
      assertThat(attention.reason()).isNotBlank();
      listed.add(attention.subject());
      kinds.merge(attention.kind(), 1L, Long::sum);
    }
  }

  /** How many of each kind are on the list for a person. */
  Map<Attention.Kind, Long> listed() {
    return kinds;
  }

  /** Whether nothing more is to come of an order, but what is listed for a person. */
  boolean isOver(OrderId order) {
    OrderView view = payments.order(order).orElseThrow();
    return view.delivered() && !view.capturing() && view.refunds().stream().allMatch(this::isOver);
  }

  private boolean isOver(RefundView refund) {
    return refund.state().isEnd() || listed.contains(refund.refundId());
  }

  /** Checks an order, and returns what the shop holds of it. */
  long check(OrderId order, SandboxGateway gateway, String story) {
    OrderView view = payments.order(order).orElseThrow();
    String where = story + "\n" + view;
    Ledger ledger = ledger(order, gateway);
    long captured = ledger == null ? 0 : won(ledger.captured());
    long returned = ledger == null ? 0 : won(ledger.refunded());
    int captures = ledger == null ? 0 : ledger.captures();

    assertThat(isOver(order)).as("stuck: %s", where).isTrue();
    List<Tables.Booked> booked = Tables.booked(database, order.value());
    assertThat(booked.stream().mapToLong(Tables.Booked::captured).sum())
        .as("booked as captured, %s of %s", booked, where)
        .isEqualTo(captured);
    assertThat(booked.stream().mapToLong(Tables.Booked::returned).sum())
        .as("booked as returned, %s of %s", booked, where)
        .isEqualTo(returned);
    assertThat(booked.stream().filter(row -> row.captured() > 0).count())
        .as("deliveries of captured money, %s of %s", booked, where)
        .isEqualTo(captures);
    assertThat(booked.stream().filter(row -> row.event().equals("OrderPaid")).count())
        .as("paid once, %s of %s", booked, where)
        .isLessThanOrEqualTo(1);
    if (!booked.isEmpty()) {
      assertThat(
              Tables.number(database, "select count(*) from mailed where order_id='" + order + "'"))
          .as("mailed: %s", where)
          .isPositive();
    }
    long held = 0;
    for (PaymentRow payment : view.payments()) {
      held += won(payment.balance());
    }
    assertThat(held).as("held in the store: %s", where).isEqualTo(captured - returned);
    refunds(view, ledger, where);
    return held;
  }

  private static Ledger ledger(OrderId order, SandboxGateway gateway) {
    try {
      return gateway.ledger(order);
    } catch (IllegalArgumentException e) {
      return null; // nobody came to the checkout
    }
  }

  private static long won(Money money) {
    return money.amount().longValueExact();
  }

  /**
   * Each refund that is done moved its money once, and no other money moved. A refund was refused
   * only where another had taken all.
   */
  private static void refunds(OrderView view, Ledger ledger, String where) {
    List<Money> moved = new ArrayList<>();
    if (ledger != null) {
      ledger.entries().stream()
          .filter(entry -> entry.kind() == LedgerEntry.Kind.REFUND)
          .forEach(entry -> moved.add(entry.amount()));
    }
    List<RefundView> wholes = new ArrayList<>();
    for (RefundView refund : view.refunds()) {
      Money part = refund.amount().orElse(null);
      if (part == null) {
        wholes.add(refund);
      } else if (refund.state() == RefundRow.State.DONE) {
        assertThat(moved.remove(part)).as("%s: %s", refund.refundId(), where).isTrue();
      } else if (refund.state() == RefundRow.State.UNKNOWN) {
        moved.remove(part);
      }
      if (refund.state() == RefundRow.State.REFUSED || refund.state() == RefundRow.State.FAILED) {
        assertThat(ledger.refunded())
            .as("%s is refused: %s", refund.refundId(), where)
            .isEqualTo(ledger.captured());
      }
    }
    for (RefundView whole : wholes) {
      if (whole.state() == RefundRow.State.DONE) {
        assertThat(moved).as("%s: %s", whole.refundId(), where).hasSize(1);
        moved.clear();
      } else if (whole.state() == RefundRow.State.UNKNOWN) {
        moved.clear();
      }
    }
    assertThat(moved).as("refunds of no id: %s", where).isEmpty();
  }
}
