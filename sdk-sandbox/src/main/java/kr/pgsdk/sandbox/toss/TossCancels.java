package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.toss.TossPayment.Status;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** Cancels that a shop asks for. Guarded by the simulation's lock. */
final class TossCancels {
  private static final int LONGEST_REASON = 200;
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern BANK = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern CANCEL_REQUEST_ID = Pattern.compile("[A-Za-z0-9\\-_=]{6,64}");

  private final TossPayments payments;
  private final TossJson json;
  private final Clock clock;
  private final Switches switches;

  TossCancels(TossPayments payments, TossJson json, Clock clock, Switches switches) {
    this.payments = payments;
    this.json = json;
    this.clock = clock;
    this.switches = switches;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/payments/{id}/cancel", this::cancel);
  }

  private Map<String, @Nullable Object> cancel(TossCall call) {
    Params params = call.params();
    TossPayment payment = payments.get(call.id());
    if (payment == null) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
    String reason = params.text("cancelReason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Instant now = clock.instant();
    requireCancellable(payment, now);
    BigDecimal refundable = TossPayments.number(params, "refundableAmount");
    BigDecimal balance = json.balance(payment);
    if (refundable != null && refundable.compareTo(balance) != 0) {
      throw TossRefusal.of("NOT_MATCHES_REFUNDABLE_AMOUNT");
    }
    BigDecimal asked = TossPayments.number(params, "cancelAmount");
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
    BigDecimal taxFree = TossPayments.number(params, "taxFreeAmount");
    payments.remember(payment);
    String currency = payment.total.currency();
    TossCancellation cancel =
        new TossCancellation(
            payments.transactionKey(),
            amount,
            reason,
            taxFree == null ? BigDecimal.ZERO : taxFree,
            cancelRequestId,
            new RefundRecord(
                Money.of(amount, currency),
                Money.of(payment.approvedAt == null ? BigDecimal.ZERO : balance, currency),
                call.cause(),
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
}
