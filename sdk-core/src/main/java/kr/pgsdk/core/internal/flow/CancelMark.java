package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.internal.memory.CancelMemory;
import kr.pgsdk.core.internal.memory.CancelState.Phase;
import kr.pgsdk.core.internal.memory.CancelState.Sent;
import org.jspecify.annotations.Nullable;

/**
 * How a refund is told from others by the reason that is recorded with it.
 *
 * @param reference as it is sent, the same in each sending; null for none
 * @param reason as it is sent
 */
record CancelMark(@Nullable String reference, String reason, CancelSteps steps) {
  static CancelMark of(CancelRequest request, CancelSteps steps) {
    CancelMemory memory = CancelMemory.of(request);
    Sent sent = memory.state().sent();
    boolean pinned = sent != null && memory.state().phase() != Phase.NOT_EXECUTED;
    String reference =
        sent != null && pinned ? sent.reference() : Reference.of(request, steps.makesReferences());
    return new CancelMark(reference, Reference.inFrontOf(request.reason(), reference), steps);
  }

  /** Whether a cancel carries the refund's own reference. */
  boolean isOwn(PaymentCancel cancel) {
    return reference != null && reference.equals(Reference.in(cancel.reason().orElse(null)));
  }

  /**
   * Whether a cancel carries another's reference. A reason in brackets may also be the shop's own
   * words, or a payment company's.
   */
  boolean isAnothers(PaymentCancel cancel) {
    String marked = Reference.in(cancel.reason().orElse(null));
    return marked != null
        && !marked.equals(reference)
        && !recorded(cancel).equals(reason.strip())
        && (steps.keepsReasons() || Reference.looksMade(marked));
  }

  /** Whether a reason leaves it open that the cancel is the refund. */
  boolean mayBeOwn(PaymentCancel cancel) {
    if (isAnothers(cancel)) {
      return false;
    }
    // Where reasons are kept, a cancel with another one is another's.
    String recorded = recorded(cancel);
    return !steps.keepsReasons()
        || recorded.isEmpty()
        || isOwn(cancel)
        || recorded.equals(reason.strip());
  }

  /** Whether a reason says nothing of who cancelled: none, the gateway's own, or this one, cut. */
  boolean isLost(PaymentCancel cancel) {
    String recorded = recorded(cancel);
    return recorded.isEmpty() || steps.isReasonLost(recorded) || reason.startsWith(recorded);
  }

  private static String recorded(PaymentCancel cancel) {
    return cancel.reason().map(String::strip).orElse("");
  }
}
