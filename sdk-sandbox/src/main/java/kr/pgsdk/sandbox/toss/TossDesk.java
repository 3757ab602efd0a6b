package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.WireWebhook;

/** What an operator does and sees at Toss, whatever the buyer did. Thread-safe. */
abstract class TossDesk implements BackOffice {
  final TossPayments payments;
  final Clock clock;
  final RandomGenerator random;
  final ReentrantLock lock;
  final TossOutbound outbound;
  private volatile Consumer<PaymentId> changed = id -> {};

  TossDesk(
      TossPayments payments,
      Clock clock,
      RandomGenerator random,
      ReentrantLock lock,
      TossOutbound outbound) {
    this.payments = payments;
    this.clock = clock;
    this.random = random;
    this.lock = lock;
    this.outbound = outbound;
  }

  /**
   * Returns if a payment can fail with {@code code}.
   *
   * @throws IllegalArgumentException if Toss's tables of confirm have no such code
   */
  public final void requireCode(String code) {
    TossCodes.status(code);
  }

  @Override
  public String state(PaymentId id) {
    return of(
        id,
        payment ->
            payment.status(clock.instant())
                + " "
                + payment.lastTransactionKey
                + " "
                + payment.refundStatus());
  }

  @Override
  public void onChange(Consumer<PaymentId> told) {
    changed = told;
  }

  @Override
  public List<WireWebhook> webhooks(PaymentId id) {
    return of(id, payment -> outbound.webhooks(payment, clock.instant()));
  }

  @Override
  public void cancel(PaymentId id, Money amount) {
    on(
        id,
        payment -> {
          if (payment.approvedAt == null || amount.amount().compareTo(payment.unclaimed()) > 0) {
            throw new IllegalStateException(id + " has less than " + amount + " left");
          }
          Instant now = clock.instant();
          String currency = payment.total.currency();
          TossCancellation cancel =
              new TossCancellation(
                  payments.transactionKey(),
                  amount.amount(),
                  "관리자 취소",
                  BigDecimal.ZERO,
                  null,
                  new RefundRecord(
                      amount, Money.of(payment.unclaimed(), currency), Cause.NO_REQUEST, now),
                  payment.balance(),
                  now);
          payment.requestCancel(cancel, false);
          payment.finish(cancel, now);
        });
  }

  @Override
  public void settleRefunds(PaymentId id) {
    on(
        id,
        payment -> {
          Instant now = clock.instant();
          payment.waitingCancels().forEach(cancel -> payment.finish(cancel, now));
          payment.land(now, true);
        });
  }

  @Override
  public void failRefunds(PaymentId id) {
    on(
        id,
        payment -> {
          Instant now = clock.instant();
          payment.waitingCancels().forEach(cancel -> payment.giveUp(cancel, now));
          payment.bounce(now);
        });
  }

  @Override
  public void refuseRefunds(PaymentId id, String why) {
    requireCode(why);
    on(id, payment -> payment.refundRefusal = why);
  }

  @Override
  public List<RefundRecord> refunds(PaymentId id) {
    return of(id, payment -> payment.cancels.stream().map(cancel -> cancel.record.copy()).toList());
  }

  @Override
  public List<PaymentId> payments(OrderId orderId) {
    lock.lock();
    try {
      return payments.ofOrder(orderId.value()).stream()
          .map(payment -> PaymentId.of(payment.paymentKey))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public OrderId orderId(PaymentId id) {
    return of(id, payment -> OrderId.of(payment.orderId));
  }

  @Override
  public Money amount(PaymentId id) {
    return of(id, payment -> payment.total);
  }

  @Override
  public List<LedgerEntry> ledger(PaymentId id) {
    return of(id, payment -> List.copyOf(payment.ledger));
  }

  final void on(PaymentId id, Consumer<TossPayment> act) {
    lock.lock();
    try {
      TossPayment payment = require(id);
      payments.remember(payment);
      act.accept(payment);
    } finally {
      lock.unlock();
    }
    changed.accept(id);
  }

  final <T> T of(PaymentId id, Function<TossPayment, T> read) {
    lock.lock();
    try {
      return read.apply(require(id));
    } finally {
      lock.unlock();
    }
  }

  private TossPayment require(PaymentId id) {
    TossPayment payment = payments.get(id.value());
    if (payment == null) {
      throw new IllegalArgumentException("this Toss has no payment " + id);
    }
    return payment;
  }
}
