package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Lists of payments: by page, by cursor, by attempt, by event. Guarded by the lock. */
final class PortOneLists {
  private static final int FURTHEST = 60_000;
  private static final int LARGEST_BY_CURSOR = 1_000;
  private static final Duration USUAL_RANGE = Duration.ofDays(90);

  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneJson json;
  private final PortOneOlder older;
  private final Switches switches;

  PortOneLists(
      PortOnePayments payments,
      PortOneStore store,
      PortOneJson json,
      PortOneOlder older,
      Switches switches) {
    this.older = older;
    this.payments = payments;
    this.store = store;
    this.json = json;
    this.switches = switches;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("GET", "/payments", this::byPage);
    routes.on("GET", "/payments-by-cursor", this::byCursor);
    routes.on("GET", "/payments/{id}/transactions", this::transactions);
    routes.on("GET", "/payment-events-by-cursor", this::events);
  }

  /** What a request for a list filters by. */
  static Params filter(Params request) {
    return Objects.requireNonNullElse(request.object("filter"), Params.NONE);
  }

  /** A page of {@code all}, as every list of PortOne answers it. */
  static Map<String, @Nullable Object> page(Params request, List<? extends Object> all) {
    Params page = request.object("page");
    int number = PortOneCall.whole(page, "number", 0, 0, FURTHEST);
    int size = PortOneCall.whole(page, "size", 10, 1, FURTHEST);
    if ((number + 1L) * size > FURTHEST) {
      throw PortOneRefusal.invalid("(number + 1) * size는 60,000 이하여야 합니다.");
    }
    int from = Math.min(all.size(), number * size);
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    info.put("number", (long) number);
    info.put("size", (long) size);
    info.put("totalCount", (long) all.size());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("items", all.subList(from, Math.min(all.size(), from + size)));
    answer.put("page", info);
    return answer;
  }

  private Map<String, @Nullable Object> byPage(PortOneCall call) {
    Params request = call.listRequest();
    Params filter = filter(request);
    store.require(filter.text("storeId"));
    Function<PortOneAttempt, Instant> time =
        "CREATED_AT".equals(filter.text("timestampType"))
            ? one -> one.requestedAt
            : one -> one.statusChangedAt;
    boolean byRequest = "REQUESTED_AT".equals(filter.text("sortBy"));
    Comparator<PortOneAttempt> order =
        Comparator.comparing(one -> byRequest ? one.requestedAt : one.statusChangedAt);
    Predicate<PortOneAttempt> wanted = range(filter, time).and(one -> matches(filter, one));
    List<Object> found = new ArrayList<>();
    payments.shown().stream()
        .filter(one -> !one.withoutWindow || isKnown(one, call.age()))
        .filter(wanted)
        .sorted("ASC".equals(filter.text("sortOrder")) ? order : order.reversed())
        .forEach(one -> found.add(payments.shown(one, call.age())));
    // Some filters don't apply to them, says the description without naming which.
    older.shown().stream()
        .filter(one -> in(filter, "version", "V1") && in(filter, "status", one.status()))
        .filter(
            one ->
                filter.objects("textSearch").stream()
                    .allMatch(
                        search ->
                            List.of(one.merchantUid(), one.impUid())
                                .contains(String.valueOf(search.text("value")))))
        .forEach(one -> found.add(older.json(one)));
    return page(request, found);
  }

  /** Whether a machine this far behind has heard of it. */
  private boolean isKnown(PortOneAttempt attempt, Duration age) {
    return !attempt.requestedAt.isAfter(payments.now().minus(age));
  }

  private <T> Predicate<T> range(Params filter, Function<T, Instant> timeOf) {
    Instant until = Objects.requireNonNullElse(PortOneCall.time(filter, "until"), payments.now());
    Instant from =
        Objects.requireNonNullElse(PortOneCall.time(filter, "from"), until.minus(USUAL_RANGE));
    return one -> !timeOf.apply(one).isBefore(from) && !timeOf.apply(one).isAfter(until);
  }

  private boolean matches(Params filter, PortOneAttempt one) {
    String status = one.status == Status.PAY_PENDING ? "PENDING" : one.status.name();
    return in(filter, "status", status)
        && in(filter, "methods", one.chosen ? one.method.name() : "")
        && in(filter, "pgProvider", one.channel.pgProvider())
        && is(filter, "isTest", one.channel.isTest())
        && is(filter, "isScheduled", one.scheduleId != null)
        && is(filter, "isEscrow", one.isEscrow)
        && in(filter, "version", "V2")
        && in(filter, "currency", one.order.currency())
        && filter.objects("textSearch").stream().allMatch(search -> finds(search, one));
  }

  /** Whether a filter lets this value pass: it names it, or none. */
  static boolean in(Params filter, String name, String value) {
    return !filter.has(name) || filter.texts(name).contains(value);
  }

  private static boolean is(Params filter, String name, boolean value) {
    return !filter.has(name) || filter.isTrue(name) == value;
  }

  private boolean finds(Params search, PortOneAttempt one) {
    String value = PortOneCall.text(search, "value");
    return switch (PortOneCall.text(search, "field")) {
      case "PAYMENT_ID" -> one.order.paymentId().contains(value);
      case "TX_ID" -> hasTransaction(one, value);
      case "PG_TX_ID" -> one.pgTxId.contains(value);
      case "ORDER_NAME" -> one.order.name().contains(value);
      case "BILLING_KEY" -> one.billingKey != null && one.billingKey.contains(value);
      case "SCHEDULE_ID" -> one.scheduleId != null && one.scheduleId.contains(value);
      case "CUSTOMER_NAME" -> value.equals(one.order.customer().get("name"));
      case "ALL" ->
          one.order.paymentId().contains(value)
              || one.transactionId.contains(value)
              || one.order.name().contains(value);
      default -> false;
    };
  }

  /** Any attempt of the payment counts. */
  private boolean hasTransaction(PortOneAttempt shown, String value) {
    boolean inParts = switches.isOn(Switch.PORTONE_TX_ID_MATCHES_PARTS);
    return payments.attemptsOf(shown.order.paymentId()).stream()
        .anyMatch(
            one -> inParts ? one.transactionId.contains(value) : one.transactionId.equals(value));
  }

  private Map<String, @Nullable Object> transactions(PortOneCall call) {
    store.require(call.query("storeId"));
    PortOneAttempt unused = payments.require(call.id());
    List<Object> items = new ArrayList<>();
    payments.attemptsOf(call.id()).forEach(one -> items.add(json.transaction(one)));
    return Map.of("items", items);
  }

  private Map<String, @Nullable Object> byCursor(PortOneCall call) {
    Params request = call.listRequest();
    List<Row> rows = new ArrayList<>();
    payments.shown().stream()
        .filter(range(request, one -> one.requestedAt))
        .forEach(
            one ->
                rows.add(new Row(one.transactionId, "payment", payments.shown(one, call.age()))));
    return after(request, rows);
  }

  private record Row(String cursor, String name, Map<String, @Nullable Object> item) {}

  private Map<String, @Nullable Object> after(Params request, List<Row> rows) {
    store.require(request.text("storeId"));
    int size = PortOneCall.whole(request, "size", 10, 1, LARGEST_BY_CURSOR);
    String cursor = request.text("cursor");
    int from = 0;
    if (cursor != null) {
      while (from < rows.size() && !rows.get(from).cursor().equals(cursor)) {
        from++;
      }
      if (from == rows.size()) {
        throw PortOneRefusal.invalid("cursor가 올바르지 않습니다.");
      }
      from++;
    }
    List<Object> items = new ArrayList<>();
    for (Row row : rows.subList(from, Math.min(rows.size(), from + size))) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put(row.name(), row.item());
      item.put("cursor", row.cursor());
      items.add(item);
    }
    return Map.of("items", items);
  }

  /** Captures and cancels, oldest first. */
  private Map<String, @Nullable Object> events(PortOneCall call) {
    Params request = call.listRequest();
    List<PortOneEvent> events = new ArrayList<>();
    for (PortOneAttempt one : payments.attempts()) {
      events.addAll(PortOneEvent.of(one));
    }
    List<Row> rows =
        events.stream()
            .filter(range(request, PortOneEvent::at))
            .sorted(Comparator.comparing(PortOneEvent::at))
            .map(one -> new Row(one.id(), "paymentEvent", one.json(json)))
            .toList();
    return after(request, rows);
  }
}
