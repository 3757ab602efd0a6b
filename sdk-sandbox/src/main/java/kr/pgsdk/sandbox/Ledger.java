package kr.pgsdk.sandbox;

import java.util.List;
import kr.pgsdk.core.Money;

/** What really happened to the money of one payment, whatever the responses said. Immutable. */
public final class Ledger {
  private final Money nothing;
  private final List<LedgerEntry> entries;

  Ledger(String currency, List<LedgerEntry> entries) {
    this.nothing = Money.zero(currency);
    this.entries = List.copyOf(entries);
  }

  /** Every movement, oldest first. Unmodifiable. */
  public List<LedgerEntry> entries() {
    return entries;
  }

  /** How often money was taken from the buyer. More than once is the shop's nightmare. */
  public int captures() {
    return count(LedgerEntry.Kind.CAPTURE);
  }

  /** How often money was given back. */
  public int refunds() {
    return count(LedgerEntry.Kind.REFUND);
  }

  /** How much was taken from the buyer in all. */
  public Money captured() {
    return total(LedgerEntry.Kind.CAPTURE);
  }

  /** How much was given back in all. */
  public Money refunded() {
    return total(LedgerEntry.Kind.REFUND);
  }

  private int count(LedgerEntry.Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  private Money total(LedgerEntry.Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .map(LedgerEntry::amount)
        .reduce(nothing, Money::plus);
  }

  @Override
  public String toString() {
    return "Ledger" + entries;
  }
}
