package kr.pgsdk.sandbox.iamport;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportSchedule.Status;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * Payments that are made at a time. What is due by the sandbox's clock is made before anything else
 * is answered or asked, at the time it was due. Guarded by the simulation's lock.
 */
final class IamportSchedules {
  private static final String ONE = "/subscribe/payments/schedule/{merchant_uid}";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int LONGEST_WINDOW_MONTHS = 3;

  private final Map<String, IamportSchedule> schedules = new LinkedHashMap<>();
  private final IamportCharges charges;
  private final IamportBilling billing;
  private final Switches switches;

  IamportSchedules(IamportCharges charges, IamportBilling billing, Switches switches) {
    this.charges = charges;
    this.billing = billing;
    this.switches = switches;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("POST", "/subscribe/payments/schedule", this::register)
        .on("POST", "/subscribe/payments/unschedule", this::unschedule)
        .on("GET", "/subscribe/payments/schedule", this::byTime)
        .on("GET", "/subscribe/payments/schedule/customers/{customer_uid}", this::byCustomer)
        .on("GET", "/subscribe/customers/{customer_uid}/schedules", this::byCustomer)
        .on("GET", ONE, call -> schedule(call).json())
        .on("PUT", ONE, this::change)
        .on("POST", ONE + "/reschedule", this::reschedule)
        .on("POST", ONE + "/retry", this::retry);
  }

  /** Makes every payment that is due, the earliest first. */
  void runDue() {
    Instant now = charges.now();
    schedules.values().stream()
        .filter(schedule -> schedule.waits() && !schedule.at.isAfter(now))
        .sorted(Comparator.comparing(schedule -> schedule.at))
        .forEach(schedule -> execute(schedule, Cause.NO_REQUEST, schedule.at));
  }

  private IamportPayment execute(IamportSchedule schedule, Cause cause, Instant when) {
    boolean alreadyPaid = !charges.chargesAgain() && charges.isPaid(schedule.merchantUid);
    IamportPayment payment =
        charges.start(schedule.merchantUid, schedule.amount, schedule.about, when);
    payment.useKey(schedule.customerUid, IamportPayment.BY_SCHEDULE);
    if (alreadyPaid) {
      payment.fail(IamportCharges.PAID_ALREADY, when);
    } else {
      charges.charge(payment, billing.card(schedule.customerUid), cause, when);
    }
    schedule.executed(payment, when);
    return payment;
  }

  private List<Object> register(IamportCall call) {
    Params params = call.params();
    String uid = call.text("customer_uid");
    List<Params> asked = params.objects("schedules");
    if (asked.isEmpty()) {
      throw IamportRefusal.badParameter("schedules 파라메터가 누락되었습니다.");
    }
    if (billing.card(uid) == null) {
      issueKey(uid, params);
    }
    List<IamportSchedule> all = new ArrayList<>();
    for (Params one : asked) {
      String merchantUid = IamportCharges.merchantUid(one);
      Money amount = IamportCall.price(one);
      String unused = IamportCall.text(one, "name");
      charges.refuseIfPaid(merchantUid);
      if (schedules.containsKey(merchantUid)) {
        throw new IamportRefusal(200, 1, "이미 등록된 merchant_uid입니다.");
      }
      all.add(
          new IamportSchedule(
              uid, billing.customerId(uid), merchantUid, amount, one, inTheFuture(one)));
    }
    all.forEach(schedule -> schedules.put(schedule.merchantUid, schedule));
    return shown(all);
  }

  /** An unknown customer's card data makes a key first. */
  private void issueKey(String uid, Params params) {
    if (!params.has("card_number")) {
      throw new IamportRefusal(200, 1, "등록된 고객정보가 없습니다.");
    }
    IamportBilling.Key unused = billing.store(uid, billing.cardToKeep(params), params);
  }

  private Instant inTheFuture(Params params) {
    Long seconds = IamportCall.seconds(params, "schedule_at");
    if (seconds == null || seconds <= charges.now().getEpochSecond()) {
      throw IamportRefusal.badParameter("schedule_at 파라메터가 올바르지 않습니다.");
    }
    return Instant.ofEpochSecond(seconds);
  }

  /** Without a merchant_uid it is all that wait of the customer. */
  private List<Object> unschedule(IamportCall call) {
    String uid = call.params().text("customer_uid");
    List<String> merchantUids = call.params().texts("merchant_uid");
    if (uid == null && merchantUids.isEmpty()) {
      throw IamportRefusal.badParameter("customer_uid 파라메터가 누락되었습니다.");
    }
    List<IamportSchedule> found =
        schedules.values().stream()
            .filter(IamportSchedule::waits)
            .filter(schedule -> uid == null || schedule.customerUid.equals(uid))
            .filter(s -> merchantUids.isEmpty() || merchantUids.contains(s.merchantUid))
            .toList();
    if (found.isEmpty()) {
      throw new IamportRefusal(200, 1, "취소할 예약결제 기록이 존재하지 않습니다.");
    }
    found.forEach(schedule -> schedule.revoke(charges.now()));
    return shown(found);
  }

  private Object byTime(IamportCall call) {
    return listed(call, "schedule_from", "schedule_to", "schedule_status", schedule -> true);
  }

  private Object byCustomer(IamportCall call) {
    String uid = call.named("customer_uid");
    return listed(call, "from", "to", "schedule-status", s -> s.customerUid.equals(uid));
  }

  private Object listed(
      IamportCall call,
      String fromName,
      String toName,
      String statusName,
      Predicate<IamportSchedule> filter) {
    Instant from = time(call, fromName);
    Instant to = time(call, toName);
    if (from.atZone(SEOUL).plusMonths(LONGEST_WINDOW_MONTHS).toInstant().isBefore(to)) {
      throw IamportRefusal.badParameter("조회기간은 최대 3개월입니다.");
    }
    Status status = status(call.query(statusName));
    IamportPage page = call.page("-scheduled");
    Comparator<IamportSchedule> order = Comparator.comparing(schedule -> schedule.at);
    List<IamportSchedule> found =
        schedules.values().stream()
            .filter(filter)
            .filter(s -> s.is(status) && !s.at.isBefore(from) && s.at.isBefore(to))
            .sorted(page.sorting().equals("scheduled") ? order : order.reversed())
            .toList();
    return switches.isOn(Switch.IAMPORT_SCHEDULES_PAGED)
        ? page.paged(found, 400, IamportSchedule::json)
        : shown(page.of(found, 400));
  }

  private static Instant time(IamportCall call, String name) {
    Long seconds = call.number(name);
    if (seconds == null) {
      throw IamportRefusal.badParameter(name + " 파라메터가 누락되었습니다.");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static @Nullable Status status(@Nullable String word) {
    try {
      return word == null ? null : Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw IamportRefusal.badParameter("예약상태 값이 올바르지 않습니다.");
    }
  }

  private Map<String, @Nullable Object> change(IamportCall call) {
    IamportSchedule schedule = schedule(call);
    if (!schedule.waits()) {
      throw IamportRefusal.badParameter("이미 실행 혹은 취소된 결제예약입니다.");
    }
    schedule.at = inTheFuture(call.params());
    return schedule.json();
  }

  private Map<String, @Nullable Object> reschedule(IamportCall call) {
    IamportSchedule schedule = triedAgain(call);
    schedule.reschedule(inTheFuture(call.params()));
    return schedule.json();
  }

  private Map<String, @Nullable Object> retry(IamportCall call) {
    IamportSchedule schedule = triedAgain(call);
    if (billing.card(schedule.customerUid) == null) {
      throw new IamportRefusal(404, -1, "등록되지 않은 구매자입니다.");
    }
    return charges.shown(execute(schedule, call.cause(), charges.now()));
  }

  private IamportSchedule triedAgain(IamportCall call) {
    IamportSchedule schedule = schedule(call);
    if (!schedule.canBeTriedAgain()) {
      throw IamportRefusal.badParameter("실패 혹은 취소된 결제예약이 아닙니다.");
    }
    return schedule;
  }

  private IamportSchedule schedule(IamportCall call) {
    IamportSchedule schedule = schedules.get(call.named("merchant_uid"));
    if (schedule == null) {
      throw new IamportRefusal(404, -1, "존재하지 않는 결제예약입니다.");
    }
    return schedule;
  }

  private static List<Object> shown(List<IamportSchedule> found) {
    List<Object> shown = new ArrayList<>();
    found.forEach(schedule -> shown.add(schedule.json()));
    return shown;
  }
}
