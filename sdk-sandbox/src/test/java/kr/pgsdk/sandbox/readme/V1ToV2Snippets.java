package kr.pgsdk.sandbox.readme;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEventHandler;
import kr.pgsdk.durable.store.PaymentStore;

/** The code of docs/v1-to-v2.md. A test runs it and holds the pages to it. */
final class V1ToV2Snippets {
  private V1ToV2Snippets() {}

  // snippet both
  static DurablePayments both(
      PaymentStore store, PaymentGateway v1, PaymentGateway v2, PaymentEventHandler handler) {
    return DurablePayments.builder(store, handler).account("v1", v1).account("v2", v2).build();
  }

  // end

  // snippet open
  static Checkout open(DurablePayments payments, OrderId orderId, Money price, boolean byV2) {
    return payments.open(
        OpenOrder.builder(orderId, price).account(byV2 ? "v2" : "v1").orderName("T-shirt").build());
  }
  // end
}
