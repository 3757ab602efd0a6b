package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportBook.Prepared;
import kr.pgsdk.sandbox.iamport.IamportPayment.Status;
import org.jspecify.annotations.Nullable;

/** What can be asked: ids and filters in, {@code response} out. Guarded by the lock. */
final class IamportQueries {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 100;
  private static final int LONGEST_PAGE = 1000;

  /** What a paged list was asked for. */
  record Page(int number, int limit, String sorting) {}

  /** The payments found, and whether all that were asked for are among them. */
  record Several(List<Map<String, @Nullable Object>> payments, boolean complete) {}

  private final IamportBook book;
  private final Clock clock;
  private final Switches switches;
  private final IamportJson json;
  private Duration age = Duration.ZERO;

  IamportQueries(IamportBook book, Clock clock, Switches switches) {
    this.book = book;
    this.clock = clock;
    this.switches = switches;
    this.json = new IamportJson(switches);
  }

  /** Lets what is asked next be as old as this. */
  void showAsOf(Duration howOld) {
    age = howOld;
  }

  private Map<String, @Nullable Object> shownAs(IamportPayment payment) {
    Map<String, @Nullable Object> old = payment.past.at(clock.instant(), age);
    return old != null ? old : json.payment(payment);
  }

  Map<String, @Nullable Object> one(String impUid, boolean includeTestChannel) {
    IamportPayment payment = book.byImpUid(impUid);
    if (payment == null || (payment.testChannel && !includeTestChannel)) {
      throw IamportRefusal.noSuchPayment();
    }
    return shownAs(payment);
  }

  /** Newest first, whatever the order asked for: match by id (test of Iamport's Go client). */
  Several several(List<String> impUids, List<String> merchantUids) {
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
    return new Several(rendered, complete);
  }

  Map<String, @Nullable Object> find(
      String merchantUid, @Nullable String status, @Nullable String sorting) {
    List<IamportPayment> found = ofOrder(merchantUid, status);
    // With a status it is the newest of that status, whatever the sorting.
    IamportBook.sort(found, sorting == null || status != null ? "-started" : sorting);
    return shownAs(found.get(0));
  }

  Map<String, @Nullable Object> findAll(String merchantUid, @Nullable String status, Page page) {
    List<IamportPayment> found = ofOrder(merchantUid, status);
    return paged(found, page, switches.isOn(Switch.IAMPORT_PAGE_PAST_END_IS_404) ? 404 : 400);
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

  Map<String, @Nullable Object> byStatus(
      String status, Page page, @Nullable Long from, @Nullable Long to) {
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
    return paged(found, page, 400);
  }

  private Map<String, @Nullable Object> paged(
      List<IamportPayment> found, Page page, int statusPastTheEnd) {
    if (page.number() < 1 || page.limit() < 1 || page.limit() > LONGEST_PAGE) {
      throw IamportRefusal.badParameter("page 또는 limit 값이 올바르지 않습니다.");
    }
    IamportBook.sort(found, page.sorting());
    long start = (page.number() - 1L) * page.limit();
    if (start >= found.size() && page.number() > 1) {
      throw new IamportRefusal(statusPastTheEnd, -1, "요청하신 page에 해당하는 데이터가 없습니다.");
    }
    int end = (int) Math.min(start + page.limit(), found.size());
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("total", found.size());
    response.put("previous", page.number() - 1);
    response.put("next", end < found.size() ? page.number() + 1 : 0);
    response.put("list", found.subList((int) start, end).stream().map(this::shownAs).toList());
    return response;
  }

  private boolean shown(IamportPayment payment) {
    return !payment.testChannel || !switches.isOn(Switch.IAMPORT_LISTS_HIDE_TEST_PAYMENTS);
  }

  private static Status status(String word) {
    for (Status status : Status.values()) {
      if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
        return status;
      }
    }
    throw IamportRefusal.badParameter("결제상태 값이 올바르지 않습니다.");
  }

  Map<String, @Nullable Object> balance(String impUid) {
    IamportPayment payment = book.byImpUid(impUid);
    if (payment == null) {
      throw IamportRefusal.noSuchPayment();
    }
    if (!payment.wasPaid()) {
      throw new IamportRefusal(404, -1, "(현재는 PAYCO, KCP만 지원됩니다) 결제건에 대한 금액상세정보가 확인되지 않습니다.");
    }
    return json.balance(payment);
  }

  Map<String, @Nullable Object> prepared(String merchantUid) {
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
