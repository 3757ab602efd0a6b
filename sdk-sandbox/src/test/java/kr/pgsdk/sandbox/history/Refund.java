package kr.pgsdk.sandbox.history;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.OutcomeUnknownException;
import org.jspecify.annotations.Nullable;

/**
 * One refund the shop means to make, through all the calls it takes: the same request object, or
 * what an {@code OutcomeUnknownException} gave to go on with.
 */
final class Refund {
  final int number;
  final int payment;

  /** The balance the shop named; null for none. */
  final @Nullable Money given;

  /** How much; null for all. */
  final @Nullable Money amount;

  final List<Call> calls = new CopyOnWriteArrayList<>();

  /** What the next call hands in. */
  volatile CancelRequest request;

  Refund(int number, int payment, CancelRequest request) {
    this.number = number;
    this.payment = payment;
    this.amount = request.amount().orElse(null);
    this.given = request.expectedBalance().orElse(null);
    this.request = request;
  }

  /** Whether the last call has ended without saying what became of it, and none is running. */
  boolean isInDoubt() {
    boolean running = calls.stream().anyMatch(call -> call.ended == null);
    Object last = calls.isEmpty() ? null : calls.get(calls.size() - 1).said;
    return !running && last instanceof OutcomeUnknownException;
  }

  /** Whether one of its calls put this request on the wire. */
  boolean sent(long requestId) {
    return calls.stream().anyMatch(call -> call.sent(requestId));
  }
}
