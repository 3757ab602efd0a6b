package kr.pgsdk.durable.store;

/** The tables of a store in memory; rows are immutable, so a copy of the maps is a snapshot. */
record MemoryTables(
    MemoryOrders orders,
    MemoryPayments payments,
    MemoryRefunds refunds,
    MemoryWork work,
    MemoryEvents events,
    MemoryAccounts accounts) {

  static MemoryTables empty() {
    return new MemoryTables(
        new MemoryOrders(),
        new MemoryPayments(),
        new MemoryRefunds(),
        new MemoryWork(),
        new MemoryEvents(),
        new MemoryAccounts());
  }

  MemoryTables copy() {
    return new MemoryTables(
        new MemoryOrders(orders),
        new MemoryPayments(payments),
        new MemoryRefunds(refunds),
        new MemoryWork(work),
        new MemoryEvents(events),
        new MemoryAccounts(accounts));
  }

  void deleteOrder(String orderId) {
    refunds
        .ofOrder(orderId)
        .forEach(row -> work.delete(new WorkKey(WorkKey.Kind.REFUND, row.refundId())));
    payments.deleteOfOrder(orderId);
    refunds.deleteOfOrder(orderId);
    events.deleteOfOrder(orderId);
    orders.delete(orderId);
    work.delete(new WorkKey(WorkKey.Kind.ORDER, orderId));
    work.delete(new WorkKey(WorkKey.Kind.EFFECTS, orderId));
  }
}
