package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Past;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/**
 * The life of one payment: window open (30 minutes), authenticated (10 minutes to confirm), then
 * captured or waiting for a deposit; then cancelled in one or more steps. Knows no HTTP. Guarded by
 * the simulation's lock.
 */
final class TossPayment {
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration SESSION = Duration.ofMinutes(10);

  /** A refund to an account lands two days later (cancel guide). */
  private static final Duration TO_AN_ACCOUNT = Duration.ofDays(2);

  enum Status {
    READY,
    IN_PROGRESS,
    WAITING_FOR_DEPOSIT,
    DONE,
    CANCELED,
    PARTIAL_CANCELED,
    ABORTED,
    EXPIRED
  }

  /** How the buyer pays. */
  enum Method {
    CARD,
    VIRTUAL_ACCOUNT
  }

  /** How far a cancel has come. */
  enum CancelStatus {
    IN_PROGRESS,
    DONE,
    ABORTED
  }

  /** Where the money is that goes back to a buyer's account. */
  enum Landing {
    ON_ITS_WAY,
    LANDED,
    BOUNCED
  }

  /** One row of {@code cancels}. */
  static final class Cancel {
    final String transactionKey;
    final BigDecimal amount;
    final String reason;
    final BigDecimal taxFree;
    final @Nullable String cancelRequestId;
    final RefundRecord record;

    /** What became of the money of a deposit that is refunded; null for any other. */
    @Nullable Landing landing;

    CancelStatus status = CancelStatus.IN_PROGRESS;
    BigDecimal left;
    Instant at;

    Cancel(
        String transactionKey,
        BigDecimal amount,
        String reason,
        BigDecimal taxFree,
        @Nullable String cancelRequestId,
        RefundRecord record,
        BigDecimal left,
        Instant at) {
      this.transactionKey = transactionKey;
      this.amount = amount;
      this.reason = reason;
      this.taxFree = taxFree;
      this.cancelRequestId = cancelRequestId;
      this.record = record;
      this.left = left;
      this.at = at;
    }
  }

  /** The account that was issued, and what became of it. */
  static final class Account {
    final String number;
    final Instant due;
    final String bankCode;
    final String holder;

    /** Whether it is the shop's for good, and not made for one payment. */
    final boolean fixed;

    @Nullable String depositor;

    Account(String number, Instant due, String bankCode, String holder, boolean fixed) {
      this.number = number;
      this.due = due;
      this.bankCode = bankCode;
      this.holder = holder;
      this.fixed = fixed;
    }
  }

  /**
   * What one transaction did.
   *
   * @param status the payment's status after it
   * @param amount how much money moved; 0 if an account was issued
   * @param cancel the cancel that sent it back; null if the buyer paid
   */
  record Movement(
      String transactionKey,
      Status status,
      BigDecimal amount,
      Instant at,
      @Nullable Cancel cancel) {}

  final String paymentKey;
  final String orderId;
  final Money total;
  final Method method;
  final Instant requestedAt;
  final String secret;

  private Status status = Status.READY;
  private @Nullable Instant authenticatedAt;
  @Nullable Instant approvedAt;
  @Nullable String lastTransactionKey;
  @Nullable Account account;
  @Nullable String failureCode;

  /** The code every confirm, or the next few, is refused with; null for none. */
  private @Nullable String refusal;

  private int refusalsLeft;

  /** A refusal that passes leaves the payment as it was; any other ends it. */
  boolean refusedBriefly;

  /** Whether the shop's server made it, and not a buyer in the window. */
  boolean withoutWindow;

  /** Whether a billing key made it. */
  boolean byBillingKey;

  /** The code every cancel is refused with; null for none. */
  @Nullable String refundRefusal;

  /** How many confirms are being worked on. */
  int confirming;

  String orderName = "샌드박스 주문";
  BigDecimal taxFree = BigDecimal.ZERO;
  boolean useEscrow;

  /** The card's number as Toss shows it. */
  String cardNumber = "43301234****123*";

  int installmentMonths;

  /** The wallet that paid from its own balance; null for a card. */
  @Nullable String easyPay;

  /** The bank of an account that is to be issued, and how long it is to be open. */
  String bankCode = "11";

  Duration depositWithin = Duration.ofDays(7);

  /** The cash receipt that comes with the money; null for none. */
  TossReceipt.@Nullable Wish receiptWish;

  final List<Cancel> cancels = new ArrayList<>();
  final List<Movement> movements = new ArrayList<>();
  final List<LedgerEntry> ledger = new ArrayList<>();
  final Past past = new Past();

  TossPayment(
      String paymentKey,
      String orderId,
      Money total,
      Method method,
      Instant requestedAt,
      String secret) {
    this.paymentKey = paymentKey;
    this.orderId = orderId;
    this.total = total;
    this.method = method;
    this.requestedAt = requestedAt;
    this.secret = secret;
  }

  /** Notes what the buyer chose in the window. */
  void choose(TossChoice choice) {
    orderName = choice.orderName();
    easyPay = choice.easyPay();
    installmentMonths = choice.months();
    bankCode = TossBankCodes.code(choice.bank());
    depositWithin = choice.depositWithin();
  }

  /** The status at {@code now}: sessions expire. */
  Status status(Instant now) {
    boolean windowOver = status == Status.READY && !now.isBefore(requestedAt.plus(WINDOW));
    boolean sessionOver =
        status == Status.IN_PROGRESS
            && authenticatedAt != null
            && !now.isBefore(authenticatedAt.plus(SESSION));
    return windowOver || sessionOver ? Status.EXPIRED : status;
  }

  void authenticate(Instant now) {
    require(now, Status.READY);
    status = Status.IN_PROGRESS;
    authenticatedAt = now;
  }

  /** Whether the buyer has chosen how to pay. */
  boolean isAuthenticated() {
    return authenticatedAt != null;
  }

  /** Lets the next {@code times} confirms be refused with {@code code}. */
  void refuseWith(String code, int times) {
    refusal = code;
    refusalsLeft = times;
  }

  /** Returns the code this confirm is refused with, or null if nothing speaks against it. */
  @Nullable String refusalNow() {
    if (refusalsLeft == 0) {
      return null;
    }
    refusalsLeft--;
    return refusal;
  }

  void abort(String code) {
    status = Status.ABORTED;
    failureCode = code;
  }

  void expire() {
    status = Status.EXPIRED;
  }

  void capture(String transactionKey, Cause cause, Instant now) {
    require(now, Status.IN_PROGRESS);
    captured(transactionKey, cause, now);
  }

  void issueAccount(Account issued, String transactionKey, Instant now) {
    require(now, Status.IN_PROGRESS);
    status = Status.WAITING_FOR_DEPOSIT;
    account = issued;
    lastTransactionKey = transactionKey;
    movements.add(new Movement(transactionKey, status, BigDecimal.ZERO, now, null));
  }

  void deposit(String transactionKey, Instant now) {
    require(now, Status.WAITING_FOR_DEPOSIT);
    if (account != null) {
      if (!now.isBefore(account.due)) {
        throw new IllegalStateException("the account of " + paymentKey + " is past its due date");
      }
      account.depositor = account.holder;
    }
    captured(transactionKey, Cause.NO_REQUEST, now);
  }

  private void captured(String transactionKey, Cause cause, Instant now) {
    status = Status.DONE;
    approvedAt = now;
    lastTransactionKey = transactionKey;
    movements.add(new Movement(transactionKey, status, total.amount(), now, null));
    note(LedgerEntry.Kind.CAPTURE, total, cause, now);
  }

  private void note(LedgerEntry.Kind kind, Money amount, Cause cause, Instant now) {
    ledger.add(new LedgerEntry(kind, amount, cause.requestId(), cause.idempotencyKey(), now));
  }

  /** The total less the cancels that are done. */
  BigDecimal balance() {
    return total.amount().subtract(sum(CancelStatus.DONE));
  }

  /** What no refund has been asked for yet. */
  BigDecimal unclaimed() {
    return balance().subtract(sum(CancelStatus.IN_PROGRESS));
  }

  /** The tax-free part less what cancels have taken of it; more than the balance, perhaps. */
  BigDecimal taxFreeLeft() {
    return cancels.stream()
        .filter(cancel -> cancel.status == CancelStatus.DONE)
        .map(cancel -> cancel.taxFree)
        .reduce(taxFree, BigDecimal::subtract)
        .max(BigDecimal.ZERO);
  }

  private BigDecimal sum(CancelStatus which) {
    return cancels.stream()
        .filter(cancel -> cancel.status == which)
        .map(cancel -> cancel.amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Notes a cancel that is still to be carried out.
   *
   * @param keepsLastKey whether {@code lastTransactionKey} names it only when it is done
   */
  void requestCancel(Cancel cancel, boolean keepsLastKey) {
    cancels.add(cancel);
    if (!keepsLastKey) {
      lastTransactionKey = cancel.transactionKey;
    }
  }

  /** Carries out a noted cancel. */
  void finish(Cancel cancel, Instant now) {
    cancel.status = CancelStatus.DONE;
    cancel.at = now;
    cancel.left = balance();
    lastTransactionKey = cancel.transactionKey;
    // Measured: partial cancels leave PARTIAL_CANCELED even when nothing is left.
    boolean atOnce = cancel.amount.compareTo(total.amount()) == 0;
    status = atOnce ? Status.CANCELED : Status.PARTIAL_CANCELED;
    if (approvedAt != null && account != null) {
      cancel.landing = Landing.ON_ITS_WAY;
    } else {
      moneyIsBack(cancel, now);
    }
  }

  private void moneyIsBack(Cancel cancel, Instant at) {
    if (approvedAt != null) {
      movements.add(new Movement(cancel.transactionKey, status, cancel.amount, at, cancel));
      note(
          LedgerEntry.Kind.REFUND,
          Money.of(cancel.amount, total.currency()),
          cancel.record.cause(),
          at);
    }
    cancel.record.note(RefundRecord.State.DONE, at);
  }

  /** Lets a noted cancel fail. */
  void giveUp(Cancel cancel, Instant now) {
    cancel.status = CancelStatus.ABORTED;
    cancel.record.note(RefundRecord.State.FAILED, now);
  }

  /** Lets the refunds of deposits land that have been on their way for long enough, or all. */
  void land(Instant now, boolean all) {
    for (Cancel cancel : onTheirWay()) {
      Instant due = cancel.at.plus(TO_AN_ACCOUNT);
      if (all || !now.isBefore(due)) {
        cancel.landing = Landing.LANDED;
        moneyIsBack(cancel, now.isBefore(due) ? now : due);
      }
    }
  }

  /** Lets the refunds of deposits that have not landed bounce. */
  void bounce(Instant now) {
    for (Cancel cancel : onTheirWay()) {
      cancel.landing = Landing.BOUNCED;
      cancel.record.note(RefundRecord.State.FAILED, now);
    }
  }

  private List<Cancel> onTheirWay() {
    return cancels.stream().filter(cancel -> cancel.landing == Landing.ON_ITS_WAY).toList();
  }

  /** {@code virtualAccount.refundStatus}. */
  String refundStatus() {
    List<Landing> landings = new ArrayList<>();
    for (Cancel cancel : cancels) {
      if (cancel.landing != null) {
        landings.add(cancel.landing);
      }
    }
    if (landings.isEmpty()) {
      return "NONE";
    }
    if (landings.contains(Landing.ON_ITS_WAY)) {
      return "PENDING";
    }
    if (!landings.contains(Landing.BOUNCED)) {
      return "COMPLETED";
    }
    return landings.contains(Landing.LANDED) ? "PARTIAL_FAILED" : "FAILED";
  }

  List<Cancel> waitingCancels() {
    return cancels.stream().filter(cancel -> cancel.status == CancelStatus.IN_PROGRESS).toList();
  }

  private void require(Instant now, Status wanted) {
    if (status(now) != wanted) {
      throw new IllegalStateException(paymentKey + " is " + status(now) + ", not " + wanted);
    }
  }
}
