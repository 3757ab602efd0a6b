package kr.pgsdk.sandbox.toss;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** Billing keys, and charges by them. Guarded by the simulation's lock. */
final class TossBilling {
  private record Key(String customerKey, TestCard card) {}

  private final Map<String, Key> authKeys = new HashMap<>();
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Key> removed = new HashMap<>();
  private final TossPayments payments;
  private final Clock clock;
  private final RandomGenerator random;

  TossBilling(TossPayments payments, Clock clock, RandomGenerator random) {
    this.payments = payments;
    this.clock = clock;
    this.random = random;
  }

  /** A buyer agrees in Toss's window; what the redirect brings. */
  String authenticate(String customerKey, TestCard card) {
    String authKey = "bln_" + RandomTexts.alphanumeric(random, 16);
    authKeys.put(authKey, new Key(customerKey, card));
    return authKey;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/billing/authorizations/issue", call -> issue(call.params()));
    routes.on("POST", "/v1/billing/authorizations/card", call -> issueByCard(call.params()));
    routes.on("POST", "/v1/billing/{id}", call -> charge(call.id(), call.params(), call.cause()));
    routes.on("DELETE", "/v1/billing/{id}", call -> delete(call.id()));
  }

  /** {@code /authorizations/issue}; an auth key works once. */
  private Map<String, @Nullable Object> issue(Params params) {
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
  private Map<String, @Nullable Object> issueByCard(Params params) {
    String customerKey = params.text("customerKey");
    if (customerKey == null) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    return issued(new Key(customerKey, TossCardData.of(params)));
  }

  private Map<String, @Nullable Object> issued(Key key) {
    if (key.card().isRefusedAtIssue()) {
      throw TossRefusal.of(key.card().tossCode());
    }
    String billingKey = RandomTexts.alphanumeric(random, 43) + "=";
    keys.put(billingKey, key);
    Map<String, @Nullable Object> card = new LinkedHashMap<>();
    card.put("issuerCode", "41");
    card.put("acquirerCode", "41");
    card.put("number", TossCardData.masked(key.card()));
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

  private Map<String, @Nullable Object> charge(String billingKey, Params params, Cause cause) {
    TossOrder order = TossOrder.of(params);
    String customerKey = params.text("customerKey");
    if (customerKey == null) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    Key key = usable(billingKey);
    if (!key.customerKey().equals(customerKey)) {
      throw TossRefusal.of("NOT_MATCHES_CUSTOMER_KEY");
    }
    payments.requireUndecided(order);
    TossPayment payment = payments.made("tbill", order, Method.CARD);
    payment.byBillingKey = true;
    return payments.captureByCard(payment, key.card(), cause);
  }

  private @Nullable Object delete(String billingKey) {
    removed.put(billingKey, usable(billingKey));
    keys.remove(billingKey);
    return null;
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
