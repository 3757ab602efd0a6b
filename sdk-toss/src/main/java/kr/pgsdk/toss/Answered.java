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
  /** Both times are cut to whole seconds, and come from two of Toss's machines. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

  /**
   * Reads the answer to a confirm. Whether a replay is marked is not documented, so what was
   * approved before the call began counts as one too.
   *
   * @param spent how long ago the call began
   */
  static Answered ofConfirm(HttpAnswer answer, Duration spent) {
    TossPayment payment = TossPayment.read(Json.object(answer));
    Instant approved = payment.approvedAt().orElse(null);
    Instant answered = answer.date();
    boolean old =
        approved != null
            && answered != null
            && approved.plus(spent).plus(CLOCK_SLACK).isBefore(answered);
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
