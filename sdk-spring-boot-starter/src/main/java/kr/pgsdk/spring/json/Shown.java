package kr.pgsdk.spring.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.OpenEnum;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.verify.Verification;
import kr.pgsdk.spring.CheckoutPage;

/**
 * What a page may know of a type: no secret, no billing key, no mismatch and no reason, which are
 * for operators. What is absent isn't written.
 *
 * @param json a text, or a map of the SDK's values
 */
record Shown<T>(Class<T> type, Function<T, Object> json) {
  /** All that is written, and never read. */
  static final List<Shown<?>> ALL =
      List.of(
          new Shown<>(OpenEnum.class, OpenEnum::text),
          new Shown<>(PaymentStatus.class, status -> status.known().name()),
          new Shown<>(Confirmation.class, Shown::confirmation),
          new Shown<>(Cancellation.class, Shown::cancellation),
          new Shown<>(Payment.class, Shown::payment),
          new Shown<>(PaymentCancel.class, Shown::cancel),
          new Shown<>(CardPayment.class, Shown::card),
          new Shown<>(VirtualAccount.class, Shown::account),
          new Shown<>(Promotion.class, Shown::promotion),
          new Shown<>(Refusal.class, Shown::refusal),
          new Shown<>(Verification.class, Shown::verification),
          new Shown<>(Transaction.class, Shown::transaction),
          new Shown<>(BillingKeyDetails.class, Shown::billingKey),
          new Shown<>(CheckoutParameters.class, CheckoutParameters::asMap),
          new Shown<>(Preparation.class, Shown::preparation),
          new Shown<>(CheckoutPage.class, Shown::page));

  private static Map<String, Object> confirmation(Confirmation confirmation) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (confirmation instanceof Confirmation.Confirmed confirmed) {
      json.put("state", "CONFIRMED");
      ids(json, confirmed.payment());
    } else if (confirmation instanceof Confirmation.AwaitingDeposit awaiting) {
      json.put("state", "AWAITING_DEPOSIT");
      ids(json, awaiting.payment());
    } else if (confirmation instanceof Confirmation.NotConfirmed not) {
      json.put("state", "NOT_CONFIRMED");
      json.put("reason", not.reason().toString());
      json.put("moneyHeld", not.moneyHeld().name());
      put(json, "code", not.refusal().flatMap(Refusal::code));
    }
    return json;
  }

  private static Map<String, Object> cancellation(Cancellation cancellation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "state",
        cancellation instanceof Cancellation.Pending
            ? "PENDING"
            : cancellation instanceof Cancellation.Cancelled ? "CANCELLED" : "ALREADY_CANCELLED");
    ids(json, cancellation.payment());
    put(json, "cancelledNow", cancellation.cancelledNow());
    json.put("balance", cancellation.payment().balance());
    return json;
  }

  private static Map<String, Object> payment(Payment payment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gateway", payment.gateway());
    ids(json, payment);
    json.put("status", payment.status().known().name());
    json.put("amount", payment.amount());
    json.put("cancelled", payment.cancelled());
    json.put("balance", payment.balance());
    put(json, "orderName", payment.orderName());
    put(json, "method", payment.method());
    put(json, "paidAt", payment.paidAt().map(Instant::toString));
    put(json, "card", payment.card());
    put(json, "virtualAccount", payment.virtualAccount());
    put(json, "receiptUrl", payment.receiptUrl());
    if (!payment.cancels().isEmpty()) {
      json.put("cancels", payment.cancels());
    }
    if (payment.test()) {
      json.put("test", true);
    }
    return json;
  }

  private static void ids(Map<String, Object> json, Payment payment) {
    json.put("orderId", payment.orderId().value());
    json.put("paymentId", payment.paymentId().value());
  }

  private static Map<String, Object> cancel(PaymentCancel cancel) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("amount", cancel.amount());
    json.put("state", cancel.state().name());
    put(json, "cancelledAt", cancel.cancelledAt().map(Instant::toString));
    return json;
  }

  private static Map<String, Object> card(CardPayment card) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "issuerCode", card.issuerCode());
    put(json, "lastDigits", card.lastDigits());
    card.installmentMonths().ifPresent(months -> json.put("installmentMonths", months));
    return json;
  }

  private static Map<String, Object> account(VirtualAccount account) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "bankCode", account.bankCode());
    json.put("number", account.number());
    put(json, "holder", account.holder());
    put(json, "dueAt", account.dueAt().map(Instant::toString));
    return json;
  }

  private static Map<String, Object> promotion(Promotion promotion) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "id", promotion.id());
    json.put("discount", promotion.discount());
    return json;
  }

  private static Map<String, Object> refusal(Refusal refusal) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "code", refusal.code());
    put(json, "message", refusal.message());
    json.put("retryable", refusal.retryable());
    return json;
  }

  private static Map<String, Object> verification(Verification verification) {
    return Map.of("match", verification.isMatch());
  }

  private static Map<String, Object> transaction(Transaction transaction) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "id", transaction.id());
    put(json, "orderId", transaction.orderId());
    json.put("paymentId", transaction.paymentId());
    json.put("kind", transaction.kind().name());
    json.put("amount", transaction.amount());
    json.put("at", transaction.at().toString());
    return json;
  }

  private static Map<String, Object> billingKey(BillingKeyDetails details) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "issuer", details.issuer());
    put(json, "maskedNumber", details.maskedNumber());
    put(json, "issuedAt", details.issuedAt().map(Instant::toString));
    return json;
  }

  private static Map<String, Object> preparation(Preparation preparation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", preparation.orderId());
    json.put("money", preparation.money());
    json.put("checkout", preparation.checkout());
    return json;
  }

  private static Map<String, Object> page(CheckoutPage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("merchant", page.merchant().name());
    json.put("scriptUrl", page.scriptUrl().toString());
    json.put("publicKey", page.publicKey());
    json.put("arguments", page.preparation().checkout());
    return json;
  }

  private static void put(Map<String, Object> json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present));
  }
}
