package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Cash receipts that the shop asks for. Guarded by the simulation's lock. */
final class PortOneReceipts {
  private final Map<String, PortOneReceipt> receipts = new LinkedHashMap<>();
  private final PortOnePayments payments;
  private final PortOneStore store;

  PortOneReceipts(PortOnePayments payments, PortOneStore store) {
    this.payments = payments;
    this.store = store;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/cash-receipts", this::issue);
    routes.on("GET", "/cash-receipts", this::list);
    routes.on("GET", "/payments/{id}/cash-receipt", this::get);
    routes.on("POST", "/payments/{id}/cash-receipt/cancel", this::cancel);
  }

  private Map<String, @Nullable Object> issue(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    String paymentId = PortOneCall.text(params, "paymentId");
    String unused = PortOneCall.text(params, "channelKey");
    PortOneChannel channel = store.channelOf(params);
    String type = PortOneCall.text(params, "type");
    if (!List.of("PERSONAL", "CORPORATE").contains(type)) {
      throw PortOneRefusal.invalid("type이 올바르지 않습니다.");
    }
    String identity = PortOneCall.text(PortOneCall.object(params, "customer"), "identityNumber");
    if (!identity.matches("[0-9-]{10,18}")) {
      throw PortOneRefusal.byCompany("INVALID_IDENTITY", "식별 번호가 올바르지 않습니다.");
    }
    PortOneReceipt before = receipts.get(paymentId);
    if (before != null && before.cancelledAt == null) {
      throw PortOneRefusal.of("CASH_RECEIPT_ALREADY_ISSUED");
    }
    PortOneReceipt receipt =
        new PortOneReceipt(
            PortOneOrder.of(paymentId, params), type, store.digits(9), channel, payments.now());
    receipts.put(paymentId, receipt);
    PortOneAttempt attempt = payments.find(paymentId);
    if (attempt != null) {
      attempt.receipt = receipt;
    }
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("issueNumber", receipt.issueNumber);
    summary.put("url", receipt.url());
    summary.put("pgReceiptId", "pg-" + receipt.issueNumber);
    return Map.of("cashReceipt", summary);
  }

  private PortOneReceipt require(String paymentId) {
    PortOneReceipt receipt = receipts.get(paymentId);
    if (receipt == null) {
      throw PortOneRefusal.of("CASH_RECEIPT_NOT_FOUND");
    }
    return receipt;
  }

  private Map<String, @Nullable Object> get(PortOneCall call) {
    store.require(call.query("storeId"));
    return require(call.id()).json(store.merchantId, store.storeId);
  }

  private Map<String, @Nullable Object> list(PortOneCall call) {
    Params request = call.listRequest();
    Params filter = PortOneLists.filter(request);
    store.require(filter.text("storeId"));
    List<Object> found = new ArrayList<>();
    for (PortOneReceipt one : receipts.values()) {
      if ((!filter.has("paymentId") || one.paymentId.equals(filter.text("paymentId")))
          && PortOneLists.in(filter, "statuses", one.status())) {
        found.add(one.json(store.merchantId, store.storeId));
      }
    }
    return PortOneLists.page(request, found);
  }

  private Map<String, @Nullable Object> cancel(PortOneCall call) {
    store.require(call.query("storeId"));
    PortOneReceipt receipt = require(call.id());
    if (receipt.cancelledAt != null) {
      throw PortOneRefusal.of("CASH_RECEIPT_NOT_ISSUED");
    }
    receipt.cancelledAt = payments.now();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("cancelledAmount", receipt.amount);
    answer.put("cancelledAt", receipt.cancelledAt.toString());
    return answer;
  }
}
