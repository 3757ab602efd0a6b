package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cash receipt (현금영수증). Guarded by the simulation's lock. */
final class PortOneReceipt {
  final String paymentId;
  final String type;
  final String issueNumber;
  final long amount;
  final long taxFree;
  final String currency;
  final String orderName;
  final PortOneChannel channel;
  final Instant issuedAt;
  @Nullable Instant cancelledAt;

  PortOneReceipt(
      PortOneOrder order,
      String type,
      String issueNumber,
      PortOneChannel channel,
      Instant issuedAt) {
    this.paymentId = order.paymentId();
    this.type = type;
    this.issueNumber = issueNumber;
    this.amount = order.total();
    this.taxFree = order.taxFree();
    this.currency = order.currency();
    this.orderName = order.name();
    this.channel = channel;
    this.issuedAt = issuedAt;
  }

  String status() {
    return cancelledAt == null ? "ISSUED" : "CANCELLED";
  }

  String url() {
    return PortOneJson.URL + "cash-receipts/" + issueNumber;
  }

  /** {@code PaymentCashReceipt}. */
  Map<String, @Nullable Object> shortJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", status());
    json.put("type", type);
    json.put("pgReceiptId", "pg-" + issueNumber);
    json.put("issueNumber", issueNumber);
    json.put("totalAmount", amount);
    json.put("taxFreeAmount", taxFree);
    json.put("currency", currency);
    json.put("url", url());
    json.put("issuedAt", issuedAt.toString());
    PortOneJson.put(json, "cancelledAt", cancelledAt == null ? null : cancelledAt.toString());
    return json;
  }

  /** {@code CashReceipt}. */
  Map<String, @Nullable Object> json(String merchantId, String storeId) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", status());
    json.put("merchantId", merchantId);
    json.put("storeId", storeId);
    json.put("paymentId", paymentId);
    json.put("channel", channel.json());
    json.put("amount", amount);
    json.put("taxFreeAmount", taxFree);
    json.put("vatAmount", PortOneOrder.usualVat(amount - taxFree));
    json.put("currency", currency);
    json.put("orderName", orderName);
    json.put("isManual", true);
    json.put("type", type);
    json.put("pgReceiptId", "pg-" + issueNumber);
    json.put("issueNumber", issueNumber);
    json.put("url", url());
    json.put("issuedAt", issuedAt.toString());
    PortOneJson.put(json, "cancelledAt", cancelledAt == null ? null : cancelledAt.toString());
    json.put("statusUpdatedAt", (cancelledAt == null ? issuedAt : cancelledAt).toString());
    return json;
  }
}
