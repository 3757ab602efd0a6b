package kr.pgsdk.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.internal.flow.ScriptParameters;
import org.jspecify.annotations.Nullable;

/** The argument of {@code PortOne.requestPayment} (the browser SDK's PaymentRequestBase). */
final class PortOneCheckoutPage {
  private static final Map<CheckoutMethod, String> WORDS =
      Map.of(CheckoutMethod.MOBILE_PHONE, "MOBILE");

  private static final Set<String> FROM_THE_ORDER = Set.of("paymentId", "totalAmount", "currency");

  private PortOneCheckoutPage() {}

  /** Returns what the page hands over, with this store and channel unless the request says else. */
  static CheckoutParameters of(
      PrepareRequest request, @Nullable String storeId, @Nullable String channelKey) {
    CheckoutOptions options = request.checkout();
    Map<String, Object> asked = new LinkedHashMap<>();
    if (storeId != null) {
      asked.put("storeId", storeId);
    }
    if (channelKey != null && !options.parameters().containsKey("channelGroupId")) {
      asked.put("channelKey", channelKey);
    }
    asked.put("paymentId", request.orderId().value());
    request.orderName().ifPresent(name -> asked.put("orderName", name));
    asked.put("totalAmount", request.money().minorUnits());
    // The REST API says KRW, the script CURRENCY_KRW.
    asked.put("currency", "CURRENCY_" + request.money().currency());
    CheckoutMethod method = options.method().orElse(CheckoutMethod.CARD);
    asked.put("payMethod", WORDS.getOrDefault(method, method.text()));
    options.returnUrl().ifPresent(url -> asked.put("redirectUrl", url));
    Map<String, Object> customer = customer(options);
    if (!customer.isEmpty()) {
      asked.put("customer", customer);
    }
    ScriptParameters.add(asked, options, FROM_THE_ORDER);
    return CheckoutParameters.of(Map.of("requestPayment", asked));
  }

  private static Map<String, Object> customer(CheckoutOptions options) {
    Map<String, Object> customer = new LinkedHashMap<>();
    options.customerKey().ifPresent(key -> customer.put("customerId", key));
    options.buyerName().ifPresent(name -> customer.put("fullName", name));
    options.buyerEmail().ifPresent(email -> customer.put("email", email));
    options.buyerPhone().ifPresent(phone -> customer.put("phoneNumber", phone));
    return customer;
  }
}
