package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.OpenConfirms.Capture;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a confirm has sent last, and what else was sent for its payment and may still capture. */
final class ConfirmSent {
  private final OpenConfirms open;
  private final ConfirmRequest request;
  private final Deadline deadline;
  private @Nullable Capture last;
  private @Nullable GatewayException doubted;
  private int count;

  ConfirmSent(OpenConfirms open, ConfirmRequest request, Deadline deadline) {
    this.open = open;
    this.request = request;
    this.deadline = deadline;
  }

  /** Notes a sending that is about to begin. */
  void begin(int keyNumber) {
    Duration longest = deadline.forMoney().left().plus(CancelSteps.LONGEST_WORK);
    last = open.begin(request, keyNumber, deadline.nanoTime(), longest);
    count++;
  }

  /** How often this confirm has sent. */
  int count() {
    return count;
  }

  /** Notes that nothing more comes of the last sending. */
  void end() {
    open.end(last());
  }

  /** Notes that the last sending was refused, and may have captured all the same. */
  void doubted(GatewayException refusal) {
    open.refused(last());
    doubted = refusal;
  }

  /** The last refusal that left a doubt; null if none did. */
  @Nullable GatewayException doubted() {
    return doubted;
  }

  /** Whether another sending may still capture. */
  boolean isAnotherOpen() {
    return isAnyOpen(other -> true);
  }

  /** Whether one under another key may. */
  boolean isOtherKeyOpen() {
    return isAnyOpen(other -> !other.hasKeyOf(last()));
  }

  /** Whether another sending may still capture, and wasn't refused. */
  boolean isAnotherUnrefused() {
    return isAnyOpen(other -> !other.isRefused());
  }

  private boolean isAnyOpen(Predicate<Capture> condition) {
    return open.isAny(
        request.paymentId(), deadline.nanoTime(), other -> other != last && condition.test(other));
  }

  private Capture last() {
    return Objects.requireNonNull(last, "only asked of after a sending");
  }
}
