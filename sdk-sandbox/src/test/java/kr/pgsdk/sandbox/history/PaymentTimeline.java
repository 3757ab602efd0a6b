package kr.pgsdk.sandbox.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** What the ledger and the refunds' record said of one payment at each instant. */
final class PaymentTimeline {
  /**
   * How it stood between two changes.
   *
   * @param underWay how much is to go back, and has not yet
   * @param failed what was to go back, and failed
   * @param closed whether its account was closed before a deposit
   */
  record State(Money captured, Money refunded, Money underWay, List<Money> failed, boolean closed) {
    boolean held() {
      return captured.isMoreThan(refunded);
    }

    Money balance() {
      return captured.minus(refunded);
    }

    /** All is back, and nothing is still to go back. */
    boolean isCancelled() {
      return closed || (!captured.isZero() && !held() && underWay.isZero());
    }

    /** All is there, and nothing is to go back. */
    boolean isPaid(Money price) {
      return captured.equals(price) && refunded.isZero() && underWay.isZero();
    }

    boolean isBounced() {
      return !failed.isEmpty();
    }

    /** Whether the gateway may show this balance: what is under way, or failed, may be gone. */
    boolean mayShow(Money shown) {
      Money rest = captured.isZero() ? captured : balance().minus(underWay);
      return shown.equals(balance()) || mayBeLeft(shown, rest, 0);
    }

    /** Whether the gateway may call so much cancelled, of what was captured. */
    boolean mayBeCancelled(Money said) {
      return captured.isZero() || (!said.isMoreThan(captured) && mayShow(captured.minus(said)));
    }

    /** A deposit that came back is gone from the balance; what was refused at once is not. */
    private boolean mayBeLeft(Money shown, Money rest, int from) {
      boolean left = shown.equals(rest);
      for (int i = from; i < failed.size() && !left; i++) {
        Money gone = failed.get(i);
        left = !gone.isMoreThan(rest) && mayBeLeft(shown, rest.minus(gone), i + 1);
      }
      return left;
    }
  }

  private record Event(Instant at, int order, RefundRecord.State state, Money amount) {}

  final List<LedgerEntry> entries;
  final List<RefundRecord> records;
  private final List<State> states = new ArrayList<>();
  private final List<Instant> changes = new ArrayList<>();

  PaymentTimeline(List<LedgerEntry> entries, List<RefundRecord> records, Money price) {
    this.entries = entries;
    this.records = records;
    Money nothing = Money.zero(price.currency());
    State state = new State(nothing, nothing, nothing, List.of(), false);
    states.add(state);
    List<LedgerEntry> captures = captures();
    int captured = 0;
    for (Event event : events()) {
      for (; captured < captures.size() && !captures.get(captured).at().isAfter(event.at()); ) {
        state = note(captures.get(captured).at(), captured(state, captures.get(captured++)));
      }
      state = note(event.at(), after(state, event));
    }
    for (; captured < captures.size(); ) {
      state = note(captures.get(captured).at(), captured(state, captures.get(captured++)));
    }
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (RefundRecord record : records) {
      for (RefundRecord.Change change : record.changes()) {
        events.add(new Event(change.at(), events.size(), change.state(), record.amount()));
      }
    }
    events.sort(Comparator.comparing(Event::at).thenComparing(Event::order));
    return events;
  }

  private State note(Instant at, State state) {
    changes.add(at);
    states.add(state);
    return state;
  }

  private static State captured(State before, LedgerEntry entry) {
    return new State(
        before.captured().plus(entry.amount()),
        before.refunded(),
        before.underWay(),
        before.failed(),
        before.closed());
  }

  private static State after(State before, Event event) {
    Money amount = event.amount();
    Money captured = before.captured();
    if (captured.isZero()) {
      boolean closed = before.closed() || event.state() == RefundRecord.State.DONE;
      return new State(captured, before.refunded(), before.underWay(), before.failed(), closed);
    }
    return switch (event.state()) {
      case UNDER_WAY ->
          new State(
              captured,
              before.refunded(),
              before.underWay().plus(amount),
              before.failed(),
              before.closed());
      case DONE ->
          new State(
              captured,
              before.refunded().plus(amount),
              before.underWay().minus(amount),
              before.failed(),
              before.closed());
      case FAILED ->
          new State(
              captured,
              before.refunded(),
              before.underWay().minus(amount),
              Stream.concat(before.failed().stream(), Stream.of(amount)).toList(),
              before.closed());
    };
  }

  /** Whether it was so at some instant from {@code from} to {@code to}, both included. */
  boolean everBetween(Instant from, Instant to, Predicate<State> so) {
    for (int i = 0; i < states.size(); i++) {
      boolean begun = i == 0 || !changes.get(i - 1).isAfter(to);
      boolean over = i < changes.size() && changes.get(i).isBefore(from);
      if (begun && !over && so.test(states.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** What was captured and not asked back when this refund was taken on. */
  Money balanceJustBefore(RefundRecord taken) {
    Instant at = taken.changes().get(0).at();
    Money left = last().captured();
    for (RefundRecord other : records) {
      boolean claims = other != taken && !other.changes().get(0).at().isAfter(at);
      RefundRecord.State state = other.at(at);
      left = claims && state != RefundRecord.State.FAILED ? left.minus(other.amount()) : left;
    }
    return left;
  }

  /** Whether more went back at some time than had been taken. */
  boolean isOverdrawn() {
    return states.stream().anyMatch(state -> state.refunded().isMoreThan(state.captured()));
  }

  /** How it ended. */
  State last() {
    return states.get(states.size() - 1);
  }

  List<LedgerEntry> captures() {
    return of(LedgerEntry.Kind.CAPTURE);
  }

  List<LedgerEntry> refunds() {
    return of(LedgerEntry.Kind.REFUND);
  }

  private List<LedgerEntry> of(LedgerEntry.Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }
}
