package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.toss.TossPayment.Cancel;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.WireWebhook;

/** What happens to payments without a request of the shop. Thread-safe. */
public final class TossCheckout implements BackOffice {
  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.ofHours(9));

  private final TossPayments payments;
  private final TossBilling billing;
  private final Clock clock;
  private final RandomGenerator random;
  private final ReentrantLock lock;
  private final TossOutbound outbound;
  private volatile Consumer<PaymentId> changed = id -> {};

  TossCheckout(
      TossPayments payments,
      TossBilling billing,
      Clock clock,
      RandomGenerator random,
      ReentrantLock lock,
      TossOutbound outbound) {
    this.outbound = outbound;
    this.payments = payments;
    this.billing = billing;
    this.clock = clock;
    this.random = random;
    this.lock = lock;
  }

  /** Opens the window: the payment is {@code READY}. */
  public PaymentId open(OrderId orderId, Money amount, boolean virtualAccount) {
    lock.lock();
    try {
      Instant now = clock.instant();
      String paymentKey =
          "tviva" + KEY_TIME.format(now) + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 8);
      payments.add(
          new TossPayment(
              paymentKey,
              orderId.value(),
              amount,
              virtualAccount ? Method.VIRTUAL_ACCOUNT : Method.CARD,
              now,
              "ps_" + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 26)));
      return PaymentId.of(paymentKey);
    } finally {
      lock.unlock();
    }
  }

  /** Notes what the buyer chose. */
  public void chosen(PaymentId id, TossChoice choice) {
    on(id, payment -> payment.choose(choice));
  }

  /** A buyer agrees to be charged, and the redirect brings an {@code authKey}. */
  public String authenticateBilling(String customerKey, TestCard card) {
    lock.lock();
    try {
      return billing.authenticate(customerKey, card);
    } finally {
      lock.unlock();
    }
  }

  /** The query that brings the buyer back who has agreed to be charged. */
  public String billingQuery(String customerKey, String authKey) {
    return TossOutbound.billingQuery(customerKey, authKey);
  }

  /** The buyer has authenticated: {@code IN_PROGRESS}, to be confirmed within 10 minutes. */
  public void authenticate(PaymentId id) {
    on(id, payment -> payment.authenticate(clock.instant()));
  }

  /**
   * Returns if a payment can fail with {@code code}.
   *
   * @throws IllegalArgumentException if Toss's tables of confirm have no such code
   */
  public void requireCode(String code) {
    TossCodes.status(code);
  }

  /** What Toss says with {@code code}. */
  public String words(String code) {
    return TossCodes.text(code);
  }

  /** Lets every confirm be refused; the first refusal ends the payment. */
  public void refuse(PaymentId id, String code) {
    on(id, payment -> payment.refuseWith(code, Integer.MAX_VALUE));
  }

  /** Lets the next {@code times} confirms be refused; the payment stays as it is. */
  public void refuseBriefly(PaymentId id, String code, int times) {
    on(
        id,
        payment -> {
          payment.refuseWith(code, times);
          payment.refusedBriefly = true;
        });
  }

  /** Authentication fails in the window: {@code ABORTED}. */
  public void abort(PaymentId id, String code) {
    on(id, payment -> payment.abort(code));
  }

  /** The session ends before its time. */
  public void expire(PaymentId id) {
    on(id, TossPayment::expire);
  }

  /** The buyer pays into the virtual account. */
  public void deposit(PaymentId id) {
    on(id, payment -> payment.deposit(payments.transactionKey(), clock.instant()));
  }

  /** The query that brings the buyer to {@code successUrl}. */
  public String successQuery(PaymentId id, Money claimed) {
    return of(
        id, payment -> TossOutbound.successQuery(payment.paymentKey, payment.orderId, claimed));
  }

  /** The query that brings the buyer to {@code failUrl}. */
  public String failQuery(PaymentId id, String code) {
    return of(id, payment -> TossOutbound.failQuery(payment.orderId, code));
  }

  /** A signed webhook about a payout. */
  public WireWebhook payoutChanged(String payoutId, String status) {
    lock.lock();
    try {
      return outbound.payoutChanged(payoutId, status, clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /** That of {@code failUrl} if the buyer failed to authenticate. */
  @Override
  public String redirectQuery(PaymentId id, Money claimed) {
    String failure = of(id, payment -> payment.failureCode == null ? "" : payment.failureCode);
    return failure.isEmpty() ? successQuery(id, claimed) : failQuery(id, failure);
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
          Cancel cancel =
              new Cancel(
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

  private void on(PaymentId id, Consumer<TossPayment> act) {
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

  private <T> T of(PaymentId id, Function<TossPayment, T> read) {
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
