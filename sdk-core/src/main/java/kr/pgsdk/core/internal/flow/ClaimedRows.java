package kr.pgsdk.core.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.flow.CancelRows.Row;

/**
 * Which refund a recorded cancel was proved to be, as far as this gateway object has seen: no other
 * one may take it for its own. And which refunds are open: sent, and neither proved to be a cancel
 * nor proved not to be executed. Remembers the newest 10,000 of each. Thread-safe.
 */
final class ClaimedRows {
  private static final int CAPACITY = 10_000;

  private final ReentrantLock lock = new ReentrantLock();

  /** By payment, the cancels by their identity, each with the key of its refund. */
  private final Map<PaymentId, Map<String, String>> claims = new LinkedHashMap<>();

  /** Key to payment and amount. */
  private final Map<String, String> open = new LinkedHashMap<>();

  /**
   * Notes that this cancel is the refund with this key.
   *
   * @return false if it was proved to be another refund before
   */
  boolean claim(PaymentId payment, Row row, String key) {
    lock.lock();
    try {
      if (isAnothers(payment, row, key)) {
        return false;
      }
      claims.computeIfAbsent(payment, id -> new LinkedHashMap<>()).put(row.key(), key);
      keepNewest(claims);
      open.remove(key);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the refund with this key is about to be sent. */
  void open(PaymentId payment, Money amount, String key) {
    lock.lock();
    try {
      open.put(key, payment.value() + " " + amount);
      keepNewest(open);
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the refund with this key is settled: it was executed, or surely not. */
  void close(String key) {
    lock.lock();
    try {
      open.remove(key);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a refund of this amount with another key is open. */
  boolean isAnotherOpen(PaymentId payment, Money amount, String key) {
    lock.lock();
    try {
      return open.entrySet().stream()
          .filter(each -> !each.getKey().equals(key))
          .map(Map.Entry::getValue)
          .anyMatch((payment.value() + " " + amount)::equals);
    } finally {
      lock.unlock();
    }
  }

  private static void keepNewest(Map<?, ?> map) {
    if (map.size() > CAPACITY) {
      map.remove(map.keySet().iterator().next());
    }
  }

  /** Whether this cancel was proved to be another refund than the one with this key. */
  boolean isAnothers(PaymentId payment, Row row, String key) {
    lock.lock();
    try {
      return claims.getOrDefault(payment, Map.of()).entrySet().stream()
          .filter(claim -> !claim.getValue().equals(key))
          .anyMatch(claim -> CancelRows.isSame(claim.getKey(), row));
    } finally {
      lock.unlock();
    }
  }
}
