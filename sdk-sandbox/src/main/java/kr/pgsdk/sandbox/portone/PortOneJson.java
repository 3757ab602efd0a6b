package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Method;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import org.jspecify.annotations.Nullable;

/** Writes payments as PortOne does: a shape for each status, amounts in the smallest unit. */
final class PortOneJson {
  static final String URL = "https://sandbox.invalid/";

  private final String merchantId;
  private final String storeId;
  private final Switches switches;

  PortOneJson(String merchantId, String storeId, Switches switches) {
    this.merchantId = merchantId;
    this.storeId = storeId;
    this.switches = switches;
  }

  /** {@code Payment}. */
  Map<String, @Nullable Object> payment(PortOneAttempt attempt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", attempt.status.name());
    json.put("id", attempt.order.paymentId());
    json.put("transactionId", attempt.transactionId);
    putCommon(json, attempt);
    json.put("origin", origin(attempt));
    putOwn(json, attempt);
    return json;
  }

  /** {@code PaymentTransaction}. */
  Map<String, @Nullable Object> transaction(PortOneAttempt attempt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", attempt.status.name());
    json.put("id", attempt.transactionId);
    json.put("paymentId", attempt.order.paymentId());
    putCommon(json, attempt);
    putOwn(json, attempt);
    if (attempt.status == Status.PAID) {
      // A paid attempt has neither, other than its payment.
      json.remove("disputes");
      json.remove("cancellations");
    }
    return json;
  }

  private void putCommon(Map<String, @Nullable Object> json, PortOneAttempt attempt) {
    PortOneOrder order = attempt.order;
    json.put("merchantId", merchantId);
    json.put("storeId", storeId);
    // An account's number is required of its method: so there is no method without an account.
    if (attempt.chosen && (attempt.method != Method.VIRTUAL_ACCOUNT || attempt.account != null)) {
      json.put("method", method(attempt));
    }
    // Optional before anything was chosen and after a failure, required in every other status.
    if (attempt.status != Status.READY || attempt.chosen) {
      json.put("channel", attempt.channel.json());
    }
    json.put("version", "V2");
    put(json, "scheduleId", attempt.scheduleId);
    put(json, "billingKey", attempt.billingKey);
    List<Object> webhooks = new ArrayList<>();
    attempt.notices.forEach(notice -> webhooks.addAll(notice.rows()));
    if (!webhooks.isEmpty()) {
      json.put("webhooks", webhooks);
    }
    json.put("requestedAt", attempt.requestedAt.toString());
    json.put("updatedAt", attempt.statusChangedAt.toString());
    json.put("statusChangedAt", attempt.statusChangedAt.toString());
    json.put("orderName", order.name());
    json.put("amount", amount(attempt));
    json.put("currency", order.currency());
    json.put("customer", order.customer());
    json.put("isCulturalExpense", false);
    if (attempt.escrow != null) {
      json.put("escrow", attempt.escrow);
    } else if (attempt.isEscrow) {
      json.put("escrow", Map.of("status", "BEFORE_REGISTERED"));
    }
    if (!order.products().isEmpty()) {
      json.put("products", order.products());
    }
    put(json, "customData", order.customData());
    json.put("country", "KR");
  }

  private void putOwn(Map<String, @Nullable Object> json, PortOneAttempt attempt) {
    boolean reachedCompany = attempt.chosen && attempt.status != Status.READY;
    if (reachedCompany && attempt.status != Status.FAILED) {
      json.put("pgTxId", attempt.pgTxId);
    }
    if (attempt.paidAt != null) {
      json.put("paidAt", attempt.paidAt.toString());
      json.put("receiptUrl", URL + "receipts/" + attempt.transactionId);
      put(json, "cashReceipt", attempt.receipt == null ? null : attempt.receipt.shortJson());
    }
    switch (attempt.status) {
      case PAID -> {
        json.put("pgResponse", "{\"sandbox\":true}");
        json.put("disputes", attempt.disputes.stream().map(PortOneDispute::json).toList());
        if (!attempt.cancellations.isEmpty()) {
          json.put("cancellations", cancellations(attempt));
        }
      }
      case PARTIAL_CANCELLED, CANCELLED -> {
        json.put("cancellations", cancellations(attempt));
        put(json, "cancelledAt", attempt.cancelledAt == null ? null : attempt.cancelledAt + "");
      }
      case FAILED -> {
        put(json, "failedAt", attempt.failedAt == null ? null : attempt.failedAt + "");
        json.put("failure", failure(attempt));
      }
      default -> {}
    }
  }

  private static List<Object> cancellations(PortOneAttempt attempt) {
    List<Object> rows = new ArrayList<>();
    attempt.cancellations.forEach(row -> rows.add(row.json()));
    return rows;
  }

  private static Map<String, @Nullable Object> failure(PortOneAttempt attempt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    PortOneFailure failure = attempt.failure;
    if (failure != null) {
      json.put("reason", failure.reason());
      json.put("pgCode", failure.pgCode());
      json.put("pgMessage", failure.pgMessage());
    }
    return json;
  }

  /** What a cancel's {@code currentCancellableAmount} is compared with. */
  long balance(PortOneAttempt attempt) {
    return attempt.order.total() - attempt.cancelled(lowersAtOnce());
  }

  private boolean lowersAtOnce() {
    return switches.isOn(Switch.PORTONE_REFUND_UNDER_WAY_LOWERS_BALANCE);
  }

  private Map<String, @Nullable Object> amount(PortOneAttempt attempt) {
    PortOneOrder order = attempt.order;
    long vat = order.vatOrUsual();
    long cancelled = attempt.cancelled(lowersAtOnce());
    if (cancelled == order.total() && switches.isOn(Switch.PORTONE_CANCELLED_WITHOUT_DISCOUNT)) {
      cancelled -= order.discount();
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("total", order.total());
    json.put("taxFree", order.taxFree());
    json.put("vat", vat);
    json.put("supply", order.total() - order.taxFree() - vat);
    json.put("discount", order.discount());
    json.put("paid", attempt.wasPaid() ? order.total() - order.discount() : 0L);
    json.put("cancelled", cancelled);
    json.put("cancelledTaxFree", attempt.cancelledTaxFree());
    return json;
  }

  private static Map<String, @Nullable Object> origin(PortOneAttempt attempt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("platformType", attempt.order.platform());
    json.put("ipAddress", "127.0.0.1");
    return json;
  }

  private static Map<String, @Nullable Object> method(PortOneAttempt attempt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    switch (attempt.method) {
      case CARD -> card(json, attempt);
      case EASY_PAY -> {
        json.put("type", "PaymentMethodEasyPay");
        json.put("provider", attempt.easyPayProvider);
        json.put("easyPayMethod", Map.of("type", "PaymentMethodEasyPayMethodCharge"));
      }
      case TRANSFER -> {
        json.put("type", "PaymentMethodTransfer");
        json.put("bank", attempt.bank);
      }
      case MOBILE -> json.put("type", "PaymentMethodMobile");
      case VIRTUAL_ACCOUNT -> account(json, attempt);
    }
    return json;
  }

  private static void card(Map<String, @Nullable Object> json, PortOneAttempt attempt) {
    json.put("type", "PaymentMethodCard");
    Map<String, @Nullable Object> card = new LinkedHashMap<>();
    card.put("publisher", "SHINHAN_CARD");
    card.put("issuer", "SHINHAN_CARD");
    card.put("brand", "LOCAL");
    card.put("type", "CREDIT");
    card.put("ownerType", "PERSONAL");
    card.put("bin", attempt.cardNumber.substring(0, 6));
    card.put("name", "샌드박스카드");
    card.put("number", attempt.cardNumber);
    json.put("card", card);
    if (attempt.wasPaid()) {
      json.put("approvalNumber", "00000000");
    }
    Map<String, @Nullable Object> installment = new LinkedHashMap<>();
    installment.put("month", attempt.installmentMonths);
    installment.put("isInterestFree", false);
    json.put("installment", installment);
    json.put("pointUsed", false);
  }

  private static void account(Map<String, @Nullable Object> json, PortOneAttempt attempt) {
    json.put("type", "PaymentMethodVirtualAccount");
    PortOneAccount issued = attempt.account;
    if (issued != null) {
      json.put("bank", issued.bank);
      json.put("accountNumber", issued.number);
      json.put("accountType", issued.fixed ? "FIXED" : "NORMAL");
      json.put("remitteeName", issued.holder);
      put(json, "remitterName", issued.depositor);
      json.put("expiredAt", issued.due.toString());
      json.put("issuedAt", issued.issuedAt.toString());
      put(json, "refundStatus", attempt.refundStatus());
    }
  }

  /** {@code PaymentResponse}: what {@code requestPayment} resolves to. No amount comes back. */
  static Map<String, String> response(PortOneAttempt attempt) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("transactionType", "PAYMENT");
    fields.put("txId", attempt.transactionId);
    fields.put("paymentId", attempt.order.paymentId());
    PortOneFailure failure = attempt.failure;
    if (failure != null) {
      fields.put("code", "PGProviderError");
      fields.put("message", failure.pgMessage());
      fields.put("pgCode", failure.pgCode());
      fields.put("pgMessage", failure.pgMessage());
    } else if (attempt.paymentToken != null) {
      fields.put("paymentToken", attempt.paymentToken);
    }
    return fields;
  }

  /** Adds a field, unless it says nothing: PortOne leaves those out. */
  static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
