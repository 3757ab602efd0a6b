package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.CancelState.Words;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.flow.CancelSteps.Reply;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What one call sends, once. It is noted in the refund's memory before it goes out, and so is what
 * came of it.
 */
final class CancelSent {
  private final Look look;
  private final CancelToSend order;
  private final Sendable<Reply> cancel;
  private final CancelSteps steps;
  private final CancelMemory memory;
  private final Deadline deadline;
  private final CancelState unsent;
  private final @Nullable Long workBefore;

  /**
   * Builds it.
   *
   * @throws IllegalArgumentException if a value breaks a rule of the gateway's request
   */
  CancelSent(
      Look look, CancelToSend order, CancelSteps steps, CancelMemory memory, Deadline deadline) {
    this.look = look;
    this.order = order;
    this.cancel = steps.cancel(order);
    this.steps = steps;
    this.memory = memory;
    this.deadline = deadline;
    this.unsent = memory.state();
    this.workBefore = memory.workOverAt();
  }

  /** The lookup that it is sent on the ground of. */
  Look look() {
    return look;
  }

  CancelToSend order() {
    return order;
  }

  /** What was known of the refund before this call sent anything. */
  CancelState unsent() {
    return unsent;
  }

  /** Notes it before it goes out: who stores the request meanwhile stores the doubt. */
  void sending() {
    memory.note(memory.state().in(Phase.IN_DOUBT));
    workMayGoOn();
  }

  Reply send() {
    return cancel.send(deadline);
  }

  /** Forgets the sending, which surely did nothing. */
  void takeBack() {
    memory.note(unsent);
    memory.workIsOverAt(workBefore);
  }

  /**
   * Notes a doubt: the response proves nothing, or there is none.
   *
   * @param answered whether there was a response, from the gateway or from a proxy
   * @param refusal the response, if it is a refusal
   */
  void doubted(PaymentException doubt, boolean answered, @Nullable GatewayException refusal) {
    boolean byBank =
        refusal != null && steps.classify(refusal) == RefusalClass.UNCERTAIN_AT_THE_BANK;
    String code = doubt.gatewayCode().orElse(null);
    Words words = code == null ? null : new Words(code, doubt.gatewayMessage().orElse(null));
    memory.note(memory.state().doubted(answered, byBank, words));
  }

  /**
   * Notes how it was answered.
   *
   * @param serverError whether by a server error, which the gateway may not keep under the key
   */
  void mayLackRecord(boolean serverError) {
    memory.mayLackRecord(serverError || memory.mayLackRecord());
  }

  /** What this call has sent may be worked on for that long. */
  void workMayGoOn() {
    Duration untilOver = deadline.forMoney().left().plus(CancelSteps.LONGEST_WORK);
    memory.workIsOverAt(deadline.nanoTime() + untilOver.toNanos());
  }
}
