package kr.pgsdk.toss;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import kr.pgsdk.core.internal.HttpAnswer;
import kr.pgsdk.core.internal.Json;

/**
 * What Toss answered to a POST.
 *
 * @param payment the payment as of then
 * @param replayed whether it is an old answer, given again for the same idempotency key: the
 *     payment may have changed since
 * @param followsDoubt whether the same call had sent the request before, and may have had it done
 */
record Answered(TossPayment payment, boolean replayed, boolean followsDoubt) {
  /** What happened longer ago than this was not done by the request that is answered now. */
  private static final Duration FRESH = Duration.ofSeconds(60);

  static Answered ofConfirm(HttpAnswer answer) {
    TossPayment payment = TossPayment.read(Json.object(answer));
    Instant approved = payment.approvedAt().orElse(null);
    Instant answered = answer.date();
    boolean old = approved != null && answered != null && approved.plus(FRESH).isBefore(answered);
    return new Answered(payment, old || isMarkedReplay(answer), answer.followsDoubt());
  }

  static Answered ofCancel(HttpAnswer answer) {
    return new Answered(
        TossPayment.read(Json.object(answer)), isMarkedReplay(answer), answer.followsDoubt());
  }

  /** The cancel that came last; the order of the list is not promised. */
  static Optional<TossCancel> newestCancel(TossPayment payment) {
    Optional<String> last = payment.lastTransactionKey().or(payment::transactionKey);
    return payment.cancels().stream()
        .filter(cancel -> last.isPresent() && cancel.transactionKey().equals(last))
        .findFirst()
        .or(
            () ->
                payment.cancels().stream()
                    .max(Comparator.comparing(c -> c.canceledAt().orElse(Instant.MIN))));
  }

  // Seen, not documented: a replay carries a new trace id and the first answer's.
  private static boolean isMarkedReplay(HttpAnswer answer) {
    return TossAnswers.traceIds(answer).size() > 1;
  }
}
