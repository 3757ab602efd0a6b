package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.iamport.IamportPayment.Cancel;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.OlderPayment;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.WireWebhook;

/** What an operator does and sees at Iamport, whatever the buyer did. Thread-safe. */
abstract class IamportDesk implements BackOffice {
  final IamportBook book;
  final Clock clock;
  final RandomGenerator random;
  final IamportOutbound outbound;
  private final IamportSchedules schedules;
  private final ReentrantLock lock;
  private final IamportJson json;
  private volatile Consumer<PaymentId> changed = id -> {};

  IamportDesk(
      IamportBook book,
      IamportSchedules schedules,
      Clock clock,
      RandomGenerator random,
      ReentrantLock lock,
      IamportOutbound outbound,
      IamportJson json) {
    this.book = book;
    this.schedules = schedules;
    this.clock = clock;
    this.random = random;
    this.lock = lock;
    this.outbound = outbound;
    this.json = json;
  }

  @Override
  public String state(PaymentId id) {
    return of(id, p -> p.status + " " + p.account + " " + p.cancels.size());
  }

  @Override
  public void onChange(Consumer<PaymentId> told) {
    changed = told;
  }

  @Override
  public List<WireWebhook> webhooks(PaymentId id) {
    return of(id, outbound::webhooks);
  }

  @Override
  public void cancel(PaymentId id, Money amount) {
    on(
        id,
        payment -> {
          if (amount.amount().compareTo(payment.unclaimed()) > 0) {
            throw new IllegalStateException(id + " has less than " + amount + " left");
          }
          Instant now = clock.instant();
          payment.cancel(
              new Cancel(
                  "cancellation_" + RandomTexts.of(random, "0123456789abcdef", 24),
                  payment.pgTid == null ? "" : payment.pgTid,
                  amount.amount(),
                  "관리자 취소",
                  now,
                  payment.takeOn(amount.amount(), Cause.NO_REQUEST, now)));
        });
  }

  @Override
  public void settleRefunds(PaymentId id) {
    on(id, payment -> payment.settleWaiting(clock.instant()));
  }

  @Override
  public void failRefunds(PaymentId id) {
    on(id, payment -> payment.giveUpWaiting(clock.instant()));
  }

  @Override
  public void refuseRefunds(PaymentId id, String why) {
    on(id, payment -> payment.refundRefusal = why);
  }

  @Override
  public List<RefundRecord> refunds(PaymentId id) {
    return of(id, payment -> payment.records.stream().map(RefundRecord::copy).toList());
  }

  /** All payments as PortOne V2 may show them, oldest first. */
  public final List<OlderPayment> olderPayments() {
    lock.lock();
    try {
      List<OlderPayment> older = new ArrayList<>();
      book.newestFirst(payment -> true).forEach(payment -> older.add(0, payment.inV2()));
      return older;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<PaymentId> payments(OrderId orderId) {
    enter();
    try {
      return book.newestFirst(payment -> payment.merchantUid.equals(orderId.value())).stream()
          .map(payment -> PaymentId.of(payment.impUid))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public OrderId orderId(PaymentId id) {
    return of(id, payment -> OrderId.of(payment.merchantUid));
  }

  @Override
  public Money amount(PaymentId id) {
    return of(id, payment -> payment.amount);
  }

  @Override
  public List<LedgerEntry> ledger(PaymentId id) {
    return of(id, payment -> List.copyOf(payment.ledger));
  }

  /** Takes the lock, and lets what is due happen first. */
  final void enter() {
    lock.lock();
    schedules.runDue();
  }

  final String pgTid() {
    return RandomTexts.of(random, "0123456789", 14);
  }

  final void on(PaymentId id, Consumer<IamportPayment> act) {
    enter();
    try {
      IamportPayment payment = require(id);
      payment.past.remember(clock.instant(), json.payment(payment));
      act.accept(payment);
    } finally {
      lock.unlock();
    }
    changed.accept(id);
  }

  final <T> T of(PaymentId id, Function<IamportPayment, T> read) {
    enter();
    try {
      return read.apply(require(id));
    } finally {
      lock.unlock();
    }
  }

  private IamportPayment require(PaymentId id) {
    IamportPayment payment = book.byImpUid(id.value());
    if (payment == null) {
      throw new IllegalArgumentException("this Iamport has no payment " + id);
    }
    return payment;
  }

  /** Lets go of what {@link #enter} took. */
  final void leave() {
    lock.unlock();
  }
}
