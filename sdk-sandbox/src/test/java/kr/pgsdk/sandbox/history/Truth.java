package kr.pgsdk.sandbox.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;

/** What the ledger said of one payment at each instant. */
final class Truth {
  /** The money between two movements. */
  record State(Money captured, Money refunded) {
    boolean held() {
      return captured.isMoreThan(refunded);
    }

    Money balance() {
      return captured.minus(refunded);
    }
  }

  final List<LedgerEntry> entries;
  private final List<State> states = new ArrayList<>();

  Truth(List<LedgerEntry> entries, Money price) {
    this.entries = entries;
    Money captured = Money.zero(price.currency());
    Money refunded = captured;
    states.add(new State(captured, refunded));
    for (LedgerEntry entry : entries) {
      if (entry.kind() == LedgerEntry.Kind.CAPTURE) {
        captured = captured.plus(entry.amount());
      } else {
        refunded = refunded.plus(entry.amount());
      }
      if (refunded.isMoreThan(captured)) {
        throw new AssertionError("more was refunded than captured: " + entries);
      }
      states.add(new State(captured, refunded));
    }
  }

  /** Whether it was so at some instant from {@code from} to {@code to}, both included. */
  boolean everBetween(Instant from, Instant to, Predicate<State> so) {
    for (int i = 0; i < states.size(); i++) {
      boolean begun = i == 0 || !entries.get(i - 1).at().isAfter(to);
      boolean over = i < entries.size() && entries.get(i).at().isBefore(from);
      if (begun && !over && so.test(states.get(i))) {
        return true;
      }
    }
    return false;
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
