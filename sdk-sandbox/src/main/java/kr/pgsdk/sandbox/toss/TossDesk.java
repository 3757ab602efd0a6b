package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Desk;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/** What an operator does and sees at Toss, whatever the buyer did. Thread-safe. */
abstract class TossDesk extends Desk<TossPayment> {
  final TossPayments payments;
  final Clock clock;
  final RandomGenerator random;
  final TossOutbound outbound;

  TossDesk(
      TossPayments payments,
      Clock clock,
      RandomGenerator random,
      StateLock lock,
      TossOutbound outbound) {
    super("Toss", lock);
    this.payments = payments;
    this.clock = clock;
    this.random = random;
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
    return locked(
        () ->
            payments.ofOrder(orderId.value()).stream()
                .map(payment -> PaymentId.of(payment.paymentKey))
                .toList());
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

  @Override
  protected @Nullable TossPayment payment(PaymentId id) {
    return payments.get(id.value());
  }

  @Override
  protected void remember(TossPayment payment) {
    payments.remember(payment);
  }
}
