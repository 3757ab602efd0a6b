package kr.pgsdk.sandbox.history;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;

/** The few places where the histories depend on how the SDK puts it. */
final class Said {
  private Said() {}

  /** What a cancel says has gone back by it; empty if it doesn't say. */
  static Optional<Money> cancelledNow(Cancellation said) {
    return said.cancelledNow();
  }

  /** The same, as if the gateway had only taken it on. */
  static Cancellation.Pending asPending(Cancellation.Cancelled done) {
    return new Cancellation.Pending(done.payment(), done.cancelledNow().orElse(null));
  }

  /** Whether it says that the gateway had taken the refund on, and gave it up. */
  static boolean isGivenUp(GatewayException said) {
    String message = String.valueOf(said.getMessage());
    return message.contains("given up") || message.contains("gave it up");
  }

  /** What another process hands in that has read from the database what the first stored. */
  static CancelRequest stored(CancelRequest pending) {
    return CancelRequest.resume(pending.toText());
  }
}
