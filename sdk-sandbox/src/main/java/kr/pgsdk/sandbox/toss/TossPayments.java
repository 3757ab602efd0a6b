package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.toss.TossPayment.Account;
import kr.pgsdk.sandbox.toss.TossPayment.Cancel;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.toss.TossPayment.Status;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** The operations on payments: parameters in, a Payment out. Guarded by the simulation's lock. */
final class TossPayments {
  private static final Duration ACCOUNT_LIFE = Duration.ofDays(7);
  private static final BigDecimal SMALLEST_BY_CARD = BigDecimal.valueOf(100);
  private static final int LONGEST_REASON = 200;
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern BANK = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern CANCEL_REQUEST_ID = Pattern.compile("[A-Za-z0-9\\-_=]{6,64}");

  private final Map<String, TossPayment> payments = new LinkedHashMap<>();
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;
  private final TossJson json;

  TossPayments(Clock clock, RandomGenerator random, Switches switches) {
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.json = new TossJson(switches);
  }

  void add(TossPayment payment) {
    payments.put(payment.paymentKey, payment);
  }

  @Nullable TossPayment get(String paymentKey) {
    TossPayment payment = payments.get(paymentKey);
    if (payment != null) {
      payment.land(clock.instant(), false);
    }
    return payment;
  }

  /** Returns a payment that a billing key makes; not added yet. */
  TossPayment newCharge(String orderId, Money amount) {
    Instant now = clock.instant();
    TossPayment payment =
        new TossPayment(
            "tbill" + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 22),
            orderId,
            amount,
            Method.CARD,
            now,
            "ps_" + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 26));
    payment.byBillingKey = true;
    return payment;
  }

  /** Whether an order has a payment that was approved, cancelled since or not. */
  boolean isDecided(String orderId) {
    return payments.values().stream()
        .anyMatch(payment -> payment.orderId.equals(orderId) && payment.approvedAt != null);
  }

  Map<String, @Nullable Object> json(TossPayment payment) {
    return json.payment(payment, clock.instant());
  }

  String time(Instant moment) {
    return json.time(moment);
  }

  /** Notes how the payment looks, just before it changes. */
  void remember(TossPayment payment) {
    Instant now = clock.instant();
    payment.past.remember(now, json.payment(payment, now));
  }

  Map<String, @Nullable Object> byPaymentKey(String paymentKey, Duration age) {
    return shown(get(paymentKey), age);
  }

  /** The payment of the order that has come furthest, else the newest. */
  Map<String, @Nullable Object> byOrderId(String orderId, Duration age) {
    List<TossPayment> found = new ArrayList<>();
    for (TossPayment payment : payments.values()) {
      if (payment.orderId.equals(orderId)) {
        found.add(0, payment);
      }
    }
    return shown(
        found.stream()
            .filter(payment -> payment.lastTransactionKey != null)
            .findFirst()
            .orElse(found.isEmpty() ? null : found.get(0)),
        age);
  }

  private Map<String, @Nullable Object> shown(@Nullable TossPayment payment, Duration age) {
    if (payment == null
        || (payment.confirming > 0 && switches.isOn(Switch.TOSS_LOOKUP_404_WHILE_CONFIRMING))) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
    Instant now = clock.instant();
    payment.land(now, false);
    Map<String, @Nullable Object> old = payment.past.at(now, age);
    return old != null ? old : json.payment(payment, now);
  }

  /** Notes that a confirm of the payment begins (1) or ends (-1). */
  void countConfirm(@Nullable String paymentKey, int change) {
    TossPayment payment = paymentKey == null ? null : payments.get(paymentKey);
    if (payment != null) {
      payment.confirming += change;
    }
  }

  Map<String, @Nullable Object> confirm(Params params, Cause cause) {
    Instant now = clock.instant();
    String paymentKey = params.text("paymentKey");
    String orderId = params.text("orderId");
    BigDecimal amount = number(params, "amount");
    if (paymentKey == null || orderId == null || amount == null) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    TossPayment payment = payments.get(paymentKey);
    if (payment == null) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
    Status status = payment.status(now);
    if (status == Status.READY || status == Status.EXPIRED) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT_SESSION");
    }
    if (status != Status.IN_PROGRESS) {
      throw TossRefusal.of("ALREADY_PROCESSED_PAYMENT");
    }
    if (!orderId.equals(payment.orderId) || amount.compareTo(payment.total.amount()) != 0) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (payment.method == Method.CARD
        && payment.total.currency().equals("KRW")
        && amount.compareTo(SMALLEST_BY_CARD) < 0) {
      throw TossRefusal.of("BELOW_MINIMUM_AMOUNT");
    }
    remember(payment);
    refuseIfWanted(payment);
    if (payment.method == Method.VIRTUAL_ACCOUNT) {
      String number = RandomTexts.of(random, "0123456789", 14);
      payment.issueAccount(new Account(number, now.plus(ACCOUNT_LIFE)), transactionKey(), now);
    } else {
      payment.capture(transactionKey(), cause, now);
    }
    return json.payment(payment, now);
  }

  private static void refuseIfWanted(TossPayment payment) {
    String code = payment.refusalNow();
    if (code != null) {
      if (!payment.refusedBriefly) {
        payment.abort(code);
      }
      throw TossRefusal.of(code);
    }
  }

  Map<String, @Nullable Object> cancel(String paymentKey, Params params, Cause cause) {
    TossPayment payment = get(paymentKey);
    if (payment == null) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
    String reason = params.text("cancelReason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Instant now = clock.instant();
    requireCancellable(payment, now);
    BigDecimal refundable = number(params, "refundableAmount");
    BigDecimal balance = json.balance(payment);
    if (refundable != null && refundable.compareTo(balance) != 0) {
      throw TossRefusal.of("NOT_MATCHES_REFUNDABLE_AMOUNT");
    }
    BigDecimal asked = number(params, "cancelAmount");
    // Absent means all that is left (reference).
    BigDecimal amount = asked == null ? balance : asked;
    requireAmount(payment, amount, asked != null, params.text("currency"));
    if (payment.status(now) == Status.WAITING_FOR_DEPOSIT) {
      if (amount.compareTo(payment.total.amount()) != 0) {
        throw TossRefusal.of("NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT");
      }
    } else if (payment.method == Method.VIRTUAL_ACCOUNT) {
      requireRefundAccount(params.object("refundReceiveAccount"));
    }
    String cancelRequestId = params.text("cancelRequestId");
    if (cancelRequestId != null && !CANCEL_REQUEST_ID.matcher(cancelRequestId).matches()) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (payment.refundRefusal != null) {
      throw TossRefusal.of(payment.refundRefusal);
    }
    BigDecimal taxFree = number(params, "taxFreeAmount");
    remember(payment);
    String currency = payment.total.currency();
    Cancel cancel =
        new Cancel(
            transactionKey(),
            amount,
            reason,
            taxFree == null ? BigDecimal.ZERO : taxFree,
            cancelRequestId,
            new RefundRecord(
                Money.of(amount, currency),
                Money.of(payment.approvedAt == null ? BigDecimal.ZERO : balance, currency),
                cause,
                now),
            payment.unclaimed().subtract(amount),
            now);
    // What goes back to an account has a refundStatus of its own.
    boolean later =
        switches.isOn(Switch.TOSS_REFUNDS_LATER) && payment.method != Method.VIRTUAL_ACCOUNT;
    payment.requestCancel(
        cancel, later && switches.isOn(Switch.TOSS_REFUND_UNDER_WAY_KEEPS_LAST_KEY));
    if (!later) {
      payment.finish(cancel, now);
    }
    return json.payment(payment, now);
  }

  private static void requireCancellable(TossPayment payment, Instant now) {
    switch (payment.status(now)) {
      case DONE, PARTIAL_CANCELED, WAITING_FOR_DEPOSIT -> {}
      case CANCELED -> throw TossRefusal.of("ALREADY_CANCELED_PAYMENT");
      default -> throw TossRefusal.of("NOT_CANCELABLE_PAYMENT");
    }
  }

  private static void requireAmount(
      TossPayment payment, BigDecimal amount, boolean asked, @Nullable String currency) {
    if (currency != null && !currency.equals(payment.total.currency())) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    try {
      Money.of(amount, payment.total.currency());
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (asked && amount.signum() == 0) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    // Nothing left counts as over the balance too (measured).
    if (amount.signum() == 0 || amount.compareTo(payment.unclaimed()) > 0) {
      throw TossRefusal.of("NOT_CANCELABLE_AMOUNT");
    }
  }

  private static void requireRefundAccount(@Nullable Params account) {
    String bank = account == null ? null : account.text("bank");
    String number = account == null ? null : account.text("accountNumber");
    String holder = account == null ? null : account.text("holderName");
    if (bank == null || number == null || holder == null || holder.isBlank()) {
      throw TossRefusal.of("INVALID_REFUND_ACCOUNT_INFO");
    }
    if (!ACCOUNT_NUMBER.matcher(number).matches()) {
      throw TossRefusal.of("INVALID_REFUND_ACCOUNT_NUMBER");
    }
    if (!BANK.matcher(bank).matches()) {
      throw TossRefusal.of("INVALID_BANK");
    }
  }

  private static @Nullable BigDecimal number(Params params, String name) {
    if (params.has(name) && !params.isNumber(name)) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    return params.decimal(name);
  }

  String transactionKey() {
    return RandomTexts.of(random, "0123456789abcdef", 32).toUpperCase(Locale.ROOT);
  }
}
