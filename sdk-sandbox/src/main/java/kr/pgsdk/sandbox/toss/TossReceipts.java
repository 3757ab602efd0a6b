package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/**
 * Cash receipts, of payments and of what was paid elsewhere. They are {@code IN_PROGRESS} for a day
 * and {@code COMPLETED} then. Guarded by the simulation's lock.
 */
final class TossReceipts {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 10_000;
  private static final int LONGEST_IDENTITY = 30;

  /** Those that the shop asked for itself, each with its cancels behind it. */
  private final Map<String, List<TossReceipt>> issued = new LinkedHashMap<>();

  private final TossPayments payments;
  private final TossJson json;
  private final Clock clock;
  private final RandomGenerator random;

  TossReceipts(TossPayments payments, TossJson json, Clock clock, RandomGenerator random) {
    this.payments = payments;
    this.json = json;
    this.clock = clock;
    this.random = random;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/cash-receipts", this::issue);
    routes.on("POST", "/v1/cash-receipts/{id}/cancel", this::cancel);
    routes.on("GET", "/v1/cash-receipts", this::list);
  }

  /** A receipt to be, with keys of its own. */
  TossReceipt.Wish wish(String type, String identity) {
    return new TossReceipt.Wish(
        type, identity, RandomTexts.alphanumeric(random, 48), RandomTexts.digits(random, 9));
  }

  private Map<String, @Nullable Object> issue(TossCall call) {
    Params params = call.params();
    TossOrder order = TossOrder.of(params);
    String type = params.text("type");
    String identity = params.text("customerIdentityNumber");
    if (type == null
        || !List.of("소득공제", "지출증빙").contains(type)
        || identity == null
        || identity.isBlank()
        || identity.length() > LONGEST_IDENTITY) {
      throw TossRefusal.of("INVALID_CASH_RECEIPT_INFO");
    }
    for (List<TossReceipt> earlier : issued.values()) {
      if (earlier.get(0).order().id().equals(order.id()) && left(earlier).signum() > 0) {
        throw TossRefusal.of("DUPLICATED_CASH_RECEIPT");
      }
    }
    TossReceipt receipt =
        new TossReceipt(
            wish(type, identity),
            new TossReceipt.Order(order.id(), order.name()),
            false,
            order.amount().amount(),
            order.taxFree(),
            clock.instant());
    issued.put(receipt.key(), new ArrayList<>(List.of(receipt)));
    return receipt.json(json, clock.instant());
  }

  private Map<String, @Nullable Object> cancel(TossCall call) {
    List<TossReceipt> rows = issued.get(call.id());
    if (rows == null) {
      throw TossRefusal.of("NOT_FOUND");
    }
    BigDecimal asked = TossOrder.amount(call.params(), "amount");
    BigDecimal left = left(rows);
    // Absent means all that is left (reference).
    BigDecimal amount = asked == null ? left : asked;
    if (asked != null && asked.signum() == 0) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (amount.signum() == 0 || amount.compareTo(left) > 0) {
      throw TossRefusal.of("NOT_CANCELABLE_AMOUNT");
    }
    TossReceipt first = rows.get(0);
    boolean all = amount.compareTo(first.amount()) == 0;
    TossReceipt cancelled =
        first.cancelled(amount, all ? first.taxFree() : BigDecimal.ZERO, clock.instant());
    rows.add(cancelled);
    return cancelled.json(json, clock.instant());
  }

  private static BigDecimal left(List<TossReceipt> rows) {
    return rows.stream()
        .map(row -> row.isCancel() ? row.amount().negate() : row.amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A day's receipts and cancels, oldest first; the cursor is how many came before. */
  private Map<String, @Nullable Object> list(TossCall call) {
    LocalDate day = call.date("requestDate");
    int from = call.whole("cursor", 0, 0, Integer.MAX_VALUE);
    int limit = call.whole("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    Instant now = clock.instant();
    List<TossReceipt> found = ofDay(day);
    List<Object> data = new ArrayList<>();
    found.stream().skip(from).limit(limit).forEach(row -> data.add(row.json(json, now)));
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("hasNext", found.size() > (long) from + limit);
    page.put("lastCursor", from + data.size());
    page.put("data", data);
    return page;
  }

  private List<TossReceipt> ofDay(LocalDate day) {
    List<TossReceipt> all = new ArrayList<>();
    issued.values().forEach(all::addAll);
    payments.all().forEach(payment -> all.addAll(TossReceipt.of(payment)));
    return all.stream()
        .filter(row -> row.requestedAt().atOffset(TossJson.KOREA).toLocalDate().equals(day))
        .sorted(Comparator.comparing(TossReceipt::requestedAt))
        .toList();
  }
}
