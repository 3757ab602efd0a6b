package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** Virtual accounts that the shop's server asks for. Guarded by the simulation's lock. */
final class TossVirtualAccounts {
  private static final int LEAST = 200;
  private static final Duration USUAL_LIFE = Duration.ofDays(7);
  private static final int MOST_HOURS = 2160;
  private static final Duration LONGEST_LIFE = Duration.ofDays(90);
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REGISTRATION = 30;
  private static final Pattern BANK = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern PHONE = Pattern.compile("[0-9]{8,15}");
  private static final String NO_RECEIPT = "미발행";

  private final Map<String, String> fixedNumbers = new HashMap<>();
  private final TossPayments payments;
  private final TossReceipts receipts;
  private final Clock clock;
  private final RandomGenerator random;

  TossVirtualAccounts(
      TossPayments payments, TossReceipts receipts, Clock clock, RandomGenerator random) {
    this.payments = payments;
    this.receipts = receipts;
    this.clock = clock;
    this.random = random;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/virtual-accounts", this::issue);
  }

  private Map<String, @Nullable Object> issue(TossCall call) {
    Params params = call.params();
    TossOrder order = TossOrder.of(params);
    order.requireAtLeast(LEAST);
    String holder = params.text("customerName");
    if (holder == null || holder.isBlank() || holder.length() > LONGEST_NAME) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    String bank = params.text("bank");
    if (bank == null || !BANK.matcher(bank).matches()) {
      throw TossRefusal.of("INVALID_BANK");
    }
    String phone = params.text("customerMobilePhone");
    if (phone != null && !PHONE.matcher(phone).matches()) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Instant now = clock.instant();
    Instant due = due(params, now);
    TossReceipt.Wish wish = wish(params.object("cashReceipt"));
    payments.requireUndecided(order);
    TossPayment payment = payments.made("tvacc", order, Method.VIRTUAL_ACCOUNT);
    payment.useEscrow = params.isTrue("useEscrow");
    payment.receiptWish = wish;
    String accountKey = params.text("accountKey");
    String number =
        accountKey == null
            ? newNumber()
            : fixedNumbers.computeIfAbsent(accountKey, key -> newNumber());
    payment.authenticate(now);
    payment.issueAccount(
        new TossAccount(number, due, bank, holder, accountKey != null),
        payments.transactionKey(),
        now);
    payments.add(payment);
    return payments.json(payment);
  }

  private String newNumber() {
    return RandomTexts.digits(random, 14);
  }

  private static Instant due(Params params, Instant now) {
    BigDecimal hours = TossOrder.amount(params, "validHours");
    String dueDate = params.text("dueDate");
    if (hours != null && dueDate != null) {
      throw TossRefusal.of("INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE");
    }
    if (hours != null) {
      if (hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
        throw TossRefusal.of("EXCEED_MAX_VALID_HOURS");
      }
      if (hours.signum() == 0) {
        throw TossRefusal.of("INVALID_REQUEST");
      }
      return now.plus(Duration.ofHours(hours.intValueExact()));
    }
    return dueDate == null ? now.plus(USUAL_LIFE) : dueAt(dueDate, now);
  }

  /** A time in Korea, without an offset. */
  private static Instant dueAt(String dueDate, Instant now) {
    Instant due;
    try {
      due = LocalDateTime.parse(dueDate).toInstant(TossJson.KOREA);
    } catch (DateTimeException e) {
      throw TossRefusal.of("INVALID_DATE");
    }
    if (!due.isAfter(now)) {
      throw TossRefusal.of("INVALID_DATE");
    }
    if (due.isAfter(now.plus(LONGEST_LIFE))) {
      throw TossRefusal.of("EXCEED_MAX_DUE_DATE");
    }
    return due;
  }

  /** The cash receipt that a deposit is to bring, or null for none. */
  private TossReceipt.@Nullable Wish wish(@Nullable Params asked) {
    String type = asked == null ? null : asked.text("type");
    if (type == null || type.equals(NO_RECEIPT)) {
      return null;
    }
    String identity = asked == null ? null : asked.text("registrationNumber");
    if (!List.of("소득공제", "지출증빙").contains(type)
        || identity == null
        || identity.length() > LONGEST_REGISTRATION) {
      throw TossRefusal.of("INVALID_REGISTRATION_NUMBER_TYPE");
    }
    return receipts.wish(type, identity);
  }
}
