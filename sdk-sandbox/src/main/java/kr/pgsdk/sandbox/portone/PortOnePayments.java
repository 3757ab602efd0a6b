package kr.pgsdk.sandbox.portone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Method;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.OlderPayment;
import org.jspecify.annotations.Nullable;

/**
 * The payments, each with its attempts, of which at most one succeeds, and what moves one on.
 * Guarded by the simulation's lock.
 */
final class PortOnePayments {
  private final Map<String, List<PortOneAttempt>> payments = new LinkedHashMap<>();
  private final Map<String, PortOneAttempt> attempts = new LinkedHashMap<>();
  private final PortOneStore store;
  private final PortOneJson json;
  private final PortOneOutbox outbox;
  private final PortOneOlder older;
  private final Clock clock;
  private final Switches switches;
  private Runnable first = () -> {};

  PortOnePayments(
      PortOneStore store,
      PortOneJson json,
      PortOneOutbox outbox,
      PortOneOlder older,
      Clock clock,
      Switches switches) {
    this.older = older;
    this.store = store;
    this.json = json;
    this.outbox = outbox;
    this.clock = clock;
    this.switches = switches;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("GET", "/payments/{id}", this::get);
  }

  /** What is to be done before anything is shown or done. */
  void before(Runnable work) {
    first = work;
  }

  /** Does what has become due. */
  void catchUp() {
    first.run();
  }

  Instant now() {
    return clock.instant();
  }

  /** Every attempt, oldest first, as it is now. */
  List<PortOneAttempt> attempts() {
    attempts.values().forEach(this::update);
    return List.copyOf(attempts.values());
  }

  /** What every payment shows of its attempts, oldest first. */
  List<PortOneAttempt> shown() {
    return payments.keySet().stream().map(this::require).toList();
  }

  /** The attempts of a payment, oldest first. */
  List<PortOneAttempt> attemptsOf(String paymentId) {
    return List.copyOf(payments.getOrDefault(paymentId, List.of()));
  }

  @Nullable PortOneAttempt attempt(String transactionId) {
    PortOneAttempt attempt = attempts.get(transactionId);
    if (attempt != null) {
      update(attempt);
    }
    return attempt;
  }

  /** What a payment shows: the attempt that was paid, else one with an account, else the newest. */
  @Nullable PortOneAttempt find(String paymentId) {
    List<PortOneAttempt> all = attemptsOf(paymentId);
    if (all.isEmpty()) {
      return null;
    }
    all.forEach(this::update);
    return all.stream()
        .filter(PortOneAttempt::wasPaid)
        .findFirst()
        .or(
            () ->
                all.stream().filter(one -> one.status == Status.VIRTUAL_ACCOUNT_ISSUED).findFirst())
        .orElse(all.get(all.size() - 1));
  }

  /** The same, refused if there is no such payment. */
  PortOneAttempt require(String paymentId) {
    PortOneAttempt attempt = find(paymentId);
    if (attempt == null) {
      throw PortOneRefusal.of("PAYMENT_NOT_FOUND");
    }
    return attempt;
  }

  /** What time alone changes. */
  private void update(PortOneAttempt attempt) {
    Instant now = now();
    attempt.land(now, false);
    PortOneAccount account = attempt.account;
    if (attempt.status == Status.VIRTUAL_ACCOUNT_ISSUED
        && account != null
        && !now.isBefore(account.due)) {
      if (switches.isOn(Switch.PORTONE_EXPIRED_ACCOUNTS_FAIL)) {
        attempt.fail(new PortOneFailure("입금 기한이 지났습니다.", "EXPIRED", "입금 기한 만료"), account.due);
        outbox.tell(attempt, "Transaction.Failed");
      } else if (switches.isOn(Switch.PORTONE_EXPIRED_ACCOUNTS_ARE_CANCELLED)) {
        attempt.closeAccount(Cause.NO_REQUEST, account.due);
        outbox.tell(attempt, "Transaction.Cancelled");
      }
    }
  }

  /** Begins an attempt; whether a window announces it is the caller's to say. */
  PortOneAttempt begin(PortOneOrder order, PortOneChannel channel) {
    PortOneAttempt attempt =
        new PortOneAttempt(store.uuid(), order, channel, "sandbox" + store.digits(16), now());
    attempts.put(attempt.transactionId, attempt);
    payments.computeIfAbsent(order.paymentId(), id -> new ArrayList<>()).add(attempt);
    return attempt;
  }

  /** Whether the payment has money, or had it. */
  boolean isPaid(String paymentId) {
    return attemptsOf(paymentId).stream().anyMatch(PortOneAttempt::wasPaid);
  }

  /** Whether the payment waits for a deposit. */
  boolean isWaiting(String paymentId) {
    return attemptsOf(paymentId).stream()
        .anyMatch(one -> one.status == Status.VIRTUAL_ACCOUNT_ISSUED);
  }

  /**
   * Refuses that an attempt succeeds beside another one of its payment.
   *
   * @throws IllegalStateException if another one has
   */
  void requireFirst(PortOneAttempt attempt) {
    if (isPaid(attempt.order.paymentId())) {
      throw new IllegalStateException(
          "another attempt of " + attempt.id() + "'s payment succeeded");
    }
  }

  /** Refuses a payment that succeeded once. */
  void requireUnpaid(String paymentId) {
    if (isPaid(paymentId)) {
      throw PortOneRefusal.of("ALREADY_PAID");
    }
  }

  private Map<String, @Nullable Object> get(PortOneCall call) {
    store.require(call.query("storeId"));
    OlderPayment ofV1 = find(call.id()) == null ? older.find(call.id()) : null;
    if (ofV1 != null) {
      return older.json(ofV1);
    }
    PortOneAttempt attempt = require(call.id());
    // A machine that is behind hasn't heard of what no window announced.
    if (attempt.withoutWindow && attempt.requestedAt.isAfter(now().minus(call.age()))) {
      throw PortOneRefusal.of("PAYMENT_NOT_FOUND");
    }
    return shown(attempt, call.age());
  }

  /** How the attempt looked this long ago. */
  Map<String, @Nullable Object> shown(PortOneAttempt attempt, Duration age) {
    Map<String, @Nullable Object> old = attempt.past.at(now(), age);
    return old == null ? json.payment(attempt) : old;
  }

  /** Notes how the attempt looks, just before it changes. */
  void remember(PortOneAttempt attempt) {
    attempt.past.remember(now(), json.payment(attempt));
  }

  /** {@code pgTxId} and the time of the payment, or of the account's issue. */
  Map<String, @Nullable Object> summary(PortOneAttempt attempt) {
    Instant at = attempt.paidAt != null ? attempt.paidAt : attempt.statusChangedAt;
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("pgTxId", attempt.pgTxId);
    summary.put("paidAt", at.toString());
    return summary;
  }

  /** Takes the buyer's money, unless the payment company refuses. */
  void capture(PortOneAttempt attempt, Cause cause, boolean skipWebhook) {
    refuseIfWanted(attempt, cause);
    attempt.capture(cause, now());
    if (!skipWebhook) {
      outbox.tell(attempt, "Transaction.Paid");
    }
  }

  /** Refuses if it was arranged so; the money may have moved all the same. */
  void refuseIfWanted(PortOneAttempt attempt, Cause cause) {
    PortOneFailure refusal = attempt.refusals.next();
    if (refusal == null) {
      return;
    }
    if (switches.isOn(Switch.PORTONE_PG_ERRORS_AFTER_MONEY_MOVED)
        && attempt.method != Method.VIRTUAL_ACCOUNT) {
      attempt.capture(cause, now());
      outbox.tell(attempt, "Transaction.Paid");
    } else if (!attempt.refusals.areBrief()) {
      fail(attempt, refusal);
    }
    throw PortOneRefusal.byCompany(refusal.pgCode(), refusal.pgMessage());
  }

  /** Ends the attempt. */
  void fail(PortOneAttempt attempt, PortOneFailure why) {
    attempt.fail(why, now());
    outbox.tell(attempt, "Transaction.Failed");
  }

  /** Gives the buyer an account to pay into. */
  void issueAccount(PortOneAttempt attempt, boolean skipWebhook) {
    Instant now = now();
    issue(
        attempt,
        new PortOneAccount(
            attempt.bank, store.digits(14), "샌드박스", false, now, now.plus(attempt.depositWithin)),
        skipWebhook);
  }

  void issue(PortOneAttempt attempt, PortOneAccount account, boolean skipWebhook) {
    attempt.issue(account, now());
    if (!skipWebhook) {
      outbox.tell(attempt, "Transaction.VirtualAccountIssued");
    }
  }
}
