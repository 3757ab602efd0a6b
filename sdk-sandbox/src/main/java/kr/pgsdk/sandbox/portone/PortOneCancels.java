package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import kr.pgsdk.sandbox.portone.PortOneCancellation.Asked;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** Cancels, and the closing of accounts that wait. Guarded by the simulation's lock. */
final class PortOneCancels {
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{1,20}");

  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneJson json;
  private final PortOneOutbox outbox;
  private final Switches switches;

  PortOneCancels(
      PortOnePayments payments,
      PortOneStore store,
      PortOneJson json,
      PortOneOutbox outbox,
      Switches switches) {
    this.payments = payments;
    this.store = store;
    this.json = json;
    this.outbox = outbox;
    this.switches = switches;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/cancel", this::cancel);
    routes.on("POST", "/payments/{id}/cancellations/{cid}/stop", this::stop);
    routes.on("POST", "/payments/{id}/virtual-account/close", this::closeAccount);
  }

  private Map<String, @Nullable Object> cancel(PortOneCall call) {
    Params params = call.params();
    String reason = PortOneCall.text(params, "reason");
    store.require(params.text("storeId"));
    Long amount = PortOneCall.amount(params, "amount");
    Long taxFree = PortOneCall.amount(params, "taxFreeAmount");
    Long vat = PortOneCall.amount(params, "vatAmount");
    Long expected = PortOneCall.amount(params, "currentCancellableAmount");
    requireOneOf(params, "requester", "CUSTOMER", "ADMIN");
    requireOneOf(params, "promotionDiscountRetainOption", "RETAIN", "RELEASE");
    PortOneAttempt attempt = payments.require(call.id());
    if (attempt.status == Status.VIRTUAL_ACCOUNT_ISSUED
        && switches.isOn(Switch.PORTONE_CANCEL_CLOSES_ACCOUNTS)) {
      requireBalance(expected, attempt);
      return closedByCancel(attempt, reason, call.cause());
    }
    requireCancellable(attempt);
    requireBalance(expected, attempt);
    long asked = amount == null ? attempt.unclaimed() : amount;
    requireParts(attempt, asked, taxFree == null ? 0 : taxFree, vat == null ? 0 : vat);
    if (attempt.account != null) {
      requireRefundAccount(params.object("refundAccount"));
    }
    payments.remember(attempt);
    long free = taxFree == null ? 0 : taxFree;
    return cancelled(
        attempt,
        new Asked(
            asked,
            free,
            vat == null ? PortOneOrder.usualVat(asked - free) : vat,
            reason,
            params.isTrue("skipWebhook")),
        call.cause());
  }

  private Map<String, @Nullable Object> cancelled(
      PortOneAttempt attempt, Asked asked, Cause cause) {
    boolean refused = attempt.refundRefusal != null;
    String why = attempt.refundRefusal == null ? "" : attempt.refundRefusal;
    if (refused && PortOneErrors.isOfCancel(why)) {
      throw PortOneRefusal.of(why);
    }
    boolean moved = !refused || switches.isOn(Switch.PORTONE_PG_ERRORS_AFTER_MONEY_MOVED);
    boolean in200 = refused && switches.isOn(Switch.PORTONE_REFUSED_CANCELS_ARE_200);
    if (!moved && !in200) {
      throw PortOneRefusal.byCompany(why, "환불이 거절되었습니다.");
    }
    PortOneCancellation row = begin(attempt, asked, "API", cause);
    Instant now = payments.now();
    if (in200) {
      attempt.giveUp(row, now);
    } else if (attempt.account == null && switches.isOn(Switch.PORTONE_REFUNDS_LATER)) {
      outbox.tell(attempt, "Transaction.CancelPending", row.id, null);
    } else {
      finish(attempt, row, null);
    }
    if (refused && !in200) {
      throw PortOneRefusal.byCompany(why, "환불이 거절되었습니다.");
    }
    return Map.of("cancellation", row.json());
  }

  /** Takes a refund on that nothing speaks against. */
  PortOneCancellation begin(PortOneAttempt attempt, Asked asked, String trigger, Cause cause) {
    Instant now = payments.now();
    String currency = attempt.order.currency();
    PortOneCancellation row =
        new PortOneCancellation(
            store.uuid(),
            "pgc" + store.digits(12),
            asked,
            trigger,
            new RefundRecord(
                Money.ofMinorUnits(asked.amount(), currency),
                Money.ofMinorUnits(json.balance(attempt), currency),
                cause,
                now),
            now);
    attempt.cancellations.add(row);
    return row;
  }

  /** Carries a noted refund out. */
  void finish(PortOneAttempt attempt, PortOneCancellation row, @Nullable String trigger) {
    attempt.finish(row, payments.now());
    if (!row.skipWebhook) {
      outbox.tell(
          attempt,
          attempt.status == Status.CANCELLED
              ? "Transaction.Cancelled"
              : "Transaction.PartialCancelled",
          row.id,
          trigger);
    }
  }

  /** Lets a noted refund fail; whether the shop is told isn't known. */
  void giveUp(PortOneAttempt attempt, PortOneCancellation row) {
    attempt.giveUp(row, payments.now());
    if (switches.isOn(Switch.PORTONE_TELLS_OF_FAILED_CANCELS)) {
      outbox.tell(
          attempt,
          attempt.status == Status.PARTIAL_CANCELLED
              ? "Transaction.PartialCancelled"
              : "Transaction.Paid",
          row.id,
          "ASYNC_CANCEL_FAILED");
    }
  }

  private void requireBalance(@Nullable Long expected, PortOneAttempt attempt) {
    if (expected != null && expected != json.balance(attempt)) {
      throw PortOneRefusal.of("CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN");
    }
  }

  private static void requireCancellable(PortOneAttempt attempt) {
    switch (attempt.status) {
      case PAID, PARTIAL_CANCELLED -> {}
      case CANCELLED -> throw PortOneRefusal.of("PAYMENT_ALREADY_CANCELLED");
      default -> throw PortOneRefusal.of("PAYMENT_NOT_PAID");
    }
  }

  private static void requireParts(PortOneAttempt attempt, long asked, long taxFree, long vat) {
    if (asked == 0 && attempt.unclaimed() > 0) {
      throw PortOneRefusal.invalid("amount는 0보다 커야 합니다.");
    }
    if (asked == 0 || asked > attempt.unclaimed()) {
      throw PortOneRefusal.of("CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT");
    }
    if (taxFree + vat > asked) {
      throw PortOneRefusal.of("SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT");
    }
    long taxFreeLeft = attempt.order.taxFree() - attempt.cancelledTaxFree();
    if (taxFree > taxFreeLeft) {
      throw PortOneRefusal.of("CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT");
    }
    if (asked - taxFree > attempt.unclaimed() - taxFreeLeft) {
      throw PortOneRefusal.of("CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT");
    }
  }

  private static void requireRefundAccount(@Nullable Params account) {
    if (account == null) {
      throw PortOneRefusal.invalid("가상계좌 환불에는 refundAccount가 필요합니다.");
    }
    String unused = PortOneCall.bank(account) + PortOneCall.text(account, "holderName");
    if (!ACCOUNT_NUMBER.matcher(PortOneCall.text(account, "number")).matches()) {
      throw PortOneRefusal.invalid("환불 계좌번호가 올바르지 않습니다.");
    }
  }

  private static void requireOneOf(Params params, String name, String one, String other) {
    String value = params.text(name);
    if (value != null && !value.equals(one) && !value.equals(other)) {
      throw PortOneRefusal.invalid(name + "의 값이 올바르지 않습니다.");
    }
  }

  private Map<String, @Nullable Object> closedByCancel(
      PortOneAttempt attempt, String reason, Cause cause) {
    payments.remember(attempt);
    Asked all = new Asked(attempt.order.total(), 0, 0, reason, false);
    PortOneCancellation row = begin(attempt, all, "API", cause);
    Instant now = payments.now();
    row.status = PortOneCancellation.Status.SUCCEEDED;
    row.cancelledAt = now;
    row.record.note(RefundRecord.State.DONE, now);
    attempt.closeAccount(now);
    outbox.tell(attempt, "Transaction.Cancelled", row.id, null);
    return Map.of("cancellation", row.json());
  }

  private Map<String, @Nullable Object> closeAccount(PortOneCall call) {
    store.require(call.query("storeId"));
    PortOneAttempt attempt = payments.require(call.id());
    if (attempt.status != Status.VIRTUAL_ACCOUNT_ISSUED) {
      throw PortOneRefusal.of("PAYMENT_NOT_WAITING_FOR_DEPOSIT");
    }
    if (attempt.refundRefusal != null) {
      throw PortOneRefusal.byCompany(attempt.refundRefusal, "말소가 거절되었습니다.");
    }
    payments.remember(attempt);
    attempt.closeAccount(call.cause(), payments.now());
    outbox.tell(attempt, "Transaction.Cancelled");
    return Map.of("closedAt", payments.now().toString());
  }

  /** Only a refund that a payment company takes its time for can be stopped. */
  private Map<String, @Nullable Object> stop(PortOneCall call) {
    store.require(call.params().text("storeId"));
    PortOneAttempt attempt = payments.require(call.id());
    PortOneCancellation row =
        attempt.cancellations.stream()
            .filter(one -> one.id.equals(call.secondId()))
            .findFirst()
            .orElseThrow(() -> PortOneRefusal.of("PAYMENT_CANCELLATION_NOT_FOUND"));
    if (row.status != PortOneCancellation.Status.REQUESTED) {
      throw PortOneRefusal.of("PAYMENT_CANCELLATION_NOT_PENDING");
    }
    payments.remember(attempt);
    giveUp(attempt, row);
    Map<String, @Nullable Object> stopped = new LinkedHashMap<>();
    stopped.put("stoppedAt", payments.now().toString());
    return stopped;
  }
}
