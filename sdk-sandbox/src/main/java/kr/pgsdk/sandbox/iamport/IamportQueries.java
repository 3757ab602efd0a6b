package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportBook.Prepared;
import kr.pgsdk.sandbox.iamport.IamportPayment.Status;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** What can be asked: ids and filters in, {@code response} out. Guarded by the lock. */
final class IamportQueries {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 100;

  private final IamportBook book;
  private final Clock clock;
  private final Switches switches;
  private final IamportJson json;
  private Duration age = Duration.ZERO;

  IamportQueries(IamportBook book, IamportJson json, Clock clock, Switches switches) {
    this.book = book;
    this.clock = clock;
    this.switches = switches;
    this.json = json;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on(
            "GET",
            "/payments/{imp_uid}",
            call -> one(call.named("imp_uid"), call.isOn("include_sandbox")))
        .answer("GET", "/payments", this::several)
        .on("GET", "/payments/find/{merchant_uid}", this::find)
        .on("GET", "/payments/find/{merchant_uid}/{payment_status}", this::find)
        .on("GET", "/payments/findAll/{merchant_uid}", this::findAll)
        .on("GET", "/payments/findAll/{merchant_uid}/{payment_status}", this::findAll)
        .on("GET", "/payments/status/{payment_status}", this::byStatus)
        .on("GET", "/payments/{imp_uid}/balance", call -> balance(call.named("imp_uid")))
        .on(
            "GET",
            "/payments/prepare/{merchant_uid}",
            call -> prepared(call.named("merchant_uid")));
  }

  /** Lets what is asked next be as old as this. */
  void showAsOf(Duration howOld) {
    age = howOld;
  }

  private Map<String, @Nullable Object> shownAs(IamportPayment payment) {
    Map<String, @Nullable Object> old = payment.past.at(clock.instant(), age);
    return old != null ? old : json.payment(payment);
  }

  private Map<String, @Nullable Object> one(String impUid, boolean includeTestChannel) {
    IamportPayment payment = book.byImpUid(impUid);
    if (payment == null || !isThere(payment) || (payment.testChannel && !includeTestChannel)) {
      throw IamportRefusal.noSuchPayment();
    }
    return shownAs(payment);
  }

  /** Newest first, whatever the order asked for: match by id (test of Iamport's Go client). */
  private WireResponse several(IamportCall call) {
    List<String> impUids = call.request().query("imp_uid[]");
    List<String> merchantUids = call.request().query("merchant_uid[]");
    if (impUids.size() + merchantUids.size() > MOST_AT_ONCE) {
      throw IamportRefusal.badParameter("최대 100건까지 조회할 수 있습니다.");
    }
    List<IamportPayment> found =
        book.newestFirst(
            payment ->
                shown(payment)
                    && (impUids.contains(payment.impUid)
                        || merchantUids.contains(payment.merchantUid)));
    if (found.isEmpty()) {
      throw IamportRefusal.noSuchPayment();
    }
    Set<String> seen = new HashSet<>();
    List<Map<String, @Nullable Object>> rendered = new ArrayList<>();
    for (IamportPayment payment : found) {
      seen.add("imp_uid " + payment.impUid);
      seen.add("merchant_uid " + payment.merchantUid);
      rendered.add(shownAs(payment));
    }
    boolean complete =
        impUids.stream().allMatch(id -> seen.contains("imp_uid " + id))
            && merchantUids.stream().allMatch(id -> seen.contains("merchant_uid " + id));
    return IamportEnvelope.several(rendered, complete);
  }

  private Map<String, @Nullable Object> find(IamportCall call) {
    String status = call.optional("payment_status");
    String sorting = call.query("sorting");
    List<IamportPayment> found = ofOrder(call.named("merchant_uid"), status);
    // With a status it is the newest of that status, whatever the sorting.
    IamportBook.sort(found, sorting == null || status != null ? "-started" : sorting);
    return shownAs(found.get(0));
  }

  private Map<String, @Nullable Object> findAll(IamportCall call) {
    List<IamportPayment> found =
        ofOrder(call.named("merchant_uid"), call.optional("payment_status"));
    return paged(
        found,
        call.page("-started"),
        switches.isOn(Switch.IAMPORT_PAGE_PAST_END_IS_404) ? 404 : 400);
  }

  private List<IamportPayment> ofOrder(String merchantUid, @Nullable String status) {
    Status wanted = status == null ? null : status(status);
    List<IamportPayment> found =
        book.newestFirst(
            payment ->
                payment.merchantUid.equals(merchantUid)
                    && (wanted == null || payment.status == wanted)
                    && shown(payment));
    if (found.isEmpty()) {
      throw IamportRefusal.noSuchPayment();
    }
    return found;
  }

  private Map<String, @Nullable Object> byStatus(IamportCall call) {
    String status = call.named("payment_status");
    Long from = call.number("from");
    Long to = call.number("to");
    Status wanted = status.equals("all") ? null : status(status);
    Instant until = to == null ? clock.instant() : Instant.ofEpochSecond(to);
    Instant since = from == null ? until.minus(LONGEST_WINDOW) : Instant.ofEpochSecond(from);
    if (Duration.between(since, until).compareTo(LONGEST_WINDOW) > 0) {
      throw IamportRefusal.badParameter("조회기간은 최대 90일입니다.");
    }
    List<IamportPayment> found =
        book.newestFirst(
            payment ->
                (wanted == null || payment.status == wanted)
                    && shown(payment)
                    && payment.statusTime().getEpochSecond() >= since.getEpochSecond()
                    && payment.statusTime().getEpochSecond() <= until.getEpochSecond());
    if (found.isEmpty() && switches.isOn(Switch.IAMPORT_EMPTY_STATUS_LIST_IS_404)) {
      throw IamportRefusal.noSuchPayment();
    }
    return paged(found, call.page("-started"), 400);
  }

  /** The payments by a billing key. */
  Map<String, @Nullable Object> byCustomer(String customerUid, IamportPage page) {
    return paged(
        book.newestFirst(p -> customerUid.equals(p.given.get("customer_uid")) && shown(p)),
        page,
        400);
  }

  private Map<String, @Nullable Object> paged(
      List<IamportPayment> found, IamportPage page, int statusPastTheEnd) {
    IamportBook.sort(found, page.sorting());
    return page.paged(found, statusPastTheEnd, this::shownAs);
  }

  /** Whether it was made before the time that is shown. */
  private boolean isThere(IamportPayment payment) {
    return !payment.withoutWindow || !payment.startedAt.isAfter(clock.instant().minus(age));
  }

  private boolean shown(IamportPayment payment) {
    return isThere(payment)
        && (!payment.testChannel || !switches.isOn(Switch.IAMPORT_LISTS_HIDE_TEST_PAYMENTS));
  }

  private static Status status(String word) {
    for (Status status : Status.values()) {
      if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
        return status;
      }
    }
    throw IamportRefusal.badParameter("결제상태 값이 올바르지 않습니다.");
  }

  private Map<String, @Nullable Object> balance(String impUid) {
    IamportPayment payment = book.byImpUid(impUid);
    if (payment == null) {
      throw IamportRefusal.noSuchPayment();
    }
    if (!payment.wasPaid()) {
      throw new IamportRefusal(404, -1, "(현재는 PAYCO, KCP만 지원됩니다) 결제건에 대한 금액상세정보가 확인되지 않습니다.");
    }
    return json.balance(payment);
  }

  private Map<String, @Nullable Object> prepared(String merchantUid) {
    Prepared prepared = book.prepared(merchantUid);
    if (prepared == null) {
      String text = "사전등록된 결제정보가 존재하지 않습니다.";
      throw switches.isOn(Switch.IAMPORT_NOT_PREPARED_IS_200)
          ? new IamportRefusal(200, 1, text)
          : new IamportRefusal(404, -1, text);
    }
    return json.prepared(merchantUid, prepared);
  }
}
