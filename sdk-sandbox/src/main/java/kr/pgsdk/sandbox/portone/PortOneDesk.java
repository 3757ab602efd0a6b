package kr.pgsdk.sandbox.portone;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.portone.PortOneCancellation.Asked;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Desk;
import kr.pgsdk.sandbox.wire.Outbox;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does and sees at PortOne, whatever the buyer did; a payment is named by the
 * {@code transactionId} of one of its attempts. Thread-safe.
 */
abstract class PortOneDesk extends Desk<PortOneAttempt> {
  final PortOnePayments payments;
  final PortOneCancels cancels;
  final PortOneOutbox outbox;

  PortOneDesk(
      PortOnePayments payments, PortOneCancels cancels, PortOneOutbox outbox, StateLock lock) {
    super("PortOne", lock);
    this.payments = payments;
    this.cancels = cancels;
    this.outbox = outbox;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public String state(PaymentId id) {
    return of(id, attempt -> attempt.status + " " + attempt.notices.size());
  }

  @Override
  public List<WireWebhook> webhooks(PaymentId id) {
    return of(id, outbox::newest);
  }

  @Override
  public void cancel(PaymentId id, Money amount) {
    on(
        id,
        attempt -> {
          long asked = amount.minorUnits();
          if (asked > attempt.unclaimed()) {
            throw new IllegalStateException(id + " has less than " + amount + " left");
          }
          Asked all = new Asked(asked, 0, PortOneOrder.usualVat(asked), "관리자 취소", false);
          cancels.finish(attempt, cancels.begin(attempt, all, "CONSOLE", Cause.NO_REQUEST), null);
        });
  }

  @Override
  public void settleRefunds(PaymentId id) {
    on(
        id,
        attempt -> {
          attempt.waiting().forEach(row -> cancels.finish(attempt, row, "ASYNC_CANCEL_APPROVED"));
          attempt.land(payments.now(), true);
        });
  }

  @Override
  public void failRefunds(PaymentId id) {
    on(
        id,
        attempt -> {
          attempt.waiting().forEach(row -> cancels.giveUp(attempt, row));
          attempt.bounce(payments.now());
        });
  }

  @Override
  public void refuseRefunds(PaymentId id, String why) {
    on(id, attempt -> attempt.refundRefusal = why);
  }

  @Override
  public List<RefundRecord> refunds(PaymentId id) {
    return of(id, PortOneAttempt::refunds);
  }

  @Override
  public List<PaymentId> payments(OrderId orderId) {
    return locked(
        () -> payments.attemptsOf(orderId.value()).stream().map(PortOneAttempt::id).toList());
  }

  @Override
  public OrderId orderId(PaymentId id) {
    return of(id, attempt -> OrderId.of(attempt.order.paymentId()));
  }

  @Override
  public Money amount(PaymentId id) {
    return of(id, attempt -> attempt.order.money());
  }

  @Override
  public List<LedgerEntry> ledger(PaymentId id) {
    return of(id, attempt -> List.copyOf(attempt.ledger));
  }

  @Override
  protected void catchUp() {
    payments.catchUp();
  }

  @Override
  protected @Nullable PortOneAttempt payment(PaymentId id) {
    return payments.attempt(id.value());
  }

  @Override
  protected void remember(PortOneAttempt attempt) {
    payments.remember(attempt);
  }
}
