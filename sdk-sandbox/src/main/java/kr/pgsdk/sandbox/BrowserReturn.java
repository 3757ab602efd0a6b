package kr.pgsdk.sandbox;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * What the buyer's browser brings back to the shop. A browser is not to be trusted: the amount may
 * not be the one the gateway holds.
 *
 * @param paymentId {@code imp_uid} or {@code paymentKey}
 * @param orderId {@code merchant_uid} or {@code orderId}
 * @param amount {@code paid_amount} or {@code amount}, with the currency of the checkout
 */
public record BrowserReturn(PaymentId paymentId, OrderId orderId, Money amount) {}
