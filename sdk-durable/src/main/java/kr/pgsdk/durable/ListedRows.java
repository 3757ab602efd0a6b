package kr.pgsdk.durable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a gateway's list, each once: a movement that comes while the list is read shifts its
 * pages, and rows are listed again. For one thread.
 */
final class ListedRows {
  private final Set<String> captures = new HashSet<>();
  private final Set<String> cancels = new HashSet<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private @Nullable PaymentId current;

  /** Whether a row is listed for the first time; asked once of each row, in the list's order. */
  boolean isNew(Transaction row) {
    String payment = row.paymentId().value();
    if (row.kind() == Transaction.Kind.CAPTURE) {
      return captures.add(payment);
    }
    if (current == null || !current.equals(row.paymentId())) {
      current = row.paymentId();
      alike.clear();
    }
    // Cancels without a number that are alike and stand together are several.
    String key = row.id().orElseGet(() -> CancelRows.key(null, row.amount(), row.at(), alike));
    return cancels.add(payment + " " + key);
  }

  boolean hasCaptureOf(String paymentId) {
    return captures.contains(paymentId);
  }
}
