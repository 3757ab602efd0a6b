package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.ArrangedRefusals;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Landing;
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
  @Nullable TossAccount account;
  @Nullable String failureCode;

  /** What confirms are refused with: Toss's codes. */
  final ArrangedRefusals<String> refusals = new ArrangedRefusals<>();

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

  final List<TossCancellation> cancels = new ArrayList<>();
  final List<TossMovement> movements = new ArrayList<>();
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

  void issueAccount(TossAccount issued, String transactionKey, Instant now) {
    require(now, Status.IN_PROGRESS);
    status = Status.WAITING_FOR_DEPOSIT;
    account = issued;
    lastTransactionKey = transactionKey;
    movements.add(new TossMovement(transactionKey, status, BigDecimal.ZERO, now, null));
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
    movements.add(new TossMovement(transactionKey, status, total.amount(), now, null));
    note(LedgerEntry.Kind.CAPTURE, total, cause, now);
  }

  private void note(LedgerEntry.Kind kind, Money amount, Cause cause, Instant now) {
    ledger.add(new LedgerEntry(kind, amount, cause.requestId(), cause.idempotencyKey(), now));
  }

  /** The total less the cancels that are done. */
  BigDecimal balance() {
    return total.amount().subtract(sum(TossCancellation.Status.DONE));
  }

  /** What no refund has been asked for yet. */
  BigDecimal unclaimed() {
    return balance().subtract(sum(TossCancellation.Status.IN_PROGRESS));
  }

  /** The tax-free part less what cancels have taken of it; more than the balance, perhaps. */
  BigDecimal taxFreeLeft() {
    return cancels.stream()
        .filter(cancel -> cancel.status == TossCancellation.Status.DONE)
        .map(cancel -> cancel.taxFree)
        .reduce(taxFree, BigDecimal::subtract)
        .max(BigDecimal.ZERO);
  }

  private BigDecimal sum(TossCancellation.Status which) {
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
  void requestCancel(TossCancellation cancel, boolean keepsLastKey) {
    cancels.add(cancel);
    if (!keepsLastKey) {
      lastTransactionKey = cancel.transactionKey;
    }
  }

  /** Carries out a noted cancel. */
  void finish(TossCancellation cancel, Instant now) {
    cancel.status = TossCancellation.Status.DONE;
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

  private void moneyIsBack(TossCancellation cancel, Instant at) {
    if (approvedAt != null) {
      movements.add(new TossMovement(cancel.transactionKey, status, cancel.amount, at, cancel));
      Money back = Money.of(cancel.amount, total.currency());
      note(LedgerEntry.Kind.REFUND, back, cancel.record.cause(), at);
    }
    cancel.record.note(RefundRecord.State.DONE, at);
  }

  /** Lets a noted cancel fail. */
  void giveUp(TossCancellation cancel, Instant now) {
    cancel.status = TossCancellation.Status.ABORTED;
    cancel.record.note(RefundRecord.State.FAILED, now);
  }

  /** Lets the refunds of deposits land that have been on their way for long enough, or all. */
  void land(Instant now, boolean all) {
    for (TossCancellation cancel : onTheirWay()) {
      Instant due = cancel.landsAt();
      if (all || !now.isBefore(due)) {
        cancel.landing = Landing.LANDED;
        moneyIsBack(cancel, now.isBefore(due) ? now : due);
      }
    }
  }

  /** Lets the refunds of deposits that have not landed bounce. */
  void bounce(Instant now) {
    for (TossCancellation cancel : onTheirWay()) {
      cancel.landing = Landing.BOUNCED;
      cancel.record.note(RefundRecord.State.FAILED, now);
    }
  }

  private List<TossCancellation> onTheirWay() {
    return cancels.stream().filter(cancel -> cancel.landing == Landing.ON_ITS_WAY).toList();
  }

  /** {@code virtualAccount.refundStatus}. */
  String refundStatus() {
    List<Landing> landings =
        cancels.stream().flatMap(cancel -> Stream.ofNullable(cancel.landing)).toList();
    String status = Landing.refundStatus(landings, "PARTIAL_FAILED");
    return status == null ? "NONE" : status;
  }

  List<TossCancellation> waitingCancels() {
    return cancels.stream()
        .filter(cancel -> cancel.status == TossCancellation.Status.IN_PROGRESS)
        .toList();
  }

  private void require(Instant now, Status wanted) {
    if (status(now) != wanted) {
      throw new IllegalStateException(paymentKey + " is " + status(now) + ", not " + wanted);
    }
  }
}
