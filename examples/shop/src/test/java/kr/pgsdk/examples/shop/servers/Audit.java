package kr.pgsdk.examples.shop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.examples.shop.servers.Books.Order;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;

/** Compares the shop's own tables, the payments' store and the gateways' ledgers, to the won. */
final class Audit {
  private final Sandbox sandbox;
  private final Books books;

  Audit(Sandbox sandbox, Books books) {
    this.sandbox = sandbox;
    this.books = books;
  }

  /** Whether nothing more is to come: no doubt, no refund under way, nothing that is due. */
  boolean isOver() {
    return unfinished().equals("[]");
  }

  /** What is still to come, for a failure's message. */
  String unfinished() {
    return books.text(
        """
        select order_id, concat('shop ', state) as what from shop_order
         where state = 'OPEN' or (state = 'ENDED' and settled = false)
        union all select order_id, concat('refund ', state) from shop_refund where state = 'ASKED'
        union all select order_id, 'not delivered' from pay_order where delivered_version < version
        union all select order_id, concat('capturing ', slot_payment) from pay_order
         where slot_payment is not null and state in ('OPEN', 'AWAITING') and paying_payment is null
        union all select order_id, concat(state, ' ', coalesce(code, '')) from pay_refund
         where state in ('NEW', 'IN_FLIGHT', 'UNKNOWN', 'PENDING', 'REFUSED', 'FAILED')
        union all select subject, concat('due ', kind) from pay_work where due_at <= ?
        """,
        System.currentTimeMillis());
  }

  /** Checks everything, and returns how much money the gateways hold. */
  long check() {
    long held = 0;
    for (Order order : books.orders()) {
      held += order(order);
    }
    stock();
    seats();
    points();
    return held;
  }

  private long order(Order order) {
    List<LedgerEntry> moved = moved(order);
    List<Long> captures = amounts(moved, LedgerEntry.Kind.CAPTURE);
    List<Long> returns = amounts(moved, LedgerEntry.Kind.REFUND);
    String where = order + " " + moved + " " + history(order);
    assertThat(order.captured()).as("captured: %s", where).isEqualTo(sum(captures));
    assertThat(order.returned()).as("returned: %s", where).isEqualTo(sum(returns));
    long held =
        switch (order.state()) {
          case "PAID" -> order.price() - order.priceReturned();
          case "REFUNDED", "ENDED", "AWAITING" -> 0;
          default -> throw new AssertionError("not ended: " + where);
        };
    assertThat(order.captured() - order.returned()).as("held: %s", where).isEqualTo(held);
    if (order.state().equals("REFUNDED")) {
      assertThat(order.priceReturned()).as(where).isEqualTo(order.price());
      assertThat(order.pointsReturned()).as(where).isEqualTo(order.points());
    }
    int others = captures.size() - (order.state().equals("ENDED") ? 0 : 1);
    refunds(order, returns, Math.max(0, others), where);
    return held;
  }

  /** Each refund that was asked for moved its money once; what else went back, never paid it. */
  private void refunds(Order order, List<Long> returns, int others, String where) {
    List<Long> unexplained = new ArrayList<>(returns);
    for (long card :
        books.numbers(
            "select card from shop_refund where order_id = ? and state = 'DONE' and card > 0",
            order.id())) {
      assertThat(unexplained.remove(card)).as("refund of %s: %s", card, where).isTrue();
    }
    assertThat(unexplained).as("refunds of other payments: %s", where).hasSize(others);
    assertThat(unexplained).as("whole ones: %s", where).allMatch(won -> won == order.price());
  }

  /** What moved for an order, at all gateways. */
  private List<LedgerEntry> moved(Order order) {
    return Stream.of(AtGateway.values())
        .flatMap(gateway -> moved(gateway.server(sandbox), OrderId.of(order.id())))
        .toList();
  }

  private static Stream<LedgerEntry> moved(SandboxGateway gateway, OrderId order) {
    try {
      return gateway.ledger(order).entries().stream();
    } catch (IllegalArgumentException e) {
      return Stream.of(); // nobody came to its window
    }
  }

  private static List<Long> amounts(List<LedgerEntry> moved, LedgerEntry.Kind kind) {
    return moved.stream()
        .filter(entry -> entry.kind() == kind)
        .map(entry -> entry.amount().amount().longValueExact())
        .toList();
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private String history(Order order) {
    return books.text(
            "select at, what, detail from pay_event where order_id = ? order by at", order.id())
        + books.text("select * from pay_refund where order_id = ?", order.id())
        + books.text("select * from shop_refund where order_id = ?", order.id());
  }

  /** What was delivered is missing from the shelf; what is awaited is reserved. */
  private void stock() {
    assertThat(
            books.text(
                """
                select p.product_id, p.stock, p.reserved from shop_product p where p.stock <>
                  %d - (select coalesce(sum(l.quantity), 0) from shop_order_line l
                    join shop_order o on o.order_id = l.order_id
                   where l.product_id = p.product_id and o.state = 'PAID')
                 or p.reserved <> (select coalesce(sum(l.quantity), 0) from shop_order_line l
                    join shop_order o on o.order_id = l.order_id
                   where l.product_id = p.product_id and o.state = 'AWAITING')
                """
                    .formatted(ShopServersTest.STOCK)))
        .as("stock that isn't what was delivered")
        .isEqualTo("[]");
  }

  private void seats() {
    assertThat(
            books.text(
                """
                select s.seat, s.taken, o.order_id, o.state from shop_seat s
                  join shop_order o on o.order_id = s.order_id
                 where o.state <> 'PAID' or s.taken = false
                """))
        .as("seats that aren't their order's")
        .isEqualTo("[]");
    assertThat(
            books.text(
                """
                select o.order_id from shop_order o where o.kind = 'BOOKING' and o.state = 'PAID'
                   and 1 <> (select count(*) from shop_seat s where s.order_id = o.order_id)
                """))
        .as("bookings without their seat")
        .isEqualTo("[]");
  }

  private void points() {
    assertThat(
            books.text(
                """
                select b.buyer_id, b.balance from shop_points b where b.balance <>
                  (select sum(e.amount) from shop_points_entry e where e.buyer_id = b.buyer_id)
                 or b.balance <> (select coalesce(sum(case when o.kind = 'POINTS'
                      then o.total - o.price_returned else o.points_returned - o.points end), 0)
                    from shop_order o where o.buyer_id = b.buyer_id and o.state in ('PAID', 'REFUNDED'))
                """))
        .as("balances that aren't their orders'")
        .isEqualTo("[]");
  }
}
