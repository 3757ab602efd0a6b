package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.PaymentId;

/**
 * The captures that were sent, as far as this gateway object has seen, and that may still be worked
 * on: a refusal of one proves nothing about the others. Remembers the newest 10,000 payments.
 * Thread-safe.
 */
final class OpenConfirms {
  private static final int CAPACITY = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<PaymentId, List<Sending>> open = new LinkedHashMap<>();

  /** One sending of a capture. Guarded by the lock. */
  static final class Sending {
    private final ConfirmRequest request;
    private final int number;
    private final long workOverAt;
    private boolean refused;

    private Sending(ConfirmRequest request, int number, long workOverAt) {
      this.request = request;
      this.number = number;
      this.workOverAt = workOverAt;
    }

    private boolean hasKeyOf(Sending other) {
      return number == other.number
          && request.orderId().equals(other.request.orderId())
          && request.money().equals(other.request.money())
          && request.paymentToken().equals(other.request.paymentToken())
          && request.idempotencyKey().equals(other.request.idempotencyKey());
    }
  }

  /**
   * Notes that a capture is about to be sent.
   *
   * @param number of its key
   * @param now the monotonic clock's reading
   * @param longest how long something may come of it
   */
  Sending begin(ConfirmRequest request, int number, long now, Duration longest) {
    Sending sending = new Sending(request, number, now + longest.toNanos());
    lock.lock();
    try {
      List<Sending> ofPayment = open.computeIfAbsent(request.paymentId(), id -> new ArrayList<>());
      ofPayment.removeIf(other -> other.workOverAt - now <= 0);
      ofPayment.add(sending);
      if (open.size() > CAPACITY) {
        open.remove(open.keySet().iterator().next());
      }
      return sending;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the gateway refused it, in a way that leaves open what happened. */
  void refused(Sending sending) {
    lock.lock();
    try {
      sending.refused = true;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that it is known what came of it. */
  void end(Sending sending) {
    lock.lock();
    try {
      List<Sending> ofPayment = open.get(sending.request.paymentId());
      if (ofPayment != null && ofPayment.remove(sending) && ofPayment.isEmpty()) {
        open.remove(sending.request.paymentId());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether another capture of this payment may still be worked on. */
  boolean isAnotherOpen(Sending own, long now) {
    return isAnyOpen(own.request.paymentId(), now, other -> other != own);
  }

  /** Whether one may that went out under another key. */
  boolean isOtherKeyOpen(Sending own, long now) {
    return isAnyOpen(own.request.paymentId(), now, other -> other != own && !other.hasKeyOf(own));
  }

  /** Whether one may that the gateway hasn't refused. */
  boolean isAnotherUnrefused(Sending own, long now) {
    return isAnyOpen(own.request.paymentId(), now, other -> other != own && !other.refused);
  }

  /** Whether any capture of this payment may still be worked on. */
  boolean isAnyOpen(PaymentId payment, long now) {
    return isAnyOpen(payment, now, sending -> true);
  }

  private boolean isAnyOpen(PaymentId payment, long now, Predicate<Sending> condition) {
    lock.lock();
    try {
      return open.getOrDefault(payment, List.of()).stream()
          .anyMatch(sending -> sending.workOverAt - now > 0 && condition.test(sending));
    } finally {
      lock.unlock();
    }
  }
}
