package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.flow.ConfirmSteps.Found;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** Where the payment of a confirm stands, and what it means if the lookup fails. */
final class ConfirmLookup {
  private final CaptureSteps steps;
  private final ConfirmRequest request;
  private final Deadline deadline;
  private boolean over;

  ConfirmLookup(CaptureSteps steps, ConfirmRequest request, Deadline deadline) {
    this.steps = steps;
    this.request = request;
    this.deadline = deadline;
  }

  /** Whether the last lookup has shown that nothing can be captured any more. */
  boolean isOver() {
    return over;
  }

  /** Returns the payment; null if the gateway says that there is none. */
  @Nullable Payment find() {
    Found found = steps.find(request, deadline);
    over = found.over();
    return found.payment();
  }

  /** As {@link #find}; a lookup that fails leaves a doubt. */
  @Nullable Payment findOrDoubt(@Nullable PaymentException why) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      throw doubt(why, e);
    }
  }

  /** As {@link #find}; null too if the lookup fails, which is noted with the refusal. */
  @Nullable Payment findOrNull(GatewayException refusal) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      refusal.addSuppressed(e);
      return null;
    }
  }

  /**
   * As {@link #findOrDoubt}. A wrong address answers a lookup as it answered the only sending:
   * nothing was asked of it, and there is no doubt.
   *
   * @param onlySending whether nothing else was sent for the payment
   */
  @Nullable Payment findUnlessMisdirected(GatewayException refusal, boolean onlySending) {
    try {
      return find();
    } catch (PaymentException | IllegalStateException e) {
      boolean misdirected =
          e instanceof GatewayException answer
              && steps.isMisdirected(answer)
              && steps.isMisdirected(refusal);
      throw misdirected && onlySending ? refusal : doubt(refusal, e);
    }
  }

  private OutcomeUnknownException doubt(@Nullable PaymentException why, RuntimeException failed) {
    return new ConfirmErrors(request, steps.terms()).unknown(why, failed);
  }
}
