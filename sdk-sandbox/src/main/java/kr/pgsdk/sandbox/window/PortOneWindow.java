package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.portone.PortOneAgreements;
import kr.pgsdk.sandbox.portone.PortOneCheckout;
import kr.pgsdk.sandbox.portone.PortOneChoice;
import kr.pgsdk.sandbox.portone.PortOneRequest;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.WireRequest;

/**
 * {@code PortOne.requestPayment}, {@code requestIssueBillingKey} and {@code
 * requestIdentityVerification}. What goes wrong is a value with a {@code code}, never a rejected
 * promise.
 */
final class PortOneWindow implements PaymentWindow {
  private static final String BILLING = "billing";
  private static final String IDENTITY = "identity";
  private static final String BY_COMPANY = "PGProviderError";
  private static final String CLOSED = "PAY_PROCESS_CANCELED";
  private static final String PAID_ALREADY = "PaymentAlreadyPaid";
  private static final String PAID_ALREADY_WORDS = "이미 결제가 완료된 paymentId입니다.";
  private static final String CLOSED_WORDS = "사용자가 결제를 취소하였습니다.";

  private final PortOneCheckout checkout;
  private final PortOneAgreements agreements;
  private final PortOneRequests requests;
  private final ShopLine line;
  private final RandomGenerator random;

  PortOneWindow(
      PortOneCheckout checkout,
      PortOneAgreements agreements,
      PortOneRequests requests,
      ShopLine line,
      RandomGenerator random) {
    this.checkout = checkout;
    this.agreements = agreements;
    this.requests = requests;
    this.line = line;
    this.random = random;
  }

  @Override
  public String name() {
    return "portone";
  }

  @Override
  public boolean refusesLater(Opening opening) {
    return opening.script().equals("payment")
        && checkout.isManual(opening.request().text("channelKey", ""));
  }

  @Override
  public List<Map<String, String>> refusals() {
    return List.of(
        Map.of("code", "REJECT_CARD_COMPANY", "text", "카드사 승인이 거절되었습니다."),
        Map.of("code", "EXCEED_MAX_AMOUNT", "text", "한도가 초과되었습니다."),
        Map.of("code", "INVALID_STOPPED_CARD", "text", "정지된 카드입니다."),
        Map.of("code", "PROVIDER_ERROR", "text", "일시적인 오류가 발생했습니다."));
  }

  @Override
  public WindowSession open(Opening opening) {
    Fields request = opening.request();
    if (opening.script().equals(BILLING)) {
      String channel = requests.channel(opening);
      if (!request.text("billingKeyMethod", "").equals("CARD")) {
        throw new Refused(PortOneRequests.BAD_REQUEST, "샌드박스의 빌링키는 billingKeyMethod CARD뿐입니다.");
      }
      return withoutPayment(opening, request.text("issueId", channel), "issueName");
    }
    if (opening.script().equals(IDENTITY)) {
      String unused = requests.channel(opening);
      String id = request.text("identityVerificationId", "");
      if (id.isBlank()) {
        throw new Refused(PortOneRequests.BAD_REQUEST, "identityVerificationId는 필수 문자열입니다.");
      }
      return withoutPayment(opening, id, "orderName");
    }
    PortOneRequest asked = asked(opening);
    PaymentId id = opened(asked);
    return new WindowSession(
        this,
        opening,
        id,
        OrderId.of(asked.paymentId()),
        asked.orderName(),
        asked.money(),
        PortOneRequests.methods(request));
  }

  private WindowSession withoutPayment(Opening opening, String id, String nameField) {
    return new WindowSession(
        this,
        opening,
        PaymentId.of(id),
        OrderId.of(id),
        opening.request().text(nameField, ""),
        Money.krw(0),
        List.of("CARD"));
  }

  private PortOneRequest asked(Opening opening) {
    return requests.payment(opening, !opening.framed());
  }

  private PaymentId opened(PortOneRequest asked) {
    try {
      return checkout.open(asked);
    } catch (IllegalStateException e) {
      String code = String.valueOf(e.getMessage());
      throw new Refused(
          code, code.equals(PAID_ALREADY) ? PAID_ALREADY_WORDS : "사전 등록된 결제 정보와 일치하지 않습니다.");
    }
  }

  @Override
  public Map<String, Object> end(WindowSession session, Choice choice) {
    if (!session.opening.script().equals("payment")) {
      return endWithoutPayment(session, choice);
    }
    return switch (choice.end()) {
      case CLOSE -> back(session, refused(session, CLOSED, CLOSED_WORDS));
      case FAIL -> {
        choice.goWrong(line, session.paymentId);
        checkout.fail(session.paymentId, choice.code(), words(choice.code()));
        yield back(session, checkout.response(session.paymentId));
      }
      case PAY, REFUSED_LATER, LEAVE -> paid(session, choice);
    };
  }

  private Map<String, Object> paid(WindowSession session, Choice choice) {
    PaymentId id = session.paymentId;
    BigDecimal other = choice.amount();
    if (other != null) {
      // A page that asks for another amount gets a window of its own, or none.
      PortOneRequest asked = asked(session.opening);
      try {
        id = opened(asked.asking(Money.of(other, session.amount.currency()).minorUnits()));
      } catch (Refused refused) {
        return back(session, failed(session, refused.code, String.valueOf(refused.getMessage())));
      }
    }
    checkout.choose(id, chosen(session, choice));
    choice.goWrong(line, id);
    if (choice.end() == Choice.End.REFUSED_LATER) {
      checkout.refuse(id, choice.code(), words(choice.code()), 1, false);
    }
    try {
      checkout.pay(id);
    } catch (IllegalStateException e) { // this attempt is over, or another tab's has paid
      return back(session, failed(session, PAID_ALREADY, PAID_ALREADY_WORDS));
    }
    if (choice.fault() == Choice.Fault.TOO_LATE) {
      checkout.expire(id);
    }
    return choice.end() == Choice.End.LEAVE ? Map.of() : back(session, checkout.response(id));
  }

  private PortOneChoice chosen(WindowSession session, Choice choice) {
    Duration within = requests.depositWithin(session.opening.request());
    String wallet = choice.method().equals("EASY_PAY") ? choice.with() : "";
    return new PortOneChoice(
        choice.method(),
        wallet.isEmpty() ? "KAKAOPAY" : wallet,
        choice.months(),
        choice.with(),
        within);
  }

  private Map<String, Object> endWithoutPayment(WindowSession session, Choice choice) {
    boolean isBilling = session.opening.script().equals(BILLING);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("transactionType", isBilling ? "ISSUE_BILLING_KEY" : "IDENTITY_VERIFICATION");
    String channel = session.opening.request().text("channelKey", checkout.usualChannelKey());
    boolean done = choice.end() == Choice.End.PAY || choice.end() == Choice.End.LEAVE;
    if (!isBilling) {
      fields.put("identityVerificationId", session.orderId.value());
      fields.put("identityVerificationTxId", RandomTexts.hex(random, 32));
      if (done) {
        agreements.verifyIdentity(session.orderId.value(), "김구매");
      }
    } else if (done && checkout.isManual(channel)) {
      fields.put("billingKey", "NEEDS_CONFIRMATION");
      fields.put("billingIssueToken", agreements.agreeToBillingKey(TestCard.GOOD));
    } else if (done) {
      fields.put("billingKey", agreements.issueBillingKey(TestCard.GOOD, channel));
    }
    if (!done) {
      boolean closed = choice.end() == Choice.End.CLOSE;
      fields.put("code", BY_COMPANY);
      fields.put("message", closed ? CLOSED_WORDS : words(choice.code()));
      fields.put("pgCode", closed ? CLOSED : choice.code());
      fields.put("pgMessage", closed ? CLOSED_WORDS : words(choice.code()));
    }
    return choice.end() == Choice.End.LEAVE ? Map.of() : back(session, fields);
  }

  private String words(String code) {
    return words(code, "승인이 거절되었습니다.");
  }

  /** The payment company refuses; the attempt stays open. */
  private Map<String, String> refused(WindowSession session, String pgCode, String pgMessage) {
    Map<String, String> fields = failed(session, BY_COMPANY, pgMessage);
    fields.put("pgCode", pgCode);
    fields.put("pgMessage", pgMessage);
    return fields;
  }

  private Map<String, String> failed(WindowSession session, String code, String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("transactionType", "PAYMENT");
    fields.put("txId", session.paymentId.value());
    fields.put("paymentId", session.orderId.value());
    fields.put("code", code);
    fields.put("message", message);
    return fields;
  }

  /** By promise over the page, unless it forces a redirect; else to {@code redirectUrl}. */
  private static Map<String, Object> back(WindowSession session, Map<String, String> fields) {
    Fields request = session.opening.request();
    String redirect = request.text("redirectUrl");
    boolean forced = Boolean.TRUE.equals(request.get("forceRedirect"));
    if (redirect != null && (forced || !session.opening.framed())) {
      return Map.of("url", Fields.withQuery(redirect, WireRequest.form(fields)));
    }
    return Map.of("result", new LinkedHashMap<String, Object>(fields));
  }
}
