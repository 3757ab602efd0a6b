package kr.pgsdk.sandbox.matrix;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/** The order that a call is about. */
record Scene(OrderId orderId, PaymentId paymentId) {}
