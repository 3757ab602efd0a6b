package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * What Toss's scripts refuse to open a window for. The rules are those of the published types
 * (@tosspayments/tosspayments-sdk 2.8, payment__types 1.69). Their errors have names there; the
 * codes are made of these names, as {@code USER_CANCEL} is of {@code UserCancelError}. The first
 * version has one code for all.
 */
final class TossRequests {
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");
  private static final Pattern PHONE = Pattern.compile("[0-9]{8,15}");
  private static final int LONGEST = 100;
  private static final int MOST_METADATA = 5;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_VALUE = 2_000;
  private static final int USUAL_HOURS = 168;
  private static final int MOST_HOURS = 2_160;

  /** The methods by their English words, and those of v1. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("카드", "CARD"),
          Map.entry("가상계좌", "VIRTUAL_ACCOUNT"),
          Map.entry("휴대폰", "MOBILE_PHONE"),
          Map.entry("토스페이", "TOSSPAY"),
          Map.entry("계좌이체", "TRANSFER"),
          Map.entry("문화상품권", "CULTURE_GIFT_CERTIFICATE"),
          Map.entry("게임문화상품권", "GAME_GIFT_CERTIFICATE"),
          Map.entry("도서문화상품권", "BOOK_GIFT_CERTIFICATE"),
          Map.entry("해외간편결제", "FOREIGN_EASY_PAY"));

  private static final List<String> EASY_PAY =
      List.of(
          "TOSSPAY",
          "NAVERPAY",
          "SAMSUNGPAY",
          "LPAY",
          "KAKAOPAY",
          "PAYCO",
          "SSG",
          "APPLEPAY",
          "PINPAY",
          "KBPAY");

  private final String clientKey;
  private final String widgetClientKey;

  TossRequests(String clientKey, String widgetClientKey) {
    this.clientKey = clientKey;
    this.widgetClientKey = widgetClientKey;
  }

  /**
   * Returns if a window may open.
   *
   * @throws Refused if not
   */
  void check(Opening opening) {
    boolean first = opening.script().equals("v1");
    Rules rules = new Rules(first);
    String key = opening.script().equals("widget") ? widgetClientKey : clientKey;
    rules.require(opening.key().equals(key), "INVALID_CLIENT_KEY", "클라이언트 키가 올바르지 않습니다.");
    Fields request = opening.request();
    checkAmount(opening, rules);
    String method = method(opening);
    rules.require(
        method.isEmpty() ? first : METHODS.containsValue(method) || EASY_PAY.contains(method),
        "NOT_SUPPORTED_METHOD",
        "지원하지 않는 결제수단입니다: " + method);
    String orderId = request.text("orderId");
    rules.require(
        orderId != null && ORDER_ID.matcher(orderId).matches(),
        "INVALID_PARAMETERS",
        "orderId는 영문 대소문자, 숫자, -, _, = 로 된 6자 이상 64자 이하의 문자열이어야 합니다.");
    String orderName = request.text("orderName");
    rules.require(
        orderName != null && !orderName.isBlank() && orderName.length() <= LONGEST,
        "INVALID_PARAMETERS",
        "orderName은 1자 이상 100자 이하의 문자열이어야 합니다.");
    for (String name : List.of("customerName", "customerEmail")) {
      String text = request.text(name);
      rules.require(
          !request.has(name) || (text != null && text.length() <= LONGEST),
          "INVALID_PARAMETERS",
          name + "은 100자 이하의 문자열이어야 합니다.");
    }
    String phone = request.text("customerMobilePhone");
    rules.require(
        !request.has("customerMobilePhone") || (phone != null && PHONE.matcher(phone).matches()),
        "INVALID_PARAMETERS",
        "customerMobilePhone은 숫자 8자 이상 15자 이하의 문자열이어야 합니다.");
    long hours = validHours(opening);
    rules.require(
        hours > 0 && hours <= MOST_HOURS, "EXCEED_MAX_DUE_DATE", "validHours는 2160 이하여야 합니다.");
    checkAddresses(opening, rules);
    checkMetadata(request, rules);
  }

  private static void checkAmount(Opening opening, Rules rules) {
    @Nullable BigDecimal value = value(opening);
    rules.require(value != null, "INVALID_AMOUNT_VALUE", "결제 금액은 숫자여야 합니다.");
    rules.require(
        value == null || value.signum() >= 0, "BELOW_ZERO_AMOUNT", "결제 금액은 0원 이상이어야 합니다.");
    rules.require(value == null || value.signum() != 0, "INVALID_AMOUNT_VALUE", "결제 금액이 0원입니다.");
    rules.require(
        List.of("KRW", "USD", "JPY").contains(currency(opening)),
        "INVALID_AMOUNT_CURRENCY",
        "결제 통화가 올바르지 않습니다.");
  }

  private static void checkAddresses(Opening opening, Rules rules) {
    Fields request = opening.request();
    boolean promised = !request.has("successUrl") && !request.has("failUrl");
    rules.require(
        promised || Fields.isWebAddress(request.text("successUrl")),
        "INCORRECT_SUCCESS_URL_FORMAT",
        "successUrl은 오리진을 포함한 http 또는 https 주소여야 합니다.");
    rules.require(
        promised || Fields.isWebAddress(request.text("failUrl")),
        "INCORRECT_FAIL_URL_FORMAT",
        "failUrl은 오리진을 포함한 http 또는 https 주소여야 합니다.");
    rules.require(
        !promised || opening.framed(),
        "NOT_SUPPORTED_PROMISE",
        "이 환경에서는 successUrl과 failUrl이 필요합니다.");
    String target = request.text("windowTarget");
    rules.require(
        !request.has("windowTarget")
            || (target != null && List.of("self", "iframe").contains(target)),
        "INVALID_PARAMETERS",
        "windowTarget은 self 또는 iframe이어야 합니다.");
  }

  private static void checkMetadata(Fields request, Rules rules) {
    Map<String, @Nullable Object> metadata = request.object("metadata").all();
    boolean kept =
        metadata.size() <= MOST_METADATA
            && metadata.entrySet().stream()
                .allMatch(
                    pair ->
                        pair.getKey().matches("[^\\[\\]]{1," + LONGEST_NAME + "}")
                            && pair.getValue() instanceof String text
                            && text.length() <= LONGEST_VALUE);
    rules.require(kept, "INVALID_METADATA", "metadata는 문자열로 된 5쌍 이하여야 합니다.");
  }

  /** The method by its English word; empty if the page leaves it to the window. */
  private static String method(Opening opening) {
    String method = opening.request().text("method", opening.method());
    return METHODS.getOrDefault(method, method);
  }

  /** What the window offers: the first is what it begins with. */
  static List<String> methods(Opening opening) {
    String method = method(opening);
    if (method.isEmpty()) {
      return List.of("CARD", "EASY_PAY", "VIRTUAL_ACCOUNT");
    }
    if (method.equals("VIRTUAL_ACCOUNT")) {
      return List.of("VIRTUAL_ACCOUNT");
    }
    if (EASY_PAY.contains(method)) {
      return List.of("EASY_PAY");
    }
    return method.equals("CARD") ? List.of("CARD", "EASY_PAY") : List.of("CARD");
  }

  private static @Nullable BigDecimal value(Opening opening) {
    return opening.script().equals("v1")
        ? opening.request().number("amount")
        : opening.request().object("amount").number("value");
  }

  private static String currency(Opening opening) {
    return opening.script().equals("v1")
        ? opening.request().text("currency", "KRW")
        : opening.request().object("amount").text("currency", "");
  }

  /** How long an account is open: seven days, unless the page says otherwise, 90 at most. */
  static long validHours(Opening opening) {
    Fields request = opening.request();
    Fields where = opening.script().equals("v1") ? request : request.object("virtualAccount");
    BigDecimal hours = where.number("validHours");
    return hours == null ? USUAL_HOURS : hours.longValue();
  }

  /** The amount of a request that was checked. */
  static Money amount(Opening opening) {
    BigDecimal value = value(opening);
    try {
      return Money.of(value == null ? BigDecimal.ZERO : value, currency(opening));
    } catch (IllegalArgumentException e) {
      throw new Refused("INVALID_AMOUNT_VALUE", "결제 금액이 올바르지 않습니다.");
    }
  }

  /** Refuses under one code in the first version, under its own in the second. */
  private record Rules(boolean first) {
    void require(boolean kept, String code, String message) {
      if (!kept) {
        throw new Refused(first ? "INVALID_PARAMETER" : code, message);
      }
    }
  }
}
