package kr.pgsdk.benchmarks.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link BareClient} reads of a payment: what the SDK's {@code Payment} says of it. */
record BarePayment(
    String paymentId,
    String orderId,
    String status,
    BigDecimal amount,
    BigDecimal balance,
    String currency,
    @Nullable String method,
    @Nullable String orderName,
    @Nullable Instant paidAt,
    List<Cancel> cancels) {

  /** A refund. */
  record Cancel(BigDecimal amount, @Nullable String reason, @Nullable Instant at) {}
}
