package kr.pgsdk.sandbox.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/**
 * How one cell came out.
 *
 * @param value what the call returned; null if it threw
 * @param thrown what the call threw; null if it returned
 * @param requests the requests that arrived at the gateway, by name and in order
 * @param took how long the call took
 * @param broken the rules it broke: none, if the SDK is right
 */
record CellResult(
    Cell cell,
    @Nullable Object value,
    @Nullable Throwable thrown,
    List<String> requests,
    Duration took,
    List<String> broken) {

  /** What was returned or thrown, the requests and the time as one text. */
  Outcome outcome() {
    return new Outcome(cell, end() + " · " + wire() + time());
  }

  private String end() {
    if (thrown instanceof PaymentException e) {
      String name = e.getClass().getSimpleName().replace("Exception", "");
      return "**" + name + "**" + (e.isRetryable() ? ", retryable" : "");
    }
    if (thrown != null) {
      return thrown.getClass().getName();
    }
    if (value instanceof NotConfirmed refused) {
      return "NotConfirmed: " + refused.reason() + ", held " + refused.moneyHeld();
    }
    if (value instanceof Confirmed || value instanceof Cancellation) {
      return value.getClass().getSimpleName();
    }
    if (value instanceof AuthToken) {
      return "a token";
    }
    if (value instanceof Preparation) {
      return "registered";
    }
    if (value instanceof Optional<?> found && found.isPresent()) {
      Known status = ((Payment) found.get()).status().known();
      return status == Known.PAID ? "found" : "found: " + status;
    }
    return "not found";
  }

  /** The requests in order, repetitions counted: {@code lookup, cancel, lookup ×3}. */
  private String wire() {
    if (requests.isEmpty()) {
      return "nothing sent";
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < requests.size(); ) {
      int end = i;
      while (end < requests.size() && requests.get(end).equals(requests.get(i))) {
        end++;
      }
      words.append(i == 0 ? "" : ", ").append(requests.get(i));
      words.append(end - i > 1 ? " ×" + (end - i) : "");
      i = end;
    }
    return words.toString();
  }

  private String time() {
    FaultCase.TimeLimit limit = cell.faultCase().limit();
    if (limit != FaultCase.TimeLimit.DEADLINE) {
      return "";
    }
    long share = took.toMillis() * 100 / limit.deadlineMillis;
    return share >= 88 ? " · deadline" : share >= 60 ? " · ¾ deadline" : " · at once";
  }
}
