package kr.pgsdk.core.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.flow.CancelRows.Row;

/**
 * Which refund a recorded cancel was proved to be, as far as this gateway object has seen: no other
 * one may take it for its own. And which refunds are open: sent, and neither proved to be a cancel
 * nor proved not to be executed. Remembers the newest 10,000 of each. Thread-safe.
 */
final class ClaimedRows {
  private final Guard guard = new Guard();

  /** By payment, the cancels by their identity, each with the key of its refund. */
  private final Map<PaymentId, Map<String, String>> claims = new NewestMap<>();

  /** Key to payment and amount. */
  private final Map<String, String> open = new NewestMap<>();

  /**
   * Notes that this cancel is the refund with this key.
   *
   * @return false if it was proved to be another refund before
   */
  boolean claim(PaymentId payment, Row row, String key) {
    return guard.test(
        () -> {
          if (isAnothers(payment, row, key)) {
            return false;
          }
          claims.computeIfAbsent(payment, id -> new LinkedHashMap<>()).put(row.key(), key);
          open.remove(key);
          return true;
        });
  }

  /** Notes that the refund with this key is about to be sent. */
  void open(PaymentId payment, Money amount, String key) {
    guard.run(() -> open.put(key, payment.value() + " " + amount));
  }

  /** Notes that the refund with this key is settled: it was executed, or surely not. */
  void close(String key) {
    guard.run(() -> open.remove(key));
  }

  /** Whether a refund of this amount with another key is open. */
  boolean isAnotherOpen(PaymentId payment, Money amount, String key) {
    return guard.test(
        () ->
            open.entrySet().stream()
                .filter(each -> !each.getKey().equals(key))
                .map(Map.Entry::getValue)
                .anyMatch((payment.value() + " " + amount)::equals));
  }

  /** Whether this cancel was proved to be another refund than the one with this key. */
  boolean isAnothers(PaymentId payment, Row row, String key) {
    return guard.test(
        () ->
            claims.getOrDefault(payment, Map.of()).entrySet().stream()
                .filter(claim -> !claim.getValue().equals(key))
                .anyMatch(claim -> CancelRows.isSame(claim.getKey(), row)));
  }
}
