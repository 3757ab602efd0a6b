package kr.pgsdk.sandbox.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a gateway has taken on, and what became of it, whatever its responses showed.
 * Guarded by the simulation's lock until it is copied.
 */
public final class RefundRecord {
  /** How far a refund has come. */
  public enum State {
    /** Taken on; no money has moved. */
    UNDER_WAY,
    /** The money is back, or the account that waited for it is closed. */
    DONE,
    /** Given up; no money moves by it any more. */
    FAILED
  }

  /** A state, and since when. */
  public record Change(State state, Instant at) {}

  private final Money amount;
  private final Money balanceBefore;
  private final Cause cause;
  private final List<Change> changes;

  /** A refund that is taken on at {@code now}, when the gateway showed this balance. */
  public RefundRecord(Money amount, Money balanceBefore, Cause cause, Instant now) {
    this(amount, balanceBefore, cause, List.of(new Change(State.UNDER_WAY, now)));
  }

  private RefundRecord(Money amount, Money balanceBefore, Cause cause, List<Change> changes) {
    this.amount = amount;
    this.balanceBefore = balanceBefore;
    this.cause = cause;
    this.changes = new ArrayList<>(changes);
  }

  /** Notes what became of it. */
  public void note(State state, Instant at) {
    changes.add(new Change(state, at));
  }

  /** As it is now. */
  public RefundRecord copy() {
    return new RefundRecord(amount, balanceBefore, cause, changes);
  }

  /** How much. */
  public Money amount() {
    return amount;
  }

  /** What the gateway showed as left before it took the refund on. */
  public Money balanceBefore() {
    return balanceBefore;
  }

  /** The request that asked for it. */
  public Cause cause() {
    return cause;
  }

  /** All its states, oldest first. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The state at this time, or null before it was taken on. */
  public @Nullable State at(Instant when) {
    State state = null;
    for (Change change : changes) {
      if (!change.at().isAfter(when)) {
        state = change.state();
      }
    }
    return state;
  }

  /** The last state. */
  public State state() {
    return changes.get(changes.size() - 1).state();
  }

  @Override
  public String toString() {
    return "Refund[" + amount + " by " + cause + ", " + changes + "]";
  }
}
