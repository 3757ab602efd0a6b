package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.sandbox.wire.Landing;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** One row of {@code cancels}. Guarded by the simulation's lock. */
final class TossCancellation {
  /** A refund to an account lands two days later (cancel guide). */
  private static final Duration TO_AN_ACCOUNT = Duration.ofDays(2);

  /** How far it has come. */
  enum Status {
    IN_PROGRESS,
    DONE,
    ABORTED
  }

  final String transactionKey;
  final BigDecimal amount;
  final String reason;
  final BigDecimal taxFree;
  final @Nullable String cancelRequestId;
  final RefundRecord record;

  Status status = Status.IN_PROGRESS;
  BigDecimal left;
  Instant at;

  /** What became of the money of a deposit that is refunded; null for any other. */
  @Nullable Landing landing;

  TossCancellation(
      String transactionKey,
      BigDecimal amount,
      String reason,
      BigDecimal taxFree,
      @Nullable String cancelRequestId,
      RefundRecord record,
      BigDecimal left,
      Instant at) {
    this.transactionKey = transactionKey;
    this.amount = amount;
    this.reason = reason;
    this.taxFree = taxFree;
    this.cancelRequestId = cancelRequestId;
    this.record = record;
    this.left = left;
    this.at = at;
  }

  /** When its money reaches an account, at the latest. */
  Instant landsAt() {
    return at.plus(TO_AN_ACCOUNT);
  }
}
