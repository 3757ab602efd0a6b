package kr.pgsdk.sandbox.history;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One call of a verb: what was asked, what was said, and which requests it put on the wire. */
final class Call {
  private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

  final int number;
  final Asked asked;
  final boolean settling;
  final List<PlannedFault> faults;

  /** What it put on the wire. */
  final List<Sent> requests = new CopyOnWriteArrayList<>();

  /** The payment it is about, and one that it isn't about; null if there is none. */
  HistoryRun.@Nullable Paid own;

  HistoryRun.@Nullable Paid strange;

  /** The gateway object it was made with, which no other server and no later process has. */
  @Nullable Object server;

  private final Iterator<PlannedFault> next;
  @Nullable Instant started;
  @Nullable Instant ended;

  /** What the verb returned, or threw. */
  @Nullable Object said;

  /**
   * Makes a call.
   *
   * @param settling whether it is made after the faults have stopped
   * @param faults what goes wrong with its requests, in order; nothing with any further
   */
  Call(int number, Asked asked, boolean settling, List<PlannedFault> faults) {
    this.number = number;
    this.asked = asked;
    this.settling = settling;
    this.faults = faults;
    this.next = faults.iterator();
  }

  /** The call this thread is making. */
  static Call current() {
    return CURRENT.get();
  }

  /** Makes the call, as this thread's current one; the outcome is noted, never thrown. */
  void make(World world, Verb verb) {
    CURRENT.set(this);
    started = world.now();
    try {
      said = verb.call();
    } catch (RuntimeException e) {
      said = e;
    } finally {
      ended = world.now();
      CURRENT.remove();
    }
  }

  /** A verb with its arguments. */
  interface Verb {
    Object call();
  }

  PlannedFault nextFault() {
    return next.hasNext() ? next.next() : PlannedFault.NONE;
  }

  /** Whether a request of this call has this number. */
  boolean sent(long request) {
    return requests.stream().anyMatch(sent -> sent.id() == request);
  }

  /** The requests that may move money. */
  List<Sent> posts() {
    return requests.stream().filter(Sent::isMoney).toList();
  }

  /** All others. */
  List<Sent> lookups() {
    return requests.stream().filter(sent -> !sent.isMoney()).toList();
  }

  @Override
  public String toString() {
    String outcome = said instanceof Throwable t ? t.getClass().getSimpleName() : "" + said;
    if (said instanceof Throwable t) {
      outcome += ": " + t.getMessage();
    }
    return "call "
        + number
        + (settling ? " (settling) " : " ")
        + asked
        + " from "
        + started
        + " to "
        + ended
        + ", requests "
        + requests
        + ", faults "
        + faults
        + " -> "
        + outcome;
  }
}
