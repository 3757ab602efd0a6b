package kr.pgsdk.durable.store;

import java.util.List;
import java.util.function.Function;

/** The tables of a shop, within a transaction; what a row holds is {@link JdbcRows}'s to say. */
record JdbcTables(
    JdbcOrders orders,
    JdbcPayments payments,
    JdbcRefunds refunds,
    JdbcWork work,
    JdbcEvents events,
    JdbcAccounts accounts) {

  static JdbcTables of(Sql sql, Dialect dialect, Tables names, String shop) {
    Function<Table, JdbcTable> of = table -> new JdbcTable(sql, dialect, table, shop);
    return new JdbcTables(
        new JdbcOrders(of.apply(names.orders())),
        new JdbcPayments(of.apply(names.payments()), of.apply(names.cancels())),
        new JdbcRefunds(of.apply(names.refunds())),
        new JdbcWork(of.apply(names.work())),
        new JdbcEvents(of.apply(names.events()), of.apply(names.seen())),
        new JdbcAccounts(of.apply(names.accounts()), of.apply(names.tokens())));
  }

  void deleteOrder(String orderId) {
    List<RefundRow> refundsOfOrder = refunds.ofOrder(orderId);
    payments.deleteOfOrder(orderId);
    refunds.deleteOfOrder(orderId);
    events.deleteOfOrder(orderId);
    orders.delete(orderId);
    refundsOfOrder.forEach(row -> work.delete(new WorkKey(WorkKey.Kind.REFUND, row.refundId())));
    work.delete(new WorkKey(WorkKey.Kind.ORDER, orderId));
    work.delete(new WorkKey(WorkKey.Kind.EFFECTS, orderId));
  }
}
