package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.OlderPayment;
import kr.pgsdk.sandbox.wire.Past;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/**
 * The life of one payment: ready, then paid or failed; paid, then cancelled in one or more steps.
 * Iamport says {@code cancelled} from the first partial cancel on. Knows no HTTP. Guarded by the
 * simulation's lock.
 */
final class IamportPayment {
  enum Status {
    READY,
    PAID,
    CANCELLED,
    FAILED
  }

  /** One row of {@code cancel_history}. */
  record Cancel(
      String id, String pgTid, BigDecimal amount, String reason, Instant at, RefundRecord record) {}

  /** An account that was issued for this payment alone. */
  record Account(String number, String bankCode, Instant issuedAt, Instant due) {}

  /** {@code customer_uid_usage} of what is made at a time that was asked for before. */
  static final String BY_SCHEDULE = "payment.scheduled";

  final String impUid;
  final String merchantUid;
  Money amount;
  final Instant startedAt;
  boolean testChannel;

  /** Made by a request: what shows an older time doesn't have it yet. */
  boolean withoutWindow;

  boolean byAccount;
  Status status = Status.READY;
  @Nullable Account account;
  @Nullable String pgTid;
  @Nullable Instant paidAt;
  @Nullable Instant failedAt;
  @Nullable Instant cancelledAt;
  Instant updatedAt;
  @Nullable String failReason;
  final List<Cancel> cancels = new ArrayList<>();

  /** Accepted but not carried out: the gateway has answered code 0 without a history row. */
  final List<Cancel> waitingCancels = new ArrayList<>();

  final List<LedgerEntry> ledger = new ArrayList<>();

  /** Every refund that was taken on. */
  final List<RefundRecord> records = new ArrayList<>();

  final Past past = new Past();

  /** Fields that a request gave, or that are otherwise than a window's payment has them. */
  final Map<String, @Nullable Object> given = new TreeMap<>();

  /** What a promotion took off the price: {@code amount} is what is left of it. */
  @Nullable Money discount;

  /** The card company's words to every refund; null for none. */
  @Nullable String refundRefusal;

  IamportPayment(String impUid, String merchantUid, Money amount, Instant startedAt) {
    this.impUid = impUid;
    this.merchantUid = merchantUid;
    this.amount = amount;
    this.startedAt = startedAt;
    this.updatedAt = startedAt;
  }

  boolean waitsForDeposit() {
    return status == Status.READY && account != null;
  }

  boolean wasPaid() {
    return paidAt != null;
  }

  /** How PortOne V2 may show it. */
  OlderPayment inV2() {
    BigDecimal back = cancelled();
    String word =
        switch (status) {
          case READY -> waitsForDeposit() ? "VIRTUAL_ACCOUNT_ISSUED" : "READY";
          case PAID -> back.signum() == 0 ? "PAID" : "PARTIAL_CANCELLED";
          case CANCELLED -> "CANCELLED";
          case FAILED -> "FAILED";
        };
    return new OlderPayment(
        impUid,
        merchantUid,
        String.valueOf(given.getOrDefault("name", "샌드박스 주문")),
        amount,
        Money.of(back, amount.currency()),
        word,
        testChannel,
        paidAt,
        startedAt,
        updatedAt);
  }

  /** A billing key is used; {@code usage} is {@code customer_uid_usage}. */
  void useKey(String customerUid, String usage) {
    given.put("customer_uid", customerUid);
    given.put("customer_uid_usage", usage);
  }

  void pay(String newPgTid, Cause cause, Instant now) {
    require(Status.READY);
    status = Status.PAID;
    pgTid = newPgTid;
    paidAt = now;
    updatedAt = now;
    note(LedgerEntry.Kind.CAPTURE, amount, cause, now);
  }

  void fail(String reason, Instant now) {
    require(Status.READY);
    status = Status.FAILED;
    failReason = reason;
    failedAt = now;
    updatedAt = now;
  }

  void issueAccount(Account issued, String newPgTid) {
    require(Status.READY);
    account = issued;
    byAccount = true;
    pgTid = newPgTid;
    updatedAt = issued.issuedAt();
  }

  /** The deposit may come until then. */
  void moveDue(Instant due) {
    if (account != null) {
      account = new Account(account.number(), account.bankCode(), account.issuedAt(), due);
    }
  }

  /** Whether Iamport made it at a time that was asked for before. */
  boolean isScheduled() {
    return BY_SCHEDULE.equals(given.get("customer_uid_usage"));
  }

  /** Ends the account before a deposit: no later deposit is possible. */
  void revokeAccount(boolean staysReady, Instant now) {
    require(Status.READY);
    account = null;
    updatedAt = now;
    if (!staysReady) {
      status = Status.CANCELLED;
      cancelledAt = now;
    }
  }

  /** How much has been given back: {@code cancel_amount}. */
  BigDecimal cancelled() {
    return cancels.stream().map(Cancel::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What can still be cancelled; what waits counts as there, as it may yet fail. */
  BigDecimal balance() {
    return wasPaid() ? amount.amount().subtract(cancelled()) : BigDecimal.ZERO;
  }

  /** What no refund has been asked for yet. */
  BigDecimal unclaimed() {
    return waitingCancels.stream().map(Cancel::amount).reduce(balance(), BigDecimal::subtract);
  }

  void cancel(Cancel cancel) {
    cancels.add(cancel);
    status = Status.CANCELLED;
    cancelledAt = cancel.at();
    updatedAt = cancel.at();
    Money back = Money.of(cancel.amount(), amount.currency());
    note(LedgerEntry.Kind.REFUND, back, cancel.record().cause(), cancel.at());
    cancel.record().note(RefundRecord.State.DONE, cancel.at());
  }

  /** Carries out what waits, at {@code now}. */
  void settleWaiting(Instant now) {
    List<Cancel> due = List.copyOf(waitingCancels);
    waitingCancels.clear();
    for (Cancel waiting : due) {
      cancel(
          new Cancel(
              waiting.id(),
              waiting.pgTid(),
              waiting.amount(),
              waiting.reason(),
              now,
              waiting.record()));
    }
  }

  /** Lets what waits fail. */
  void giveUpWaiting(Instant now) {
    waitingCancels.forEach(waiting -> waiting.record().note(RefundRecord.State.FAILED, now));
    waitingCancels.clear();
  }

  /** Notes a refund that is taken on. */
  RefundRecord takeOn(BigDecimal refunded, Cause cause, Instant now) {
    RefundRecord taken =
        new RefundRecord(
            Money.of(refunded, amount.currency()),
            Money.of(balance(), amount.currency()),
            cause,
            now);
    records.add(taken);
    return taken;
  }

  /** The same for the row that tells of it once it is carried out. */
  Cancel takeOn(String id, BigDecimal refunded, String reason, Cause cause, Instant now) {
    RefundRecord record = takeOn(refunded, cause, now);
    return new Cancel(id, pgTid == null ? "" : pgTid, refunded, reason, now, record);
  }

  /** The time a list by status looks at: that of the status the payment has now. */
  Instant statusTime() {
    Instant time =
        switch (status) {
          case READY -> startedAt;
          case PAID -> paidAt;
          case CANCELLED -> cancelledAt;
          case FAILED -> failedAt;
        };
    return time == null ? startedAt : time;
  }

  private void note(LedgerEntry.Kind kind, Money moved, Cause cause, Instant now) {
    ledger.add(new LedgerEntry(kind, moved, cause.requestId(), cause.idempotencyKey(), now));
  }

  private void require(Status wanted) {
    if (status != wanted) {
      throw new IllegalStateException(impUid + " is " + status + ", not " + wanted);
    }
  }
}
