package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.toss.TossPayment.Status;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** The operations on payments: parameters in, a Payment out. Guarded by the simulation's lock. */
final class TossPayments {
  private static final BigDecimal SMALLEST_BY_CARD = BigDecimal.valueOf(100);

  private final Map<String, TossPayment> payments = new LinkedHashMap<>();
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;
  private final TossJson json;

  TossPayments(Clock clock, RandomGenerator random, Switches switches, TossJson json) {
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.json = json;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/payments/confirm", call -> confirm(call.params(), call.cause()));
    routes.on("GET", "/v1/payments/{id}", call -> shown(get(call.id()), call.age()));
    routes.on("GET", "/v1/payments/orders/{id}", call -> byOrderId(call.id(), call.age()));
  }

  /** Every payment, oldest first, as it is now. */
  List<TossPayment> all() {
    Instant now = clock.instant();
    payments.values().forEach(payment -> payment.land(now, false));
    return List.copyOf(payments.values());
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

  /** Returns a payment that needs no window; not added yet. */
  TossPayment made(String beginningOfKey, TossOrder order, Method method) {
    TossPayment payment =
        new TossPayment(
            beginningOfKey + RandomTexts.alphanumeric(random, 22),
            order.id(),
            order.amount(),
            method,
            clock.instant(),
            "ps_" + RandomTexts.alphanumeric(random, 26));
    payment.withoutWindow = true;
    payment.orderName = order.name();
    payment.taxFree = order.taxFree();
    return payment;
  }

  /** The payments of an order, oldest first. */
  List<TossPayment> ofOrder(String orderId) {
    return payments.values().stream().filter(payment -> payment.orderId.equals(orderId)).toList();
  }

  /** Captures a payment that {@link #made} at once; a declined card moves nothing. */
  Map<String, @Nullable Object> captureByCard(TossPayment payment, TestCard card, Cause cause) {
    Instant now = clock.instant();
    payment.cardNumber = TossCardData.masked(card);
    payment.authenticate(now);
    if (card.isDeclined()) {
      if (switches.isOn(Switch.TOSS_DECLINED_CHARGE_LEAVES_PAYMENT)) {
        payment.abort(card.tossCode());
        add(payment);
      }
      throw TossRefusal.of(card.tossCode());
    }
    add(payment);
    payment.capture(transactionKey(), cause, now);
    return json(payment);
  }

  /**
   * Refuses an order that has a payment that was approved, cancelled since or not. Toss documents
   * it for charges alone; here it holds for every payment that the shop makes itself.
   */
  void requireUndecided(TossOrder order) {
    if (ofOrder(order.id()).stream().anyMatch(payment -> payment.approvedAt != null)) {
      throw TossRefusal.of("DUPLICATED_ORDER_ID");
    }
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

  /** The payment of the order that has come furthest, else the newest. */
  private Map<String, @Nullable Object> byOrderId(String orderId, Duration age) {
    List<TossPayment> found = new ArrayList<>(ofOrder(orderId));
    Collections.reverse(found);
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
    // A machine that is behind hasn't heard of what no window announced.
    if (payment.withoutWindow && payment.requestedAt.isAfter(now.minus(age))) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
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

  private Map<String, @Nullable Object> confirm(Params params, Cause cause) {
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
      String number = RandomTexts.digits(random, 14);
      payment.issueAccount(
          new TossAccount(number, now.plus(payment.depositWithin), payment.bankCode, "김토스", false),
          transactionKey(),
          now);
    } else {
      payment.capture(transactionKey(), cause, now);
    }
    return json.payment(payment, now);
  }

  private static void refuseIfWanted(TossPayment payment) {
    String code = payment.refusals.next();
    if (code != null) {
      if (!payment.refusals.areBrief()) {
        payment.abort(code);
      }
      throw TossRefusal.of(code);
    }
  }

  /** A number, or null if there is none. */
  static @Nullable BigDecimal number(Params params, String name) {
    if (params.has(name) && !params.isNumber(name)) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    return params.decimal(name);
  }

  String transactionKey() {
    return RandomTexts.hex(random, 32).toUpperCase(Locale.ROOT);
  }
}
