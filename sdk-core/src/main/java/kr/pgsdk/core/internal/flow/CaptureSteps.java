package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link ConfirmFlow} whose confirm captures the money. */
public interface CaptureSteps extends ConfirmSteps {
  /**
   * A response to a capture.
   *
   * @param payment null if the response doesn't show it: then it is looked up
   * @param replay whether it can be an old response, given again for the same key
   * @param followsDoubt whether the same call had sent it before, and may have had it done
   */
  record Captured(@Nullable Payment payment, boolean replay, boolean followsDoubt) {}

  @Override
  default @Nullable CaptureSteps capturing(ConfirmRequest request) {
    return this;
  }

  /**
   * Builds the capture, while it doesn't count as sent.
   *
   * @param number 1, or the next after a refusal that may have passed: each has a key of its own
   * @throws IllegalArgumentException if a value breaks a rule of the gateway's request
   */
  Sendable<Captured> capture(ConfirmRequest request, int number);

  /** What a refusal of a capture proves. */
  RefusalClass classify(GatewayException refusal);

  /** Whether another sending may get another response than this refusal. */
  boolean mayPass(GatewayException refusal);

  /** Whether a refusal says that the gateway knows no such payment. */
  boolean saysNotFound(GatewayException refusal);

  /** Whether a refusal is about the address that was called, not about the payment. */
  boolean isMisdirected(GatewayException refusal);

  /** Whether a refusal says that the payment isn't the one that was to be captured. */
  default boolean saysMismatch(GatewayException refusal) {
    return false;
  }

  /** Waits before the next capture; false if there must be none. */
  boolean pause(int number, Deadline deadline);
}
