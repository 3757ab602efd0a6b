package kr.pgsdk.sandbox.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.RefundRecord;

/**
 * A ledger as PortOne's amounts have it: what a discount pays goes there and back like money. The
 * real one has the buyer's money alone.
 */
final class DiscountedLedger {
  private DiscountedLedger() {}

  static List<LedgerEntry> of(List<LedgerEntry> real, List<RefundRecord> refunds, Money price) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerEntry entry : real) {
      if (entry.kind() == LedgerEntry.Kind.CAPTURE) {
        entries.add(
            new LedgerEntry(
                entry.kind(), price, entry.requestId(), entry.idempotencyKey(), entry.at()));
      }
    }
    if (entries.isEmpty()) {
      return entries; // what was done is the closing of an account
    }
    for (RefundRecord refund : refunds) {
      for (RefundRecord.Change change : refund.changes()) {
        if (change.state() == RefundRecord.State.DONE) {
          entries.add(
              new LedgerEntry(
                  LedgerEntry.Kind.REFUND,
                  refund.amount(),
                  refund.cause().requestId(),
                  refund.cause().idempotencyKey(),
                  change.at()));
        }
      }
    }
    entries.sort(Comparator.comparing(LedgerEntry::at));
    return entries;
  }
}
