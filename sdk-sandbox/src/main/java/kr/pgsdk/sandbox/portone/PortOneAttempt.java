package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.ArrangedRefusals;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Landing;
import kr.pgsdk.sandbox.wire.Past;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/**
 * The life of one attempt to pay: window open, then captured, pending, failed or waiting for a
 * deposit; then cancelled in one or more steps. A payment has one or more of them. Knows no HTTP.
 * Guarded by the simulation's lock.
 */
final class PortOneAttempt {
  enum Status {
    READY,
    PAY_PENDING,
    VIRTUAL_ACCOUNT_ISSUED,
    PAID,
    PARTIAL_CANCELLED,
    CANCELLED,
    FAILED
  }

  /** How the buyer pays. */
  enum Method {
    CARD,
    EASY_PAY,
    TRANSFER,
    MOBILE,
    VIRTUAL_ACCOUNT
  }

  final String transactionId;
  final PortOneOrder order;
  final PortOneChannel channel;
  final String pgTxId;
  final Instant requestedAt;

  Status status = Status.READY;
  Method method = Method.CARD;
  Instant statusChangedAt;
  @Nullable Instant paidAt;
  @Nullable Instant failedAt;
  @Nullable Instant cancelledAt;
  @Nullable PortOneFailure failure;
  @Nullable PortOneAccount account;

  /** What a channel with manual confirm gives the browser; null before, and for others. */
  @Nullable String paymentToken;

  /** Until when {@link #paymentToken} confirms. */
  Instant tokenEnd = Instant.MAX;

  /** What the payment company refuses confirms and charges with. */
  final ArrangedRefusals<PortOneFailure> refusals = new ArrangedRefusals<>();

  /** The closing of the account, among the refunds that were taken on; null if there was none. */
  @Nullable RefundRecord closing;

  /** What every refund is refused with: an error type of cancel, or the company's code. */
  @Nullable String refundRefusal;

  String cardNumber = "433012******1234";
  int installmentMonths;
  String easyPayProvider = "KAKAOPAY";
  String bank = "SHINHAN";
  Duration depositWithin = Duration.ofDays(7);
  boolean chosen;
  boolean isEscrow;

  /** {@code PaymentEscrow}, once something was reported; null before. */
  @Nullable Map<String, @Nullable Object> escrow;

  @Nullable String billingKey;
  @Nullable String scheduleId;
  @Nullable PortOneReceipt receipt;

  /** Whether the shop's server asked for it, and no window announced it. */
  boolean withoutWindow;

  final List<PortOneCancellation> cancellations = new ArrayList<>();
  final List<PortOneNotice> notices = new ArrayList<>();
  final List<PortOneDispute> disputes = new ArrayList<>();
  final List<LedgerEntry> ledger = new ArrayList<>();
  final Past past = new Past();

  PortOneAttempt(
      String transactionId,
      PortOneOrder order,
      PortOneChannel channel,
      String pgTxId,
      Instant requestedAt) {
    this.transactionId = transactionId;
    this.order = order;
    this.channel = channel;
    this.pgTxId = pgTxId;
    this.requestedAt = requestedAt;
    this.statusChangedAt = requestedAt;
  }

  PaymentId id() {
    return PaymentId.of(transactionId);
  }

  /** Whether the buyer's money came, whatever became of it since. */
  boolean wasPaid() {
    return paidAt != null;
  }

  private void become(Status next, Instant now) {
    status = next;
    statusChangedAt = now;
  }

  void pending(Instant now) {
    require(Status.READY);
    become(Status.PAY_PENDING, now);
  }

  void capture(Cause cause, Instant now) {
    if (status != Status.READY && status != Status.PAY_PENDING) {
      throw new IllegalStateException(transactionId + " is " + status);
    }
    captured(cause, now);
  }

  private void captured(Cause cause, Instant now) {
    become(Status.PAID, now);
    paidAt = now;
    note(LedgerEntry.Kind.CAPTURE, order.total() - order.discount(), cause, now);
  }

  void fail(PortOneFailure why, Instant now) {
    become(Status.FAILED, now);
    failure = why;
    failedAt = now;
  }

  void issue(PortOneAccount issued, Instant now) {
    require(Status.READY);
    become(Status.VIRTUAL_ACCOUNT_ISSUED, now);
    account = issued;
  }

  void deposit(Instant now) {
    require(Status.VIRTUAL_ACCOUNT_ISSUED);
    PortOneAccount issued = account;
    if (issued == null || !now.isBefore(issued.due)) {
      throw new IllegalStateException("the account of " + transactionId + " takes no deposit");
    }
    issued.depositor = issued.holder;
    captured(Cause.NO_REQUEST, now);
  }

  /** The account takes no deposit any more: closed by the shop, or because it is too late. */
  void closeAccount(Cause cause, Instant now) {
    Money nothing = Money.ofMinorUnits(0, order.currency());
    closing = new RefundRecord(nothing, nothing, cause, now);
    closing.note(RefundRecord.State.DONE, now);
    closeAccount(now);
  }

  /** The same by a cancel, whose row tells of it. */
  void closeAccount(Instant now) {
    require(Status.VIRTUAL_ACCOUNT_ISSUED);
    become(Status.CANCELLED, now);
    cancelledAt = now;
  }

  /** {@code amount.cancelled}. */
  long cancelled(boolean withRequested) {
    return sum(PortOneCancellation.Status.SUCCEEDED)
        + (withRequested ? sum(PortOneCancellation.Status.REQUESTED) : 0);
  }

  /** What no refund has been asked for yet; nothing of what was never paid. */
  long unclaimed() {
    return wasPaid() ? order.total() - cancelled(true) : 0;
  }

  long cancelledTaxFree() {
    return cancellations.stream()
        .filter(row -> row.status == PortOneCancellation.Status.SUCCEEDED)
        .mapToLong(row -> row.taxFree)
        .sum();
  }

  private long sum(PortOneCancellation.Status which) {
    return cancellations.stream()
        .filter(row -> row.status == which)
        .mapToLong(row -> row.amount)
        .sum();
  }

  /** Carries out a noted cancel. */
  void finish(PortOneCancellation row, Instant now) {
    row.status = PortOneCancellation.Status.SUCCEEDED;
    row.cancelledAt = now;
    boolean all = cancelled(false) == order.total();
    become(all ? Status.CANCELLED : Status.PARTIAL_CANCELLED, now);
    cancelledAt = now;
    if (account != null) {
      row.landing = Landing.ON_ITS_WAY;
    } else {
      moneyIsBack(row, now);
    }
  }

  private void moneyIsBack(PortOneCancellation row, Instant at) {
    // What a discount paid never was the buyer's: no more goes back than came.
    note(LedgerEntry.Kind.REFUND, Math.min(row.amount, moneyHeld()), row.record.cause(), at);
    row.record.note(RefundRecord.State.DONE, at);
  }

  /** Lets a noted cancel fail. */
  void giveUp(PortOneCancellation row, Instant now) {
    row.status = PortOneCancellation.Status.FAILED;
    row.record.note(RefundRecord.State.FAILED, now);
  }

  /** Every refund that was taken on, and the closing of the account. */
  List<RefundRecord> refunds() {
    List<RefundRecord> all = new ArrayList<>();
    cancellations.forEach(row -> all.add(row.record.copy()));
    if (closing != null) {
      all.add(closing.copy());
    }
    return all;
  }

  List<PortOneCancellation> waiting() {
    return cancellations.stream()
        .filter(row -> row.status == PortOneCancellation.Status.REQUESTED)
        .toList();
  }

  /** Lets the refunds of deposits land that have been on their way for long enough, or all. */
  void land(Instant now, boolean all) {
    for (PortOneCancellation row : onTheirWay()) {
      Instant due = row.landsAt(now);
      if (all || !now.isBefore(due)) {
        row.landing = Landing.LANDED;
        moneyIsBack(row, now.isBefore(due) ? now : due);
      }
    }
  }

  /** Lets the refunds of deposits that have not landed bounce. */
  void bounce(Instant now) {
    for (PortOneCancellation row : onTheirWay()) {
      row.landing = Landing.BOUNCED;
      row.record.note(RefundRecord.State.FAILED, now);
    }
  }

  private List<PortOneCancellation> onTheirWay() {
    return cancellations.stream().filter(row -> row.landing == Landing.ON_ITS_WAY).toList();
  }

  /** {@code refundStatus} of the virtual account, or null if nothing goes back. */
  @Nullable String refundStatus() {
    List<Landing> landings =
        cancellations.stream().flatMap(row -> Stream.ofNullable(row.landing)).toList();
    return Landing.refundStatus(landings, "PARTIAL_REFUND_FAILED");
  }

  private long moneyHeld() {
    return ledger.stream()
        .mapToLong(
            entry ->
                entry.kind() == LedgerEntry.Kind.CAPTURE
                    ? entry.amount().minorUnits()
                    : -entry.amount().minorUnits())
        .sum();
  }

  private void note(LedgerEntry.Kind kind, long amount, Cause cause, Instant now) {
    Money money = Money.ofMinorUnits(amount, order.currency());
    ledger.add(new LedgerEntry(kind, money, cause.requestId(), cause.idempotencyKey(), now));
  }

  private void require(Status wanted) {
    if (status != wanted) {
      throw new IllegalStateException(transactionId + " is " + status + ", not " + wanted);
    }
  }
}
