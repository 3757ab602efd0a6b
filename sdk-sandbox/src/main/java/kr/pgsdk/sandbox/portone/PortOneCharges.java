package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Method;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Payments without a window: by card data or account, and by billing key. Guarded by the lock. */
final class PortOneCharges {
  private static final int MOST_HOURS = 2_160;
  private static final int MOST_MONTHS = 36;

  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneBillingKeys keys;
  private final PortOneSchedules schedules;

  PortOneCharges(
      PortOnePayments payments,
      PortOneStore store,
      PortOneBillingKeys keys,
      PortOneSchedules schedules) {
    this.payments = payments;
    this.store = store;
    this.keys = keys;
    this.schedules = schedules;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/instant", this::instantly);
    routes.on("POST", "/payments/{id}/billing-key", this::byKey);
  }

  private Map<String, @Nullable Object> instantly(PortOneCall call) {
    Params params = call.params();
    PortOneOrder order = order(call, params);
    PortOneChannel channel = store.channelOf(params);
    Params method = PortOneCall.object(params, "method");
    Params card = method.object("card");
    Params account = method.object("virtualAccount");
    if ((card == null) == (account == null)) {
      throw PortOneRefusal.invalid("method에는 하나의 결제수단만 입력합니다.");
    }
    boolean skips = params.isTrue("skipWebhook");
    if (account != null) {
      PortOneAccount issued = account(account);
      PortOneAttempt attempt = begin(order, channel);
      attempt.method = Method.VIRTUAL_ACCOUNT;
      payments.issue(attempt, issued, skips);
      return Map.of("payment", payments.summary(attempt));
    }
    Params there = Objects.requireNonNull(card);
    TestCard shown = PortOneBillingKeys.card(PortOneCall.object(there, "credential"));
    int months = PortOneCall.whole(there, "installmentMonth", 0, 0, MOST_MONTHS);
    return charged(begin(order, channel), shown, months, call.cause(), skips);
  }

  private Map<String, @Nullable Object> byKey(PortOneCall call) {
    Params params = call.params();
    PortOneBillingKey key = keys.usable(PortOneCall.text(params, "billingKey"));
    PortOneOrder order = order(call, params);
    PortOneChannel channel = params.has("channelKey") ? store.channelOf(params) : key.channel;
    int months = PortOneCall.whole(params, "installmentMonth", 0, 0, MOST_MONTHS);
    PortOneAttempt attempt = begin(order, channel);
    attempt.billingKey = key.value;
    return charged(attempt, key.card, months, call.cause(), params.isTrue("skipWebhook"));
  }

  /** What both have in common that may be wrong with them. */
  private PortOneOrder order(PortOneCall call, Params params) {
    store.require(params.text("storeId"));
    PortOneOrder order = PortOneOrder.of(call.id(), params);
    payments.requireUnpaid(call.id());
    if (schedules.isScheduled(call.id())) {
      throw PortOneRefusal.of("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    }
    return order;
  }

  private PortOneAttempt begin(PortOneOrder order, PortOneChannel channel) {
    PortOneAttempt attempt = payments.begin(order, channel);
    attempt.withoutWindow = true;
    attempt.chosen = true;
    return attempt;
  }

  private Map<String, @Nullable Object> charged(
      PortOneAttempt attempt, TestCard card, int months, Cause cause, boolean skips) {
    attempt.installmentMonths = months;
    arrange(attempt, card);
    payments.capture(attempt, cause, skips);
    return Map.of("payment", payments.summary(attempt));
  }

  private static void arrange(PortOneAttempt attempt, TestCard card) {
    attempt.cardNumber = PortOneBillingKeys.masked(card);
    if (card.isDeclined()) {
      attempt.refusals.arrange(
          new PortOneFailure(card.reason(), card.tossCode(), card.reason()), 1, false);
    }
  }

  /** A scheduled payment, whose time has come: whether it was paid. */
  static boolean execute(
      PortOnePayments payments, PortOneSchedule schedule, PortOneBillingKey key) {
    PortOneAttempt attempt = payments.begin(schedule.order, schedule.channel);
    attempt.withoutWindow = true;
    attempt.chosen = true;
    attempt.billingKey = key.value;
    attempt.scheduleId = schedule.id;
    arrange(attempt, key.card);
    try {
      payments.capture(attempt, Cause.NO_REQUEST, false);
      return true;
    } catch (PortOneRefusal declined) {
      return attempt.wasPaid();
    }
  }

  private PortOneAccount account(Params params) {
    String bank = PortOneCall.bank(params);
    Params expiry = PortOneCall.object(params, "expiry");
    String option = PortOneCall.text(PortOneCall.object(params, "option"), "type");
    if (!List.of("NORMAL", "FIXED").contains(option)) {
      throw PortOneRefusal.invalid("option.type이 올바르지 않습니다.");
    }
    Instant now = payments.now();
    Instant due = PortOneCall.time(expiry, "dueDate");
    int hours = PortOneCall.whole(expiry, "validHours", 0, 1, MOST_HOURS);
    if ((due == null) == (hours == 0)) {
      throw PortOneRefusal.invalid("validHours와 dueDate 중 하나만 입력합니다.");
    }
    Instant end = due == null ? now.plus(Duration.ofHours(hours)) : due;
    if (!end.isAfter(now)) {
      throw PortOneRefusal.invalid("입금 만료 기한이 지났습니다.");
    }
    String holder = params.text("remitteeName");
    return new PortOneAccount(
        bank, store.digits(14), holder == null ? "샌드박스" : holder, option.equals("FIXED"), now, end);
  }
}
