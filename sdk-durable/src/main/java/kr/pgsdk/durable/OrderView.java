package kr.pgsdk.durable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;

/**
 * An order as the store knows it.
 *
 * @param delivered whether the shop's handler has got all changes
 * @param capturing whether a payment is being captured, or in doubt
 * @param handlerError the class and line of the handler's last failure; empty if it didn't fail
 * @param payments all its payments, in the order they were seen
 * @param refunds all its refunds, the oldest first
 * @param history what happened, the oldest first; at most 200 lines
 */
public record OrderView(
    OrderId orderId,
    Money price,
    OrderRow.State state,
    boolean delivered,
    boolean capturing,
    Optional<String> handlerError,
    List<PaymentRow> payments,
    List<RefundView> refunds,
    List<EventRow> history,
    Instant createdAt) {}
