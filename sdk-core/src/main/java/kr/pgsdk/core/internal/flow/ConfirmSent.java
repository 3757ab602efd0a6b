package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.Objects;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.OpenConfirms.Sending;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a confirm has sent last, and what else was sent for its payment and may still capture. */
final class ConfirmSent {
  private final OpenConfirms open;
  private final ConfirmRequest request;
  private final Deadline deadline;
  private @Nullable Sending last;
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
    return open.isAnotherOpen(last(), deadline.nanoTime());
  }

  /** Whether one under another key may. */
  boolean isOtherKeyOpen() {
    return open.isOtherKeyOpen(last(), deadline.nanoTime());
  }

  /** Whether another sending may still capture, and wasn't refused. */
  boolean isAnotherUnrefused() {
    return open.isAnotherUnrefused(last(), deadline.nanoTime());
  }

  private Sending last() {
    return Objects.requireNonNull(last, "only asked of after a sending");
  }
}
