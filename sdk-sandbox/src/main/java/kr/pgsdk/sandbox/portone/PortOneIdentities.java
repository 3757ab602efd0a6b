package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * Verifications of who a buyer is; the number that an SMS brings is always 000000. Guarded by the
 * simulation's lock.
 */
final class PortOneIdentities {
  private static final String OTP = "000000";

  private static final class Identity {
    final String id;
    final PortOneChannel channel;
    final Map<String, @Nullable Object> customer;
    final @Nullable String customData;
    final String pgTxId;
    final boolean wasSent;
    final Instant requestedAt;
    @Nullable Instant verifiedAt;

    Identity(
        String id,
        PortOneChannel channel,
        Map<String, @Nullable Object> customer,
        @Nullable String customData,
        String pgTxId,
        boolean wasSent,
        Instant requestedAt) {
      this.id = id;
      this.channel = channel;
      this.customer = customer;
      this.customData = customData;
      this.pgTxId = pgTxId;
      this.wasSent = wasSent;
      this.requestedAt = requestedAt;
    }

    /** {@code IdentityVerification}. */
    Map<String, @Nullable Object> json() {
      Instant changed = verifiedAt == null ? requestedAt : verifiedAt;
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("status", verifiedAt == null ? "READY" : "VERIFIED");
      json.put("id", id);
      json.put("channel", channel.json());
      if (verifiedAt == null) {
        json.put("requestedCustomer", customer);
      } else {
        Map<String, @Nullable Object> verified = new LinkedHashMap<>(customer);
        verified.putIfAbsent("name", "김구매");
        verified.put("operator", "SKT");
        verified.put("birthDate", "1990-01-01");
        verified.put("gender", "OTHER");
        verified.put("isForeigner", false);
        verified.put("ci", "sandbox-ci");
        verified.put("di", "sandbox-di");
        json.put("verifiedCustomer", verified);
        json.put("verifiedAt", verifiedAt.toString());
        json.put("pgRawResponse", "{\"sandbox\":true}");
      }
      PortOneJson.put(json, "customData", customData);
      json.put("requestedAt", requestedAt.toString());
      json.put("updatedAt", changed.toString());
      json.put("statusChangedAt", changed.toString());
      json.put("version", "V2");
      json.put("pgTxId", pgTxId);
      return json;
    }
  }

  private final Map<String, Identity> identities = new LinkedHashMap<>();
  private final PortOnePayments payments;
  private final PortOneStore store;

  PortOneIdentities(PortOnePayments payments, PortOneStore store) {
    this.payments = payments;
    this.store = store;
  }

  void addTo(PortOneRoutes routes) {
    String one = "/identity-verifications/{id}";
    routes.on("GET", "/identity-verifications", this::list);
    routes.on("GET", one, this::get);
    routes.on("POST", one + "/send", this::send);
    routes.on("POST", one + "/resend", this::resend);
    routes.on("POST", one + "/confirm", this::confirm);
  }

  /** The buyer shows who he or she is in the window. */
  void verify(String id, String name) {
    Identity identity = begin(id, store.automatic, Map.of("name", name), null, false);
    identity.verifiedAt = payments.now();
  }

  private Identity begin(
      String id,
      PortOneChannel channel,
      Map<String, @Nullable Object> customer,
      @Nullable String customData,
      boolean wasSent) {
    Identity identity =
        new Identity(
            id,
            channel,
            customer,
            customData,
            "sandbox" + store.digits(12),
            wasSent,
            payments.now());
    identities.put(id, identity);
    return identity;
  }

  private Identity require(String id) {
    Identity identity = identities.get(id);
    if (identity == null) {
      throw PortOneRefusal.of("IDENTITY_VERIFICATION_NOT_FOUND");
    }
    return identity;
  }

  private Identity requireSent(String id) {
    Identity identity = require(id);
    if (identity.verifiedAt != null) {
      throw PortOneRefusal.of("IDENTITY_VERIFICATION_ALREADY_VERIFIED");
    }
    if (!identity.wasSent) {
      throw PortOneRefusal.of("IDENTITY_VERIFICATION_NOT_SENT");
    }
    return identity;
  }

  private Map<String, @Nullable Object> get(PortOneCall call) {
    store.require(call.query("storeId"));
    return require(call.id()).json();
  }

  private Map<String, @Nullable Object> list(PortOneCall call) {
    Params request = call.listRequest();
    Params filter = PortOneLists.filter(request);
    store.require(filter.text("storeId"));
    String id = filter.text("identityVerificationId");
    List<Object> found = new ArrayList<>();
    for (Identity one : identities.values()) {
      String status = one.verifiedAt == null ? "READY" : "VERIFIED";
      if ((id == null || id.equals(one.id)) && PortOneLists.in(filter, "statuses", status)) {
        found.add(one.json());
      }
    }
    return PortOneLists.page(request, found);
  }

  private Map<String, @Nullable Object> send(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    PortOneChannel channel = store.channelOf(params);
    Params customer = PortOneCall.object(params, "customer");
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    PortOneJson.put(shown, "id", customer.text("id"));
    shown.put("name", PortOneCall.text(customer, "name"));
    shown.put("phoneNumber", PortOneCall.text(customer, "phoneNumber"));
    require(params, "channelKey", "operator", "method");
    require(customer, "ipAddress");
    Identity before = identities.get(call.id());
    if (before != null) {
      throw PortOneRefusal.of(
          before.verifiedAt == null
              ? "IDENTITY_VERIFICATION_ALREADY_SENT"
              : "IDENTITY_VERIFICATION_ALREADY_VERIFIED");
    }
    Identity unused = begin(call.id(), channel, shown, params.text("customData"), true);
    return Map.of();
  }

  private static void require(Params params, String... fields) {
    for (String field : fields) {
      String unused = PortOneCall.text(params, field);
    }
  }

  private Map<String, @Nullable Object> resend(PortOneCall call) {
    store.require(call.query("storeId"));
    Identity unused = requireSent(call.id());
    return Map.of();
  }

  private Map<String, @Nullable Object> confirm(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    Identity identity = requireSent(call.id());
    if (!OTP.equals(params.text("otp"))) {
      throw PortOneRefusal.byCompany("INVALID_OTP", "인증 번호가 일치하지 않습니다.");
    }
    identity.verifiedAt = payments.now();
    return Map.of("identityVerification", identity.json());
  }
}
