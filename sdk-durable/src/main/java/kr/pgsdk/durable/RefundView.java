package kr.pgsdk.durable;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.store.RefundRow;

/**
 * The state of a refund.
 *
 * @param paymentId the payment; empty while it isn't known which
 * @param amount what was asked for; empty for all that was left
 * @param done the amount in the gateway's record of this refund; empty if the gateway shows no such
 *     record
 * @param code the gateway's code, if it refused or if the code explains a doubt
 * @param message why: the SDK's words, and the gateway's own reason if it gave one, redacted
 */
public record RefundView(
    String refundId,
    OrderId orderId,
    Optional<PaymentId> paymentId,
    Optional<Money> amount,
    RefundRow.State state,
    Optional<Money> done,
    Optional<String> code,
    Optional<String> message,
    Instant requestedAt,
    Optional<Instant> endedAt) {

  static RefundView of(RefundRow row) {
    return new RefundView(
        row.refundId(),
        OrderId.of(row.orderId()),
        Optional.ofNullable(row.payment()).map(key -> PaymentId.of(key.paymentId())),
        Optional.ofNullable(row.amount()),
        row.state(),
        Optional.ofNullable(row.doneAmount()),
        Optional.ofNullable(row.code()),
        Optional.ofNullable(row.message()),
        row.createdAt(),
        Optional.ofNullable(row.endedAt()));
  }
}
