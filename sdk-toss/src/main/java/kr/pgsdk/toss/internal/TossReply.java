package kr.pgsdk.toss.internal;

import java.time.Duration;
import java.util.Set;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.toss.model.TossPayment;

/**
 * What Toss answered to a POST.
 *
 * @param payment the payment as of then
 * @param replayed whether it is, or can be, an old response, given again for the same idempotency
 *     key: the payment may have changed since
 * @param followsDoubt whether the same call had sent the request before, and may have had it done
 */
public record TossReply(TossPayment payment, boolean replayed, boolean followsDoubt) {
  private static final Set<String> CAPTURED = Set.of("DONE", "CANCELED", "PARTIAL_CANCELED");

  /**
   * Reads the response to a confirm or a charge. Whether a replay is marked is not documented, so a
   * response that doesn't prove its age counts as one too.
   *
   * @param spent how long ago the call began
   * @param redaction what must not be seen in the payment's texts
   */
  public static TossReply ofConfirm(HttpResponse response, Duration spent, Redaction redaction) {
    TossPayment payment =
        TossPayment.read(Json.object(response.json(), TossNames.PAYMENT), redaction);
    boolean old = isMarkedReplay(response) || mayBeOld(payment, response, spent);
    return new TossReply(payment, old, response.followsDoubt());
  }

  /** Nothing captured yet is nothing that could have been refunded since. */
  private static boolean mayBeOld(TossPayment payment, HttpResponse response, Duration spent) {
    return CAPTURED.contains(payment.status())
        && response.mayBeOld(payment.approvedAt().orElse(null), spent);
  }

  public static TossReply ofCancel(HttpResponse response, Redaction redaction) {
    return new TossReply(
        TossPayment.read(Json.object(response.json(), TossNames.PAYMENT), redaction),
        isMarkedReplay(response),
        response.followsDoubt());
  }

  /** Whether it is marked as a replay: by two trace ids, as was seen, and isn't documented. */
  public static boolean isMarkedReplay(HttpResponse response) {
    return TossResponses.traceIds(response).stream().distinct().count() > 1;
  }
}
