package kr.pgsdk.sandbox.matrix;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.Sandbox;

/** What a call under test finds: a sandbox, and an order for which the buyer has done all. */
record Given(GatewayUnderTest gateway, Sandbox sandbox, OrderId orderId, PaymentId paymentId) {
  static Given paidOrder(GatewayUnderTest gateway, Sandbox sandbox) {
    OrderId orderId = OrderId.random();
    return new Given(gateway, sandbox, orderId, gateway.checkout(sandbox, orderId));
  }
}
