package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.iamport.IamportCheckout;
import kr.pgsdk.sandbox.wire.Json;

/** {@code IMP.request_pay} (payrq, payrt). */
final class IamportWindow implements PaymentWindow {
  private static final int LONGEST = 40;

  /** The code of what was refused before a window; of two the documentation shows one. */
  private static final String INVALID = "F1001";

  private static final String PAID_ALREADY = "F1002"; // iamport-manual issue 6

  private static final List<String> EASY_PAY =
      List.of(
          "kakaopay",
          "naverpay",
          "tosspay",
          "payco",
          "samsungpay",
          "applepay",
          "lpay",
          "kpay",
          "ssgpay",
          "skpay",
          "pinpay",
          "naverpay_card",
          "naverpay_point",
          "tosspay_card",
          "tosspay_money",
          "toss_brandpay");

  private static final List<String> OTHERS =
      List.of(
          "card",
          "trans",
          "phone",
          "cultureland",
          "smartculture",
          "culturegift",
          "booknlife",
          "point",
          "wechat",
          "alipay",
          "unionpay",
          "ssgpay_bank",
          "paypal");

  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final int DAY_DIGITS = 8;
  private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final IamportCheckout checkout;
  private final String userCode;
  private final ShopLine line;
  private final Clock clock;

  IamportWindow(IamportCheckout checkout, String userCode, ShopLine line, Clock clock) {
    this.clock = clock;
    this.checkout = checkout;
    this.userCode = userCode;
    this.line = line;
  }

  @Override
  public String name() {
    return "iamport";
  }

  @Override
  public boolean refusesLater(Opening opening) {
    return false;
  }

  @Override
  public List<Map<String, String>> refusals() {
    return List.of(
        Map.of("code", "F400", "text", "카드사 승인이 거절되었습니다."),
        Map.of("code", "F401", "text", "한도가 초과되었습니다."),
        Map.of("code", "F402", "text", "잔액이 부족합니다."),
        Map.of("code", "F403", "text", "비밀번호가 일치하지 않습니다."));
  }

  @Override
  public WindowSession open(Opening opening) {
    Fields request = opening.request();
    if (!opening.key().equals(userCode)) {
      throw new Refused(INVALID, "IMP.init의 고객사 식별코드가 올바르지 않습니다.");
    }
    String merchantUid = request.text("merchant_uid");
    require(
        merchantUid != null && !merchantUid.isBlank() && merchantUid.length() <= LONGEST,
        "merchant_uid는 1자 이상 40자 이하의 문자열이어야 합니다.");
    BigDecimal amount = request.number("amount");
    require(amount != null && amount.signum() > 0, "amount는 0보다 큰 숫자여야 합니다. 문자열은 받지 않습니다.");
    for (String name : List.of("name", "channelKey", "pg", "pay_method", "currency")) {
      require(!request.has(name) || request.text(name) != null, name + "은(는) 문자열이어야 합니다.");
    }
    String name = request.text("name", "");
    require(name.length() <= LONGEST, "name은 40자 이하여야 합니다.");
    String redirect = request.text("m_redirect_url");
    require(
        !request.has("m_redirect_url") || Fields.isWebAddress(redirect),
        "m_redirect_url은 http 또는 https 주소여야 합니다.");
    for (String url : request.texts("notice_url")) {
      require(Fields.isWebAddress(url), "notice_url은 http 또는 https 주소여야 합니다.");
    }
    Instant unused = due(request);
    List<String> methods = methods(request.text("pay_method", "card"));
    OrderId orderId;
    Money money;
    try {
      orderId = OrderId.of(String.valueOf(merchantUid));
      money = Money.of(amount == null ? BigDecimal.ZERO : amount, request.text("currency", "KRW"));
    } catch (IllegalArgumentException e) {
      throw new Refused(INVALID, "요청이 올바르지 않습니다: " + e.getMessage());
    }
    PaymentId id = opened(orderId, money);
    checkout.chosen(id, said(request));
    tellWhereAsked(request, id);
    return new WindowSession(this, opening, id, orderId, name, money, methods);
  }

  private PaymentId opened(OrderId orderId, Money money) {
    try {
      return checkout.open(orderId, money, false);
    } catch (IllegalStateException e) {
      throw String.valueOf(e.getMessage()).contains("paid already")
          ? new Refused(PAID_ALREADY, "이미 결제가 이루어진 거래건입니다.")
          : new Refused(INVALID, "사전등록된 결제금액과 일치하지 않아 결제창을 열 수 없습니다.");
    }
  }

  /** The webhooks of a payment with {@code notice_url} go there alone. */
  private void tellWhereAsked(Fields request, PaymentId id) {
    List<URI> urls = request.texts("notice_url").stream().map(URI::create).toList();
    if (!urls.isEmpty()) {
      line.sendWebhooksInstead(id, urls);
    }
  }

  /** {@code vbank_due} in one of its four forms, in Korea; two days from now without one. */
  private Instant due(Fields request) {
    String digits = request.text("vbank_due", "").replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return clock.instant().plus(TWO_DAYS);
    }
    try {
      String whole = digits.length() == DAY_DIGITS ? digits + "235959" : digits;
      return LocalDateTime.parse(whole, DUE).toInstant(ZoneOffset.ofHours(9));
    } catch (DateTimeException e) {
      throw new Refused(INVALID, "vbank_due를 읽을 수 없습니다.");
    }
  }

  private static Map<String, Object> said(Fields request) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (String name :
        List.of("name", "buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode")) {
      String text = request.text(name);
      if (text != null) {
        said.put(name, text);
      }
    }
    if (request.has("custom_data")) {
      said.put("custom_data", Json.write(request.get("custom_data"), Json.Style.PLAIN));
    }
    return said;
  }

  private static List<String> methods(String payMethod) {
    if (payMethod.equals("vbank")) {
      return List.of("VIRTUAL_ACCOUNT");
    }
    if (EASY_PAY.contains(payMethod)) {
      return List.of("EASY_PAY");
    }
    require(OTHERS.contains(payMethod), "pay_method를 알 수 없습니다: " + payMethod);
    return payMethod.equals("card") ? List.of("CARD", "EASY_PAY") : List.of("CARD");
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new Refused(INVALID, rule);
    }
  }

  @Override
  public Map<String, Object> end(WindowSession session, Choice choice) {
    PaymentId id = session.paymentId;
    if (choice.amount() != null && choice.end() == Choice.End.PAY) {
      return tampered(session, choice, choice.amount());
    }
    choice.goWrong(line, id);
    switch (choice.end()) {
      case PAY, LEAVE -> pay(session, id, choice);
      case FAIL, REFUSED_LATER -> checkout.fail(id, words(choice.code(), "카드사 승인이 거절되었습니다."));
      case CLOSE -> {}
    }
    return choice.end() == Choice.End.LEAVE ? Map.of() : back(session, id, session.amount);
  }

  private void pay(WindowSession session, PaymentId id, Choice choice) {
    switch (choice.method()) {
      case "VIRTUAL_ACCOUNT" ->
          checkout.chooseAccount(id, choice.with(), due(session.opening.request()));
      case "EASY_PAY" -> {
        String wallet = choice.with().isEmpty() ? "kakaopay" : choice.with();
        checkout.chosen(id, Map.of("pay_method", wallet, "emb_pg_provider", wallet));
        checkout.pay(id);
      }
      default -> {
        checkout.chosen(id, Map.of("card_quota", choice.months()));
        checkout.pay(id);
      }
    }
  }

  /** A page that asks for another amount gets a window of its own, or none. */
  private Map<String, Object> tampered(WindowSession session, Choice choice, BigDecimal amount) {
    Money asked = Money.of(amount, session.amount.currency());
    PaymentId id;
    try {
      id = opened(session.orderId, asked);
    } catch (Refused refused) {
      return error(session, refused);
    }
    checkout.chosen(id, said(session.opening.request()));
    tellWhereAsked(session.opening.request(), id);
    choice.goWrong(line, id);
    pay(session, id, choice);
    return back(session, id, choice.fault() == Choice.Fault.HIDDEN_AMOUNT ? session.amount : asked);
  }

  private Map<String, Object> back(WindowSession session, PaymentId id, Money claimed) {
    String redirect = session.opening.request().text("m_redirect_url");
    if (session.opening.framed()) {
      return Map.of("result", Json.object(checkout.callback(id, claimed)));
    }
    return redirect == null
        ? Map.of()
        : Map.of("url", Fields.withQuery(redirect, checkout.redirectQuery(id)));
  }

  private static Map<String, Object> error(WindowSession session, Refused refused) {
    String redirect = session.opening.request().text("m_redirect_url");
    if (session.opening.framed()) {
      return Map.of("result", refusal(session.orderId.value(), refused));
    }
    return redirect == null
        ? Map.of()
        : Map.of(
            "url",
            Fields.withQuery(
                redirect,
                "merchant_uid="
                    + Fields.encoded(session.orderId.value())
                    + "&error_code="
                    + refused.code
                    + "&error_msg="
                    + Fields.encoded(String.valueOf(refused.getMessage()))));
  }

  /** What the page's function is given when no window opened. */
  static Map<String, Object> refusal(String merchantUid, Refused refused) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("success", false);
    result.put("merchant_uid", merchantUid);
    result.put("error_code", refused.code);
    result.put("error_msg", String.valueOf(refused.getMessage()));
    return result;
  }
}
