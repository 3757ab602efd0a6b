package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.CancelState.Sent;
import org.jspecify.annotations.Nullable;

/**
 * How a refund is told from others by the reason that is recorded with it.
 *
 * @param reference as it is sent, the same in each sending; null for none
 * @param made whether the SDK made the reference: then its beginning is no other refund's
 * @param reason as it is sent
 */
record CancelMark(@Nullable String reference, boolean made, String reason, CancelSteps steps) {
  static CancelMark of(CancelRequest request, CancelSteps steps) {
    CancelMemory memory = CancelMemory.of(request);
    Sent sent = memory.state().sent();
    boolean pinned = sent != null && memory.state().phase() != Phase.NOT_EXECUTED;
    String reference =
        sent != null && pinned ? sent.reference() : Reference.of(request, steps.makesReferences());
    boolean made = reference != null && request.reference().isEmpty();
    String reason = Reference.inFrontOf(request.reason(), reference);
    return new CancelMark(reference, made, reason, steps);
  }

  /** Whether a cancel carries the refund's own reference. */
  boolean isOwn(PaymentCancel cancel) {
    return reference != null
        && !cancel.outside()
        && reference.equals(Reference.in(cancel.reason().orElse(null)));
  }

  /**
   * Whether a cancel carries another's reference, or no request asked for it. A reason in brackets
   * may also be the shop's own words, or a payment company's.
   */
  boolean isAnothers(PaymentCancel cancel) {
    if (cancel.outside()) {
      return true;
    }
    String recorded = recorded(cancel);
    String marked = Reference.in(cancel.reason().orElse(null));
    if (marked == null) {
      return Reference.looksCut(recorded) && !reason.startsWith(recorded);
    }
    return !marked.equals(reference)
        && !recorded.equals(reason.strip())
        && (steps.keepsReasons() || Reference.looksMade(marked));
  }

  /** Whether so much is left of a reason that it can be no other refund's than this one's. */
  boolean isOwnCut(PaymentCancel cancel) {
    String recorded = recorded(cancel);
    return made && Reference.looksCut(recorded) && reason.startsWith(recorded);
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
