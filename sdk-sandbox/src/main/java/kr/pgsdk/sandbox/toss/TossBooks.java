package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import org.jspecify.annotations.Nullable;

/**
 * Transactions and settlements: a row for each entry of the ledger, and a transaction of 0 for an
 * account that was issued. Guarded by the simulation's lock.
 *
 * <p>How Toss writes a refund isn't documented. Here its transaction has the payment's status after
 * it, and the amount that went back, or its negative by a {@link
 * Switch#TOSS_REFUND_TRANSACTIONS_ARE_NEGATIVE switch}; its settlement has {@code cancel}, and its
 * amounts are negative, so that {@code payOutAmount} adds up to what the shop is paid.
 */
final class TossBooks {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 5_000;

  /** 450 of 15,000 won in the reference's example, with a tenth on top within it. */
  private static final BigDecimal FEE = new BigDecimal("0.03");

  private static final int DAYS_TO_PAY_OUT = 7;
  private static final List<String> SHOWN_BY_METHOD =
      List.of("card", "easyPay", "giftCertificate", "mobilePhone", "transfer", "virtualAccount");

  private record Row(TossPayment payment, TossMovement movement) {
    /** To the second, as it is shown. */
    Instant at() {
      return movement.at().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The day after, in Korea. */
    LocalDate soldDate() {
      return movement.at().atOffset(TossJson.KOREA).toLocalDate().plusDays(1);
    }

    LocalDate paidOutDate() {
      return soldDate().plusDays(DAYS_TO_PAY_OUT);
    }
  }

  private final TossPayments payments;
  private final TossJson json;
  private final Clock clock;
  private final Switches switches;

  TossBooks(TossPayments payments, TossJson json, Clock clock, Switches switches) {
    this.payments = payments;
    this.json = json;
    this.clock = clock;
    this.switches = switches;
  }

  void addTo(TossRoutes routes) {
    routes.on("GET", "/v1/transactions", this::transactions);
    routes.on("GET", "/v1/settlements", this::settlements);
    routes.on("POST", "/v1/settlements", this::settle);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (TossPayment payment : payments.all()) {
      payment.movements.forEach(movement -> rows.add(new Row(payment, movement)));
    }
    rows.sort(Comparator.comparing(row -> row.movement().at()));
    return rows;
  }

  /** A bare array; the next page starts after the last row's transaction key. */
  private List<Object> transactions(TossCall call) {
    Instant from = moment(call.required("startDate"));
    Instant until = moment(call.required("endDate"));
    if (until.isBefore(from)) {
      throw TossRefusal.of("INVALID_DATE");
    }
    int limit = call.whole("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    List<Row> found =
        rows().stream()
            .filter(row -> !row.at().isBefore(from) && !row.at().isAfter(until))
            .toList();
    int skipped = after(found, call.query("startingAfter"));
    List<Object> page = new ArrayList<>();
    found.stream().skip(skipped).limit(limit).forEach(row -> page.add(transaction(row)));
    return page;
  }

  private static int after(List<Row> rows, @Nullable String transactionKey) {
    if (transactionKey == null) {
      return 0;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).movement().transactionKey().equals(transactionKey)) {
        return i + 1;
      }
    }
    throw TossRefusal.of("INVALID_REQUEST");
  }

  /** A time in Korea without an offset, or a date for its beginning. */
  private static Instant moment(String text) {
    try {
      LocalDateTime time =
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
      return time.toInstant(TossJson.KOREA);
    } catch (DateTimeException e) {
      throw TossRefusal.of("INVALID_DATE");
    }
  }

  private Map<String, @Nullable Object> transaction(Row row) {
    Map<String, @Nullable Object> shown = payments.json(row.payment());
    Map<String, @Nullable Object> transaction = new LinkedHashMap<>();
    transaction.put("mId", shown.get("mId"));
    transaction.put("transactionKey", row.movement().transactionKey());
    transaction.put("paymentKey", row.payment().paymentKey);
    transaction.put("orderId", row.payment().orderId);
    transaction.put("method", shown.get("method"));
    transaction.put("customerKey", null);
    transaction.put("useEscrow", row.payment().useEscrow);
    transaction.put("receiptUrl", TossJson.URL + "receipt/" + row.payment().paymentKey);
    transaction.put("status", row.movement().status().name());
    transaction.put("transactionAt", json.time(row.movement().at()));
    transaction.put("currency", row.payment().total.currency());
    boolean negative =
        row.movement().cancel() != null
            && switches.isOn(Switch.TOSS_REFUND_TRANSACTIONS_ARE_NEGATIVE);
    BigDecimal amount = row.movement().amount();
    transaction.put("amount", negative ? amount.negate() : amount);
    return transaction;
  }

  /** A bare array of what was sold, or is paid out, from one date to another, both included. */
  private List<Object> settlements(TossCall call) {
    LocalDate from = call.date("startDate");
    LocalDate until = call.date("endDate");
    String type = call.query("dateType");
    if (type != null && !List.of("soldDate", "paidOutDate").contains(type)) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (until.isBefore(from)) {
      throw TossRefusal.of("INVALID_DATE");
    }
    boolean byPayOut = "paidOutDate".equals(type);
    int page = call.whole("page", 1, 1, Integer.MAX_VALUE);
    int size = call.whole("size", USUAL_PAGE, 1, LARGEST_PAGE);
    LocalDate today = clock.instant().atOffset(TossJson.KOREA).toLocalDate();
    List<Object> shown = new ArrayList<>();
    rows().stream()
        .filter(row -> row.movement().amount().signum() > 0)
        .filter(row -> !row.soldDate().isAfter(today))
        .filter(
            row -> {
              LocalDate date = byPayOut ? row.paidOutDate() : row.soldDate();
              return !date.isBefore(from) && !date.isAfter(until);
            })
        .skip((page - 1L) * size)
        .limit(size)
        .forEach(row -> shown.add(settlement(row)));
    return shown;
  }

  private Map<String, @Nullable Object> settlement(Row row) {
    Map<String, @Nullable Object> payment = payments.json(row.payment());
    TossMovement movement = row.movement();
    boolean refund = movement.cancel() != null;
    BigDecimal amount = refund ? movement.amount().negate() : movement.amount();
    int digits = row.payment().total.currency().equals("KRW") ? 0 : 2;
    BigDecimal fee = amount.multiply(FEE).setScale(digits, RoundingMode.HALF_UP);
    BigDecimal vat = fee.divide(BigDecimal.valueOf(11), digits, RoundingMode.HALF_UP);
    Map<String, @Nullable Object> settlement = new LinkedHashMap<>();
    settlement.put("mId", payment.get("mId"));
    settlement.put("paymentKey", row.payment().paymentKey);
    settlement.put("transactionKey", movement.transactionKey());
    settlement.put("orderId", row.payment().orderId);
    settlement.put("currency", row.payment().total.currency());
    settlement.put("method", payment.get("method"));
    settlement.put("amount", amount);
    settlement.put("interestFee", BigDecimal.ZERO);
    settlement.put("fees", List.of(baseFee(fee)));
    settlement.put("supplyAmount", fee.subtract(vat));
    settlement.put("vat", vat);
    settlement.put("payOutAmount", amount.subtract(fee));
    settlement.put("approvedAt", payment.get("approvedAt"));
    settlement.put("soldDate", row.soldDate().toString());
    settlement.put("paidOutDate", row.paidOutDate().toString());
    SHOWN_BY_METHOD.forEach(name -> settlement.put(name, payment.get(name)));
    settlement.put(
        "cancel", movement.cancel() == null ? null : json.cancel(row.payment(), movement.cancel()));
    return settlement;
  }

  private static Map<String, @Nullable Object> baseFee(BigDecimal fee) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "BASE");
    json.put("fee", fee);
    return json;
  }

  /** Settling by hand changes no row: all of them are settled anyway. */
  private Map<String, @Nullable Object> settle(TossCall call) {
    String paymentKey = call.params().text("paymentKey");
    if (paymentKey == null) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (payments.get(paymentKey) == null) {
      throw TossRefusal.of("NOT_FOUND_PAYMENT");
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("result", true);
    return result;
  }
}
