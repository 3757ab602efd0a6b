package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.portone.PortOneSchedule.Status;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * Payments that are made at a time. What is due by the sandbox's clock is made before anything else
 * is answered or asked. Guarded by the simulation's lock.
 */
final class PortOneSchedules {
  private final Map<String, PortOneSchedule> schedules = new LinkedHashMap<>();
  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneBillingKeys keys;

  PortOneSchedules(PortOnePayments payments, PortOneStore store, PortOneBillingKeys keys) {
    this.payments = payments;
    this.store = store;
    this.keys = keys;
    keys.keepWhile(key -> waiting().stream().anyMatch(one -> one.billingKey.equals(key)));
    payments.before(this::runDue);
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/schedule", this::create);
    routes.on("GET", "/payment-schedules", this::list);
    routes.on("DELETE", "/payment-schedules", this::revoke);
    routes.on("GET", "/payment-schedules/{id}", this::get);
  }

  private List<PortOneSchedule> waiting() {
    return schedules.values().stream().filter(one -> one.status == Status.SCHEDULED).toList();
  }

  /** Whether a payment of this number is still to be made. */
  boolean isScheduled(String paymentId) {
    return waiting().stream().anyMatch(one -> one.order.paymentId().equals(paymentId));
  }

  /** Makes every payment that is due, the earliest first. */
  private void runDue() {
    Instant now = payments.now();
    waiting().stream()
        .filter(one -> !one.timeToPay.isAfter(now))
        .sorted(Comparator.comparing(one -> one.timeToPay))
        .forEach(
            one -> {
              boolean isOpen = !payments.isPaid(one.order.paymentId());
              // Ended first: what the payment asks on its way must not start it again.
              one.end(Status.FAILED, now);
              if (isOpen && PortOneCharges.execute(payments, one, keys.usable(one.billingKey))) {
                one.end(Status.SUCCEEDED, now);
              }
            });
  }

  private Map<String, @Nullable Object> create(PortOneCall call) {
    Params params = call.params();
    Params payment = PortOneCall.object(params, "payment");
    store.require(payment.text("storeId"));
    Instant timeToPay = PortOneCall.time(params, "timeToPay");
    if (timeToPay == null || !timeToPay.isAfter(payments.now())) {
      throw PortOneRefusal.invalid("timeToPay는 현재보다 뒤여야 합니다.");
    }
    PortOneBillingKey key = keys.usable(PortOneCall.text(payment, "billingKey"));
    PortOneOrder order = PortOneOrder.of(call.id(), payment);
    if (payments.isPaid(call.id()) || payments.isWaiting(call.id())) {
      throw PortOneRefusal.of("ALREADY_PAID_OR_WAITING");
    }
    if (isScheduled(call.id())) {
      throw PortOneRefusal.of("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    }
    PortOneChannel channel = payment.has("channelKey") ? store.channelOf(payment) : key.channel;
    PortOneSchedule schedule =
        new PortOneSchedule(
            "payment-schedule-" + store.uuid(),
            key.value,
            order,
            channel,
            payments.now(),
            timeToPay);
    schedules.put(schedule.id, schedule);
    return Map.of("schedule", Map.of("id", schedule.id));
  }

  private Map<String, @Nullable Object> get(PortOneCall call) {
    store.require(call.query("storeId"));
    return require(call.id()).json(store);
  }

  private PortOneSchedule require(String id) {
    PortOneSchedule schedule = schedules.get(id);
    if (schedule == null) {
      throw PortOneRefusal.of("PAYMENT_SCHEDULE_NOT_FOUND");
    }
    return schedule;
  }

  private Map<String, @Nullable Object> list(PortOneCall call) {
    Params request = call.listRequest();
    Params filter = PortOneLists.filter(request);
    store.require(filter.text("storeId"));
    String key = filter.text("billingKey");
    Instant from = PortOneCall.time(filter, "from");
    Instant until = PortOneCall.time(filter, "until");
    List<Object> found = new ArrayList<>();
    for (PortOneSchedule one : schedules.values()) {
      if ((key == null || key.equals(one.billingKey))
          && PortOneLists.in(filter, "status", one.status.name())
          && (from == null || !one.timeToPay.isBefore(from))
          && (until == null || !one.timeToPay.isAfter(until))) {
        found.add(one.json(store));
      }
    }
    return PortOneLists.page(request, found);
  }

  private Map<String, @Nullable Object> revoke(PortOneCall call) {
    Params params = call.listRequest();
    store.require(params.text("storeId"));
    String key = params.text("billingKey");
    List<String> ids = params.texts("scheduleIds");
    if (key == null && ids.isEmpty()) {
      throw PortOneRefusal.invalid("billingKey 또는 scheduleIds가 필요합니다.");
    }
    if (key != null) {
      PortOneBillingKey unused = keys.usable(key);
    }
    List<PortOneSchedule> revoked =
        ids.isEmpty()
            ? waiting().stream().filter(one -> one.billingKey.equals(key)).toList()
            : ids.stream().map(this::require).toList();
    for (PortOneSchedule one : revoked) {
      if (one.status == Status.REVOKED) {
        throw PortOneRefusal.of("PAYMENT_SCHEDULE_ALREADY_REVOKED");
      }
      if (one.status != Status.SCHEDULED) {
        throw PortOneRefusal.of("PAYMENT_SCHEDULE_ALREADY_PROCESSED");
      }
    }
    Instant now = payments.now();
    revoked.forEach(one -> one.end(Status.REVOKED, now));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("revokedScheduleIds", revoked.stream().map(one -> one.id).toList());
    if (!revoked.isEmpty()) {
      answer.put("revokedAt", now.toString());
    }
    return answer;
  }
}
