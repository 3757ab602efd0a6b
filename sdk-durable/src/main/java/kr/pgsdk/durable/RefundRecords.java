package kr.pgsdk.durable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Alarm;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Writes what became of a refund, alone in its transaction. */
record RefundRecords(PaymentStore store, Sealer sealer) {
  /** What a call proves of itself, whoever has sent the refund since. */
  private static final Set<State> PROOF = EnumSet.of(State.DONE, State.PENDING, State.DEPOSITED);

  /** What became of a refund; {@code request} is what another server has to go on with. */
  record Result(
      State state,
      @Nullable CancelRequest request,
      @Nullable Money done,
      @Nullable String code,
      @Nullable String message) {
    static Result proved(State state, CancelRequest request, @Nullable Money done) {
      return new Result(state, request, done, null, null);
    }
  }

  /**
   * Writes it. The answer to its own POST is proof under any fence, also against an end that denies
   * it; a doubt or a refusal is this server's to write only while no other has sent it since.
   *
   * @param refund as it was when it was sent
   */
  void write(RefundRow refund, Result result) {
    store
        .inNew(session -> written(session, refund, result))
        .ifPresent(denied -> RefundAlarms.logDenied(refund, result.state(), denied));
  }

  /** Returns the end that it contradicts, if it does. */
  private Optional<State> written(StoreSession session, RefundRow refund, Result result) {
    RefundRow now = session.lockRefund(refund.refundId()).orElseThrow();
    boolean mine = now.fence() == refund.fence();
    boolean proof = PROOF.contains(result.state());
    boolean contradicts = proof && RefundAlarms.contradicts(now.state(), result.state());
    if ((!mine && !proof) || (now.state().isEnd() && !contradicts)) {
      return Optional.empty();
    }
    CancelRequest request = result.request();
    Instant at = session.now();
    RefundRow row =
        now.of(refund.payment() == null ? now.payment() : refund.payment())
            .ended(
                result.state(),
                request == null ? null : sealer.seal(request.toText()),
                result.done(),
                cut(result.code(), 100),
                cut(result.message(), 500),
                at);
    if (row.state() == State.UNKNOWN && !RefundTurns.mayBeWorkedOn(row, at)) {
      row = row.withoutSlot();
    }
    save(session, contradicts ? row.alarmed(Alarm.DONE_AFTER_ALL) : row);
    if (contradicts && !row.state().isEnd()) {
      session.hint(new WorkKey(WorkKey.Kind.REFUND, row.refundId())); // it had rested
    }
    if (row.state().isEnd() || (row.state() == State.PENDING && now.state() != State.PENDING)) {
      RefundTurns.wake(session, row);
    }
    if (proof) {
      // The payment has changed too; whoever dies before recording that leaves this behind.
      session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
    }
    return contradicts ? Optional.of(now.state()) : Optional.empty();
  }

  /** Writes a refund whose state has changed, with a line in the history. */
  static void save(StoreSession session, RefundRow row) {
    session.updateRefund(row);
    session.addEvent(
        new EventRow(
            row.orderId(),
            session.now(),
            "REFUND_" + row.state(),
            null,
            "refund "
                + row.refundId()
                + (row.alarm() == Alarm.DONE_AFTER_ALL ? ", after it stood as not executed" : "")));
  }

  /** As the columns hold it: what the gateway did must not go unwritten for its words. */
  private static @Nullable String cut(@Nullable String words, int length) {
    if (words == null) {
      return null;
    }
    String text = words.replace('\0', ' ');
    return text.length() <= length ? text : text.substring(0, length);
  }
}
