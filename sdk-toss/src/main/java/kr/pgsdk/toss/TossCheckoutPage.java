package kr.pgsdk.toss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.internal.flow.ScriptParameters;
import kr.pgsdk.toss.internal.TossFields;

/**
 * The arguments of Toss's scripts, by the types that Toss publishes for them
 * (@tosspayments/tosspayments-sdk 2.8 and payment__types 1.69).
 */
final class TossCheckoutPage {
  /** What {@code TossPayments.ANONYMOUS} is: a buyer whom the shop has no number for. */
  private static final String GUEST = "@@ANONYMOUS";

  private static final Set<String> FROM_THE_ORDER = Set.of("orderId", "amount", "currency");

  // The first version knows the English words only of late.
  private static final Map<CheckoutMethod, String> V1_WORDS =
      Map.of(
          CheckoutMethod.CARD, "카드",
          CheckoutMethod.TRANSFER, "계좌이체",
          CheckoutMethod.VIRTUAL_ACCOUNT, "가상계좌",
          CheckoutMethod.MOBILE_PHONE, "휴대폰");

  private final TossScript script;

  TossCheckoutPage(TossScript script) {
    this.script = script;
  }

  /**
   * Returns what the page hands over.
   *
   * @throws IllegalArgumentException if Toss would refuse a part of it
   */
  CheckoutParameters of(PrepareRequest request) {
    TossFields.requireOrderId(request.orderId());
    request.orderName().ifPresent(TossRules::orderName);
    CheckoutOptions options = request.checkout();
    CheckoutMethod method = options.method().orElse(CheckoutMethod.CARD);
    Map<String, Object> customer =
        Map.of(
            "customerKey", options.customerKey().map(TossRules::scriptCustomerKey).orElse(GUEST));
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("currency", request.money().currency());
    amount.put("value", request.money().amount());
    Map<String, Object> functions = new LinkedHashMap<>();
    Map<String, Object> asked = new LinkedHashMap<>();
    switch (script) {
      case PAYMENT_WINDOW -> {
        functions.put("payment", customer);
        asked.put("method", method.text());
        asked.put("amount", amount);
        functions.put("requestPayment", asked);
      }
      case PAYMENT_WIDGET -> {
        functions.put("widgets", customer);
        functions.put("setAmount", amount);
        functions.put("requestPayment", asked);
      }
      case V1 -> {
        asked.put("amount", request.money().amount());
        asked.put("currency", request.money().currency());
        functions.put(
            "requestPayment",
            new ArrayList<>(List.of(V1_WORDS.getOrDefault(method, method.text()), asked)));
      }
    }
    order(asked, request);
    return CheckoutParameters.of(functions);
  }

  private static void order(Map<String, Object> asked, PrepareRequest request) {
    CheckoutOptions options = request.checkout();
    asked.put("orderId", request.orderId().value());
    request.orderName().ifPresent(name -> asked.put("orderName", name));
    options.returnUrl().ifPresent(url -> asked.put("successUrl", url));
    options.failUrl().ifPresent(url -> asked.put("failUrl", url));
    options
        .buyerName()
        .ifPresent(name -> asked.put("customerName", TossRules.customer(name, "customerName")));
    options
        .buyerEmail()
        .ifPresent(email -> asked.put("customerEmail", TossRules.customer(email, "customerEmail")));
    options.buyerPhone().ifPresent(phone -> asked.put("customerMobilePhone", phone));
    ScriptParameters.add(asked, options, FROM_THE_ORDER);
  }
}
