package kr.pgsdk.durable.store;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import org.jspecify.annotations.Nullable;

/**
 * One cancel of a payment, as the gateway shows it.
 *
 * @param rowKey the gateway's number for it, else amount, time and a count among equals
 * @param refundId the refund it belongs to; null while that isn't known, and for a console's
 */
public record CancelRow(
    PaymentKey payment,
    String rowKey,
    Money amount,
    PaymentCancel.State state,
    @Nullable String refundId) {}
