package kr.pgsdk.iamport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.internal.flow.ScriptParameters;
import org.jspecify.annotations.Nullable;

/** The argument of {@code IMP.request_pay} (payrq). */
final class IamportCheckoutPage {
  private static final Map<CheckoutMethod, String> WORDS =
      Map.of(
          CheckoutMethod.CARD, "card",
          CheckoutMethod.TRANSFER, "trans",
          CheckoutMethod.VIRTUAL_ACCOUNT, "vbank",
          CheckoutMethod.MOBILE_PHONE, "phone");

  private static final Set<String> FROM_THE_ORDER = Set.of("merchant_uid", "amount", "currency");

  private IamportCheckoutPage() {}

  /** Returns what the page hands over, with this channel unless the request names another. */
  static CheckoutParameters of(PrepareRequest request, @Nullable String channelKey) {
    CheckoutOptions options = request.checkout();
    Map<String, Object> asked = new LinkedHashMap<>();
    // pg is the older word for a channel: it would contradict a key beside it.
    if (channelKey != null && !options.parameters().containsKey("pg")) {
      asked.put("channelKey", channelKey);
    }
    options
        .method()
        .ifPresent(method -> asked.put("pay_method", WORDS.getOrDefault(method, method.text())));
    asked.put("merchant_uid", request.orderId().value());
    request.orderName().ifPresent(name -> asked.put("name", name));
    asked.put("amount", request.money().amount());
    asked.put("currency", request.money().currency());
    options.returnUrl().ifPresent(url -> asked.put("m_redirect_url", url));
    options.buyerName().ifPresent(name -> asked.put("buyer_name", name));
    options.buyerEmail().ifPresent(email -> asked.put("buyer_email", email));
    options.buyerPhone().ifPresent(phone -> asked.put("buyer_tel", phone));
    ScriptParameters.add(asked, options, FROM_THE_ORDER);
    return CheckoutParameters.of(Map.of("request_pay", asked));
  }
}
