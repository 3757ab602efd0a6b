package kr.pgsdk.sandbox.iamport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** Billing keys, and charges by them or by card data. Guarded by the simulation's lock. */
final class IamportBilling {
  private static final Pattern CARD_NUMBER = Pattern.compile("[0-9]{14,20}");
  private static final Pattern EXPIRY = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final int LONGEST_UID = 80;
  private static final List<String> OF_THE_CUSTOMER =
      List.of(
          "customer_id",
          "customer_name",
          "customer_tel",
          "customer_email",
          "customer_addr",
          "customer_postcode");

  /** A key; {@code group} is that of a super billing key. */
  record Key(
      String uid,
      TestCard card,
      @Nullable String group,
      Map<String, @Nullable Object> customer,
      Instant inserted) {}

  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final IamportCharges charges;
  private final Switches switches;

  IamportBilling(IamportCharges charges, Switches switches) {
    this.charges = charges;
    this.switches = switches;
  }

  void addTo(IamportRoutes routes, IamportQueries queries) {
    routes
        .answer("GET", "/subscribe/customers", this::several)
        .on("GET", "/subscribe/customers/{customer_uid}", call -> shown(key(uid(call))))
        .on("POST", "/subscribe/customers/{customer_uid}", this::issue)
        .on("DELETE", "/subscribe/customers/{customer_uid}", this::delete)
        .on(
            "GET",
            "/subscribe/customers/{customer_uid}/payments",
            call -> queries.byCustomer(key(uid(call)).uid(), call.page("-started")))
        .on("POST", "/subscribe/payments/again", this::again)
        .on("POST", "/subscribe/payments/onetime", this::onetime);
  }

  private static String uid(IamportCall call) {
    return call.named("customer_uid");
  }

  /** The card behind a key, or null. */
  @Nullable TestCard card(String uid) {
    Key key = keys.get(uid);
    return key == null ? null : key.card();
  }

  @Nullable Object customerId(String uid) {
    Key key = keys.get(uid);
    return key == null ? null : key.customer().get("customer_id");
  }

  /** Stores a key; another with the same uid is replaced without a word (non-auth guide). */
  Key store(String uid, TestCard card, Params customer) {
    if (uid.length() > LONGEST_UID) {
      throw IamportRefusal.badParameter("customer_uid 파라메터가 올바르지 않습니다.");
    }
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    OF_THE_CUSTOMER.forEach(name -> about.put(name, customer.text(name)));
    Key key = new Key(uid, card, customer.text("channel_group_id"), about, charges.now());
    keys.put(uid, key);
    return key;
  }

  /** A buyer's checkout hands in a customer_uid. */
  void store(String uid, TestCard card) {
    Key unused = store(uid, card, Params.NONE);
  }

  private Map<String, @Nullable Object> issue(IamportCall call) {
    Params params = call.params();
    if (!params.has("channel_key") && !params.has("pg") && !params.has("channel_group_id")) {
      throw new IamportRefusal(200, 1, "비인증결제모듈 사용정보를 찾을 수 없습니다.");
    }
    return shown(store(uid(call), cardToKeep(params), params));
  }

  /** The card that the request describes, if a key can be issued for it. */
  TestCard cardToKeep(Params params) {
    return cardOf(params, "카드정보 인증 및 빌키 발급에 실패하였습니다.");
  }

  private TestCard cardOf(Params params, String refusal) {
    String number = IamportCall.text(params, "card_number").replace("-", "");
    if (!EXPIRY.matcher(IamportCall.text(params, "expiry")).matches()) {
      throw IamportRefusal.badParameter("expiry 파라메터가 올바르지 않습니다.");
    }
    if (!CARD_NUMBER.matcher(number).matches()) {
      throw charges.refusedByCardCompany(TestCard.UNKNOWN_NUMBER.reason());
    }
    TestCard card = TestCard.of(number);
    if (card.isRefusedAtIssue()) {
      throw charges.refusedByCardCompany(refusal + card.reason());
    }
    return card;
  }

  private Key key(String uid) {
    Key key = keys.get(uid);
    if (key == null) {
      boolean spec = switches.isOn(Switch.IAMPORT_UNKNOWN_CUSTOMER_IS_404);
      throw new IamportRefusal(
          spec ? 404 : 200, spec ? -1 : 1, "요청하신 customer_uid(" + uid + ")로 등록된 정보를 찾을 수 없습니다.");
    }
    return key;
  }

  private Map<String, @Nullable Object> delete(IamportCall call) {
    Key key = key(uid(call));
    keys.remove(key.uid());
    return shown(key);
  }

  private WireResponse several(IamportCall call) {
    List<String> asked = call.request().query("customer_uid[]");
    List<Object> found = new ArrayList<>();
    for (String uid : asked) {
      Key key = keys.get(uid);
      if (key != null) {
        found.add(shown(key));
      }
    }
    if (found.isEmpty()) {
      throw new IamportRefusal(404, -1, "등록된 정보를 찾을 수 없습니다.");
    }
    return IamportEnvelope.several(found, found.size() == asked.size());
  }

  private Map<String, @Nullable Object> again(IamportCall call) {
    Params params = call.params();
    String uid = call.text("customer_uid");
    String unused = call.text("name");
    TestCard card = card(uid);
    if (card == null) {
      throw new IamportRefusal(200, 1, "등록되지 않은 구매자입니다.");
    }
    IamportPayment payment = charges.start(params, charges.chargesAgain());
    payment.useKey(uid, "payment");
    charges.charge(payment, card, call.cause(), payment.startedAt);
    return charges.shown(payment);
  }

  private Map<String, @Nullable Object> onetime(IamportCall call) {
    Params params = call.params();
    TestCard card = cardOf(params, "카드정보 인증에 실패하였습니다.");
    IamportPayment payment = charges.start(params, charges.chargesAgain());
    String uid = params.text("customer_uid");
    if (uid != null && !uid.isEmpty()) {
      Key unused = store(uid, card, params);
      payment.useKey(uid, "issue");
    }
    charges.charge(payment, card, call.cause(), payment.startedAt);
    return charges.shown(payment);
  }

  private static Map<String, @Nullable Object> shown(Key key) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("customer_uid", key.uid());
    json.putAll(key.customer());
    if (key.group() != null) {
      json.put("channelGroupId", key.group());
      json.put("succeededChannels", List.of(channel(key)));
      json.put("failedChannels", List.of());
      return json;
    }
    json.put("sandbox", false);
    json.putAll(channel(key));
    return json;
  }

  private static Map<String, @Nullable Object> channel(Key key) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pg_provider", "kcp");
    json.put("pg_id", "T0000");
    json.put("card_name", "신한카드");
    json.put("card_code", "366");
    json.put("card_issuer_code", "366");
    json.put("card_issuer_name", "신한카드");
    json.put("card_publisher_code", "366");
    json.put("card_publisher_name", "신한카드");
    json.put("card_number", IamportCharges.masked(key.card()));
    json.put("card_type", 0);
    json.put("inserted", key.inserted().getEpochSecond());
    json.put("updated", key.inserted().getEpochSecond());
    return json;
  }
}
