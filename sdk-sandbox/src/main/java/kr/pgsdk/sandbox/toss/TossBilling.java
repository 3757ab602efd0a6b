package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** Billing keys, and charges by them. Guarded by the simulation's lock. */
final class TossBilling {
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");
  private static final Pattern CARD_NUMBER = Pattern.compile("[0-9]{14,20}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern IDENTITY = Pattern.compile("[0-9]{6}|[0-9]{10}");
  private static final int LONGEST_NAME = 100;

  private record Key(String customerKey, TestCard card) {}

  private final Map<String, Key> authKeys = new HashMap<>();
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Key> removed = new HashMap<>();
  private final TossPayments payments;
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;

  TossBilling(TossPayments payments, Clock clock, RandomGenerator random, Switches switches) {
    this.payments = payments;
    this.clock = clock;
    this.random = random;
    this.switches = switches;
  }

  /** A buyer agrees in Toss's window; what the redirect brings. */
  String authenticate(String customerKey, TestCard card) {
    String authKey = "bln_" + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 16);
    authKeys.put(authKey, new Key(customerKey, card));
    return authKey;
  }

  /** {@code /authorizations/issue}; an auth key works once. */
  Map<String, @Nullable Object> issue(Params params) {
    String authKey = params.text("authKey");
    String customerKey = params.text("customerKey");
    if (authKey == null || customerKey == null) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Key agreed = authKeys.get(authKey);
    if (agreed == null) {
      throw TossRefusal.of("INVALID_BILLING_AUTH");
    }
    if (!agreed.customerKey().equals(customerKey)) {
      throw TossRefusal.of("NOT_MATCHES_CUSTOMER_KEY");
    }
    authKeys.remove(authKey);
    return issued(agreed);
  }

  /** {@code /authorizations/card}. */
  Map<String, @Nullable Object> issueByCard(Params params) {
    String customerKey = params.text("customerKey");
    String number = params.text("cardNumber");
    if (customerKey == null
        || !matches(CARD_NUMBER, number)
        || !matches(TWO_DIGITS, params.text("cardExpirationYear"))
        || !matches(TWO_DIGITS, params.text("cardExpirationMonth"))) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (!matches(IDENTITY, params.text("customerIdentityNumber"))) {
      throw TossRefusal.of("INVALID_BIRTH_DAY_FORMAT");
    }
    return issued(new Key(customerKey, TestCard.of(String.valueOf(number))));
  }

  private static boolean matches(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches();
  }

  private Map<String, @Nullable Object> issued(Key key) {
    if (key.card().isRefusedAtIssue()) {
      throw TossRefusal.of(key.card().tossCode());
    }
    String billingKey = RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 43) + "=";
    keys.put(billingKey, key);
    Map<String, @Nullable Object> card = new LinkedHashMap<>();
    card.put("issuerCode", "41");
    card.put("acquirerCode", "41");
    card.put("number", "43301234****" + key.card().number().substring(12, 15) + "*");
    card.put("cardType", "신용");
    card.put("ownerType", "개인");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mId", "tosspayments");
    json.put("customerKey", key.customerKey());
    json.put("authenticatedAt", payments.time(clock.instant()));
    json.put("method", "카드");
    json.put("billingKey", billingKey);
    json.put("card", card);
    json.put("transfers", null);
    json.put("easyPay", null);
    return json;
  }

  /** {@code POST /v1/billing/{billingKey}}. */
  Map<String, @Nullable Object> charge(String billingKey, Params params, Cause cause) {
    String orderId = params.text("orderId");
    String orderName = params.text("orderName");
    String customerKey = params.text("customerKey");
    BigDecimal amount = params.isNumber("amount") ? params.decimal("amount") : null;
    if (!matches(ORDER_ID, orderId)
        || orderName == null
        || orderName.isBlank()
        || orderName.length() > LONGEST_NAME
        || customerKey == null
        || amount == null
        || amount.signum() <= 0) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Key key = usable(billingKey);
    if (!key.customerKey().equals(customerKey)) {
      throw TossRefusal.of("NOT_MATCHES_CUSTOMER_KEY");
    }
    String order = String.valueOf(orderId);
    if (payments.isDecided(order)) {
      throw TossRefusal.of("DUPLICATED_ORDER_ID");
    }
    TossPayment payment = payments.newCharge(order, Money.of(amount, "KRW"));
    Instant now = clock.instant();
    payment.authenticate(now);
    if (key.card().isDeclined()) {
      if (switches.isOn(Switch.TOSS_DECLINED_CHARGE_LEAVES_PAYMENT)) {
        payment.abort(key.card().tossCode());
        payments.add(payment);
      }
      throw TossRefusal.of(key.card().tossCode());
    }
    payments.add(payment);
    payment.capture(payments.transactionKey(), cause, now);
    return payments.json(payment);
  }

  /** {@code DELETE /v1/billing/{billingKey}}. */
  void delete(String billingKey) {
    removed.put(billingKey, usable(billingKey));
    keys.remove(billingKey);
  }

  private Key usable(String billingKey) {
    Key key = keys.get(billingKey);
    if (key == null) {
      throw TossRefusal.of(
          removed.containsKey(billingKey) ? "ALREADY_REMOVED_BILLING_KEY" : "NOT_FOUND_BILLING");
    }
    return key;
  }
}
