package kr.pgsdk.durable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
   * Writes it. The response to its own POST is proof under any fence, also against an end that
   * denies it; a doubt or a refusal is this server's to write only while no other has sent it
   * since.
   *
   * @param refund as it was when it was sent
   */
  void write(RefundRow refund, Result result) {
    store
        .inNew(session -> written(session, refund, result))
        .ifPresent(denied -> RefundAlarms.logDenied(refund, result.state(), denied));
  }

  /** Returns the request as it was stored right before it was sent: as a doubt. */
  CancelRequest stored(String pinned) {
    return CancelRequest.resume(sealer.open(pinned));
  }

  /** Writes it if that holds in the same transaction; this server may have stood still since. */
  boolean writeIf(RefundRow refund, Result result, Predicate<StoreSession> holds) {
    return store.inNew(
        session -> {
          boolean writes = holds.test(session);
          if (writes) {
            Optional<State> unused = written(session, refund, result);
          }
          return writes;
        });
  }

  /** Returns the end that it contradicts, if it does. */
  private Optional<State> written(StoreSession session, RefundRow refund, Result result) {
    RefundRow now = session.lockRefund(refund.refundId()).orElseThrow();
    boolean mine = now.fence() == refund.fence();
    boolean proof = PROOF.contains(result.state());
    boolean contradicts =
        proof && movedMoney(result) && RefundAlarms.contradicts(now.state(), result.state());
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
    if (row.state() == State.UNKNOWN && !RefundConflicts.mayBeWorkedOn(row, at)) {
      row = row.withoutSlot();
    }
    boolean news = isNews(session, now, row.state());
    save(session, contradicts ? row.alarmed(Alarm.DONE_AFTER_ALL) : row, news);
    if (contradicts && !row.state().isEnd()) {
      session.hint(new WorkKey(WorkKey.Kind.REFUND, row.refundId())); // it had rested
    }
    if (row.state().isEnd() || (row.state() == State.PENDING && news)) {
      RefundConflicts.wake(session, row);
    }
    if (proof && news) {
      // The payment has changed too; whoever dies before recording that leaves this behind.
      session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
    }
    return contradicts ? Optional.of(now.state()) : Optional.empty();
  }

  /** Whether its own money moved: that nothing is left may be somebody else's doing. */
  private static boolean movedMoney(Result result) {
    return result.state() == State.PENDING || result.done() != null;
  }

  /**
   * Whether a state is news: a doubt is told once, however often it is sent again, and a refund
   * that couldn't be sent is as it was.
   */
  private static boolean isNews(StoreSession session, RefundRow now, State state) {
    if (now.state() == state || state == State.NEW) {
      return false;
    }
    String named = named(now);
    return state != State.UNKNOWN
        || session.events(now.orderId()).stream()
            .filter(line -> line.what().equals(word(state)))
            .map(line -> String.valueOf(line.detail()))
            .noneMatch(detail -> detail.equals(named) || detail.startsWith(named + ","));
  }

  private static String word(State state) {
    return "REFUND_" + state;
  }

  private static String named(RefundRow refund) {
    return "refund " + refund.refundId();
  }

  /**
   * Writes a refund.
   *
   * @param news whether its state has changed, which the history tells
   */
  static void save(StoreSession session, RefundRow row, boolean news) {
    session.updateRefund(row);
    if (!news) {
      return;
    }
    session.addEvent(
        new EventRow(
            row.orderId(),
            session.now(),
            word(row.state()),
            null,
            named(row)
                + (row.sends() > 1 ? ", sent " + row.sends() + " times" : "")
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
