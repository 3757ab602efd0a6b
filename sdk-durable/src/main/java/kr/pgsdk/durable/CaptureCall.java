package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Slot;
import kr.pgsdk.durable.store.PaymentKey;
import org.jspecify.annotations.Nullable;

/**
 * A call that may capture, as it is written before it is sent. Others may call under the same slot:
 * a reload, or {@code resume}. A refusal frees the slot only where nothing that another call has
 * sent can be worked on any more.
 *
 * @param slot as this call has taken or prolonged it
 * @param before the slot of the calls before it; null if there were none
 * @param alone whether nothing of those can be worked on any more
 * @param sends whether it may capture; else it looks, once all the others are over
 * @param start this server's clock before that was written
 */
record CaptureCall(Slot slot, @Nullable Slot before, boolean alone, boolean sends, long start) {
  /** Takes the slot of an order, or joins the calls that have it. */
  static CaptureCall begin(
      @Nullable Slot held, PaymentKey payment, Instant now, Duration call, long start) {
    Instant until = now.plus(call);
    if (held == null) {
      return new CaptureCall(new Slot(payment, now, until), null, true, true, start);
    }
    // Another time than the others', also within one millisecond: each tells by it who has joined.
    Instant later = until.isAfter(held.until()) ? until : held.until().plusMillis(1);
    return new CaptureCall(held.calledUntil(later), held, isOver(held, now), true, start);
  }

  /** Looks at a capture that nothing sent can change any more; null while something may. */
  static @Nullable CaptureCall look(Slot held, Instant now) {
    return isOver(held, now) ? new CaptureCall(held, null, true, false, 0) : null;
  }

  /** Whether nothing that was sent under a slot can be worked on any more. */
  private static boolean isOver(Slot slot, Instant now) {
    return !now.isBefore(slot.until().plus(Settings.LONGEST_WORK));
  }

  /**
   * Returns the order after the gateway has refused this call: its slot is free if no other call
   * can capture, else as it was before this one.
   */
  OrderRow refused(OrderRow order) {
    return with(order, alone ? null : before);
  }

  /**
   * Returns the order after a call that surely sent nothing: an earlier one may have captured all
   * the same.
   */
  OrderRow takenBack(OrderRow order) {
    return with(order, before);
  }

  /** Leaves the slot as it is if another call has joined since. */
  private OrderRow with(OrderRow order, @Nullable Slot other) {
    return slot.equals(order.slot()) ? order.with(other, order.attempts()) : order;
  }
}
