package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Billing keys. Guarded by the simulation's lock. */
final class PortOneBillingKeys {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{14,20}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("0[1-9]|1[0-2]");

  /** What a buyer agreed to at a channel with manual confirm. */
  private record Agreed(TestCard card, PortOneChannel channel, @Nullable PortOneAttempt attempt) {}

  private final Map<String, PortOneBillingKey> keys = new LinkedHashMap<>();
  private final Map<String, Agreed> agreements = new HashMap<>();
  private final Map<String, String> confirmed = new HashMap<>();
  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneOutbox outbox;
  private Predicate<String> isScheduled = key -> false;

  PortOneBillingKeys(PortOnePayments payments, PortOneStore store, PortOneOutbox outbox) {
    this.payments = payments;
    this.store = store;
    this.outbox = outbox;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/billing-keys", this::issue);
    routes.on("POST", "/billing-keys/confirm", this::confirm);
    routes.on("GET", "/billing-keys", this::list);
    routes.on("GET", "/billing-keys/{key}", this::get);
    routes.on("DELETE", "/billing-keys/{key}", this::delete);
  }

  /** A key that payments are scheduled for can't be deleted. */
  void keepWhile(Predicate<String> scheduled) {
    isScheduled = scheduled;
  }

  /** The card of these data; refused if they are no card's. */
  static TestCard card(Params credential) {
    String number = PortOneCall.text(credential, "number");
    String year = PortOneCall.text(credential, "expiryYear");
    String month = PortOneCall.text(credential, "expiryMonth");
    if (!NUMBER.matcher(number).matches()
        || !TWO_DIGITS.matcher(year).matches()
        || !MONTH.matcher(month).matches()) {
      throw PortOneRefusal.invalid("카드 정보의 형식이 올바르지 않습니다.");
    }
    return TestCard.of(number);
  }

  static String masked(TestCard card) {
    String number = card.number();
    return number.substring(0, 6) + "******" + number.substring(12);
  }

  /** A buyer agrees in the window: the key, at once. */
  String agree(TestCard card, PortOneChannel channel) {
    requireIssuable(card);
    PortOneBillingKey key = add(card, channel, Map.of(), null);
    outbox.tellOfKey(key.value, "BillingKey.Ready");
    outbox.tellOfKey(key.value, "BillingKey.Issued");
    return key.value;
  }

  /** The same at a channel with manual confirm: a token that issues the key once. */
  String agreeToConfirm(TestCard card, PortOneChannel channel, @Nullable PortOneAttempt attempt) {
    String token = "billing-issue-token-" + store.secret(32);
    agreements.put(token, new Agreed(card, channel, attempt));
    return token;
  }

  /** The payment that a token is for as well. */
  PortOneAttempt attemptOf(String token) {
    Agreed agreed = agreements.get(token);
    if (agreed == null || agreed.attempt() == null) {
      throw PortOneRefusal.of("BILLING_KEY_NOT_FOUND");
    }
    return agreed.attempt();
  }

  private static void requireIssuable(TestCard card) {
    if (card.isRefusedAtIssue()) {
      throw PortOneRefusal.byCompany(card.tossCode(), card.reason());
    }
  }

  private PortOneBillingKey add(
      TestCard card,
      PortOneChannel channel,
      Map<String, @Nullable Object> customer,
      @Nullable String customData) {
    PortOneBillingKey key =
        new PortOneBillingKey(
            "billing-key-" + store.uuid(), card, channel, customer, customData, payments.now());
    keys.put(key.value, key);
    return key;
  }

  private Map<String, @Nullable Object> issue(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    Params method = PortOneCall.object(params, "method");
    Params card = PortOneCall.object(method, "card");
    TestCard shown = card(PortOneCall.object(card, "credential"));
    PortOneChannel channel = store.channelOf(params);
    requireIssuable(shown);
    PortOneBillingKey key =
        add(
            shown,
            channel,
            PortOneOrder.customer(params.object("customer")),
            params.text("customData"));
    if (!params.isTrue("skipWebhook")) {
      outbox.tellOfKey(key.value, "BillingKey.Issued");
    }
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    info.put("billingKey", key.value);
    info.put("channels", List.of(channel.json()));
    info.put("issuedAt", key.issuedAt.toString());
    return Map.of("billingKeyInfo", info);
  }

  private Map<String, @Nullable Object> confirm(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    return Map.of("billingKey", confirm(params));
  }

  /** Issues the key that a token stands for. */
  String confirm(Params params) {
    String token = PortOneCall.text(params, "billingIssueToken");
    if (confirmed.containsKey(token)) {
      throw PortOneRefusal.of("BILLING_KEY_ALREADY_ISSUED");
    }
    Agreed agreed = agreements.get(token);
    if (agreed == null) {
      throw PortOneRefusal.of("BILLING_KEY_NOT_FOUND");
    }
    if (params.has("isTest") && params.isTrue("isTest") != agreed.channel().isTest()) {
      throw PortOneRefusal.of("INFORMATION_MISMATCH");
    }
    requireIssuable(agreed.card());
    PortOneBillingKey key = add(agreed.card(), agreed.channel(), Map.of(), null);
    confirmed.put(token, key.value);
    if (!params.isTrue("skipWebhook")) {
      outbox.tellOfKey(key.value, "BillingKey.Issued");
    }
    return key.value;
  }

  private Map<String, @Nullable Object> list(PortOneCall call) {
    Params request = call.listRequest();
    Params filter = PortOneLists.filter(request);
    store.require(filter.text("storeId"));
    List<Object> found = new ArrayList<>();
    for (PortOneBillingKey key : keys.values()) {
      String status = key.deletedAt == null ? "ISSUED" : "DELETED";
      if (PortOneLists.in(filter, "status", status)
          && (!filter.has("customerId")
              || Objects.equals(filter.text("customerId"), key.customer.get("id")))) {
        found.add(key.json(store));
      }
    }
    return PortOneLists.page(request, found);
  }

  private Map<String, @Nullable Object> get(PortOneCall call) {
    store.require(call.query("storeId"));
    return require(call.id()).json(store);
  }

  private Map<String, @Nullable Object> delete(PortOneCall call) {
    store.require(call.query("storeId"));
    PortOneBillingKey key = usable(call.id());
    if (isScheduled.test(key.value)) {
      throw PortOneRefusal.of("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    }
    key.deletedAt = payments.now();
    if (!"true".equals(call.query("skipWebhook"))) {
      outbox.tellOfKey(key.value, "BillingKey.Deleted");
    }
    return Map.of("deletedAt", key.deletedAt.toString());
  }

  private PortOneBillingKey require(String value) {
    PortOneBillingKey key = keys.get(value);
    if (key == null) {
      throw PortOneRefusal.of("BILLING_KEY_NOT_FOUND");
    }
    return key;
  }

  /** The key that can be charged; refused if there is none, or no more. */
  PortOneBillingKey usable(String value) {
    PortOneBillingKey key = require(value);
    if (key.deletedAt != null) {
      throw PortOneRefusal.of("BILLING_KEY_ALREADY_DELETED");
    }
    return key;
  }
}
