package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Desk;
import kr.pgsdk.sandbox.wire.OlderPayment;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/** What an operator does and sees at Iamport, whatever the buyer did. Thread-safe. */
abstract class IamportDesk extends Desk<IamportPayment> {
  final IamportBook book;
  final Clock clock;
  final RandomGenerator random;
  final IamportOutbound outbound;
  private final IamportSchedules schedules;
  private final IamportJson json;

  IamportDesk(
      IamportBook book,
      IamportSchedules schedules,
      Clock clock,
      RandomGenerator random,
      StateLock lock,
      IamportOutbound outbound,
      IamportJson json) {
    super("Iamport", lock);
    this.book = book;
    this.schedules = schedules;
    this.clock = clock;
    this.random = random;
    this.outbound = outbound;
    this.json = json;
  }

  @Override
  public String state(PaymentId id) {
    return of(id, p -> p.status + " " + p.account + " " + p.cancels.size());
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
          String cancelId = "cancellation_" + RandomTexts.hex(random, 24);
          payment.cancel(
              payment.takeOn(cancelId, amount.amount(), "관리자 취소", Cause.NO_REQUEST, now));
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
    return lock.call(
        () -> {
          List<OlderPayment> older = new ArrayList<>();
          book.newestFirst(payment -> true).forEach(payment -> older.add(0, payment.inV2()));
          return older;
        });
  }

  @Override
  public List<PaymentId> payments(OrderId orderId) {
    return locked(
        () ->
            book.newestFirst(payment -> payment.merchantUid.equals(orderId.value())).stream()
                .map(payment -> PaymentId.of(payment.impUid))
                .toList());
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

  final String pgTid() {
    return RandomTexts.digits(random, 14);
  }

  @Override
  protected void catchUp() {
    schedules.runDue();
  }

  @Override
  protected @Nullable IamportPayment payment(PaymentId id) {
    return book.byImpUid(id.value());
  }

  @Override
  protected void remember(IamportPayment payment) {
    payment.past.remember(clock.instant(), json.payment(payment));
  }
}
