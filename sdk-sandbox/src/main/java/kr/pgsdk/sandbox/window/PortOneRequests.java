package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.portone.PortOneCheckout;
import kr.pgsdk.sandbox.portone.PortOneRequest;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * What PortOne's script takes, and what it refuses before a window opens (browser-sdk.yml). The
 * channels are Toss Payments', so its rules of {@code paymentId} and {@code orderName} hold.
 */
final class PortOneRequests {
  static final String BAD_REQUEST = "BadRequest";
  private static final Pattern PAYMENT_ID = Pattern.compile("[A-Za-z0-9\\-_=]{6,64}");
  private static final int LONGEST_NAME = 100;
  private static final Duration USUAL_TIME = Duration.ofDays(7);
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "CARD", List.of("CARD", "EASY_PAY"),
          "EASY_PAY", List.of("EASY_PAY"),
          "VIRTUAL_ACCOUNT", List.of("VIRTUAL_ACCOUNT"),
          "TRANSFER", List.of("TRANSFER"),
          "MOBILE", List.of("MOBILE"));
  private static final List<String> OTHER_METHODS =
      List.of("GIFT_CERTIFICATE", "PAYPAL", "ALIPAY", "CONVENIENCE_STORE", "ALIPAY_PLUS");

  private final PortOneCheckout checkout;
  private final Clock clock;

  PortOneRequests(PortOneCheckout checkout, Clock clock) {
    this.checkout = checkout;
    this.clock = clock;
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new Refused(BAD_REQUEST, rule);
    }
  }

  /** What all three requests have in common; the channel's key. */
  String channel(Opening opening) {
    Fields request = opening.request();
    require(request.text("storeId") != null, "storeId는 필수 문자열입니다.");
    if (!request.text("storeId", "").equals(checkout.storeId())) {
      throw new Refused("StoreNotFound", "storeId에 해당하는 상점이 없습니다.");
    }
    String redirect = request.text("redirectUrl");
    require(
        !request.has("redirectUrl") || Fields.isWebAddress(redirect),
        "redirectUrl은 http 또는 https 주소여야 합니다.");
    require(opening.framed() || redirect != null, "리디렉션 방식에는 redirectUrl이 필요합니다.");
    require(
        request.has("channelKey") != request.has("channelGroupId"),
        "channelKey와 channelGroupId 중 하나를 지정해야 합니다.");
    String key = request.text("channelKey", checkout.usualChannelKey());
    if (!checkout.isChannel(key)) {
      throw new Refused("ChannelNotFound", "channelKey에 해당하는 채널이 없습니다.");
    }
    return key;
  }

  PortOneRequest payment(Opening opening, boolean isMobile) {
    Fields request = opening.request();
    String channelKey = channel(opening);
    String paymentId = request.text("paymentId", "");
    require(
        PAYMENT_ID.matcher(paymentId).matches(), "paymentId는 6~64자의 영문 대소문자, 숫자, -, _, =이어야 합니다.");
    String orderName = request.text("orderName", "");
    require(!orderName.isBlank() && orderName.length() <= LONGEST_NAME, "orderName은 1~100자여야 합니다.");
    long total = whole(request, "totalAmount", true);
    require(total > 0, "totalAmount는 0보다 큰 정수여야 합니다.");
    for (String url : request.texts("noticeUrls")) {
      require(Fields.isWebAddress(url), "noticeUrls는 http 또는 https 주소여야 합니다.");
    }
    require(
        !request.has("confirmUrl") || Fields.isWebAddress(request.text("confirmUrl")),
        "confirmUrl은 http 또는 https 주소여야 합니다.");
    List<String> unused = methods(request);
    return new PortOneRequest(
        paymentId,
        orderName,
        total,
        whole(request, "taxFreeAmount", false),
        currency(request, total),
        customer(request.object("customer")),
        request.has("customData") ? Json.write(request.get("customData"), Json.Style.PLAIN) : null,
        products(request),
        request.texts("noticeUrls").stream().map(URI::create).toList(),
        channelKey,
        isMobile,
        Boolean.TRUE.equals(request.get("isEscrow")));
  }

  private static long whole(Fields request, String name, boolean required) {
    BigDecimal number = request.number(name);
    require(number != null || (!required && !request.has(name)), name + "는 정수여야 합니다.");
    if (number == null) {
      return 0;
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new Refused(BAD_REQUEST, name + "는 최소 단위의 정수여야 합니다.");
    }
  }

  private static String currency(Fields request, long total) {
    String word = request.text("currency", "");
    try {
      return PortOneRequest.currency(word, total);
    } catch (IllegalArgumentException e) {
      throw new Refused(BAD_REQUEST, "currency를 알 수 없습니다: " + word);
    }
  }

  /** How the buyer may pay. */
  static List<String> methods(Fields request) {
    String method = request.text("payMethod", "");
    List<String> methods = METHODS.get(method);
    if (methods == null) {
      throw OTHER_METHODS.contains(method)
          ? new Refused("AllChannelsNotSatisfied", "샌드박스의 채널은 " + method + " 결제를 흉내 내지 않습니다.")
          : new Refused(BAD_REQUEST, "payMethod를 알 수 없습니다: " + method);
    }
    return methods;
  }

  /** How long an account is to be open. */
  Duration depositWithin(Fields request) {
    Fields expiry = request.object("virtualAccount").object("accountExpiry");
    BigDecimal hours = expiry.number("validHours");
    if (hours != null) {
      return Duration.ofHours(hours.longValue());
    }
    String due = expiry.text("dueDate");
    if (due == null) {
      return USUAL_TIME;
    }
    try {
      return Duration.between(clock.instant(), OffsetDateTime.parse(due).toInstant());
    } catch (DateTimeException e) {
      throw new Refused(BAD_REQUEST, "accountExpiry.dueDate를 읽을 수 없습니다.");
    }
  }

  /** The page's words for a customer differ from the payment's. */
  private static Map<String, @Nullable Object> customer(Fields customer) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    put(shown, "id", customer.text("customerId"));
    String first = customer.text("firstName");
    String last = customer.text("lastName");
    put(
        shown,
        "name",
        customer.text("fullName", first == null || last == null ? "" : last + first));
    put(shown, "phoneNumber", customer.text("phoneNumber"));
    put(shown, "email", customer.text("email"));
    put(shown, "zipcode", customer.text("zipcode"));
    return shown;
  }

  private static void put(Map<String, @Nullable Object> shown, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      shown.put(name, text);
    }
  }

  private static List<Object> products(Fields request) {
    List<Object> products = new ArrayList<>();
    if (request.get("products") instanceof List<?> list) {
      for (Object one : list) {
        require(
            one instanceof Map<?, ?> product
                && product.get("id") instanceof String
                && product.get("name") instanceof String
                && product.get("amount") instanceof BigDecimal
                && product.get("quantity") instanceof BigDecimal,
            "products에는 id, name, amount, quantity가 필요합니다.");
        products.add(one);
      }
    }
    return products;
  }
}
