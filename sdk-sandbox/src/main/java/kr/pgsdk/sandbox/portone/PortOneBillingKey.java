package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.TestCard;
import org.jspecify.annotations.Nullable;

/** A card that a buyer agreed to be charged by. Guarded by the simulation's lock. */
final class PortOneBillingKey {
  final String value;
  final TestCard card;
  final PortOneChannel channel;
  final Map<String, @Nullable Object> customer;
  final @Nullable String customData;
  final Instant issuedAt;
  @Nullable Instant deletedAt;

  PortOneBillingKey(
      String value,
      TestCard card,
      PortOneChannel channel,
      Map<String, @Nullable Object> customer,
      @Nullable String customData,
      Instant issuedAt) {
    this.value = value;
    this.card = card;
    this.channel = channel;
    this.customer = customer;
    this.customData = customData;
    this.issuedAt = issuedAt;
  }

  /** {@code BillingKeyInfo}. */
  Map<String, @Nullable Object> json(PortOneStore store) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("issuer", "SHINHAN_CARD");
    shown.put("name", "샌드박스카드");
    shown.put("number", PortOneBillingKeys.masked(card));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", deletedAt == null ? "ISSUED" : "DELETED");
    json.put("billingKey", value);
    json.put("merchantId", store.merchantId);
    json.put("storeId", store.storeId);
    json.put("methods", List.of(Map.of("type", "BillingKeyPaymentMethodCard", "card", shown)));
    json.put("channels", List.of(channel.json()));
    json.put("customer", customer);
    PortOneJson.put(json, "customData", customData);
    json.put("requestedAt", issuedAt.toString());
    json.put("issuedAt", issuedAt.toString());
    PortOneJson.put(json, "deletedAt", deletedAt == null ? null : deletedAt.toString());
    return json;
  }
}
