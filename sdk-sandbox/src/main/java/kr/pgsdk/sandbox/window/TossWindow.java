package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.toss.TossCheckout;
import kr.pgsdk.sandbox.toss.TossChoice;
import org.jspecify.annotations.Nullable;

/** {@code requestPayment} of Toss's three scripts. */
final class TossWindow implements PaymentWindow {
  /** What the buyer did when the window was closed (error-codes). */
  private static final String CLOSED = "PAY_PROCESS_CANCELED";

  private final TossCheckout checkout;
  private final TossRequests requests;
  private final ShopLine line;

  TossWindow(TossCheckout checkout, TossRequests requests, ShopLine line) {
    this.checkout = checkout;
    this.requests = requests;
    this.line = line;
  }

  @Override
  public String name() {
    return "toss";
  }

  @Override
  public boolean refusesLater(Opening opening) {
    return true;
  }

  @Override
  public List<Map<String, String>> refusals() {
    return List.of(
        refusal("REJECT_CARD_COMPANY"),
        refusal("INVALID_STOPPED_CARD"),
        refusal("EXCEED_MAX_DAILY_PAYMENT_COUNT"),
        refusal("EXCEED_MAX_ONE_DAY_AMOUNT"),
        refusal("INVALID_PASSWORD"),
        refusal("PROVIDER_ERROR"),
        refusal("FDS_ERROR"));
  }

  private Map<String, String> refusal(String code) {
    return Map.of("code", code, "text", checkout.words(code));
  }

  @Override
  public WindowSession open(Opening opening) {
    requests.check(opening);
    Fields request = opening.request();
    OrderId orderId = OrderId.of(request.text("orderId", ""));
    Money amount = TossRequests.amount(opening);
    List<String> methods = TossRequests.methods(opening);
    PaymentId id = checkout.open(orderId, amount, methods.get(0).equals("VIRTUAL_ACCOUNT"));
    String orderName = request.text("orderName", "");
    checkout.chosen(id, chosen(opening, null, 0, ""));
    return new WindowSession(this, opening, id, orderId, orderName, amount, methods);
  }

  @Override
  public Map<String, Object> end(WindowSession session, Choice choice) {
    return switch (choice.end()) {
      case CLOSE -> closed(session);
      case FAIL -> {
        checkout.requireCode(choice.code());
        choice.goWrong(line, session.paymentId);
        checkout.abort(session.paymentId, choice.code());
        yield failed(session, choice.code());
      }
      case PAY, REFUSED_LATER, LEAVE -> authenticated(session, choice);
    };
  }

  private Map<String, Object> authenticated(WindowSession session, Choice choice) {
    BigDecimal other = choice.amount();
    Money asked = other == null ? session.amount : Money.of(other, session.amount.currency());
    boolean account = choice.method().equals("VIRTUAL_ACCOUNT");
    // The method is chosen in the window, and a tampered page asks for another amount: both are a
    // payment of their own here, and the one that was opened stays READY.
    PaymentId id =
        other == null && !(account && !session.methods.get(0).equals("VIRTUAL_ACCOUNT"))
            ? session.paymentId
            : checkout.open(session.orderId, asked, account);
    String wallet = choice.method().equals("EASY_PAY") ? choice.with() : null;
    checkout.chosen(id, chosen(session.opening, wallet, choice.months(), choice.with()));
    choice.goWrong(line, id);
    checkout.authenticate(id);
    if (choice.end() == Choice.End.REFUSED_LATER) {
      checkout.requireCode(choice.code());
      checkout.refuse(id, choice.code());
    }
    if (choice.fault() == Choice.Fault.TOO_LATE) {
      checkout.expire(id);
    }
    if (choice.end() == Choice.End.LEAVE) {
      return Map.of();
    }
    Money claimed = choice.fault() == Choice.Fault.HIDDEN_AMOUNT ? session.amount : asked;
    String url = session.opening.request().text("successUrl");
    return url == null
        ? Map.of("result", result(session, id, claimed))
        : Map.of("url", Fields.withQuery(url, checkout.successQuery(id, claimed)));
  }

  private static TossChoice chosen(
      Opening opening, @Nullable String easyPay, int months, String bank) {
    return new TossChoice(
        opening.request().text("orderName", ""),
        easyPay,
        months,
        bank,
        Duration.ofHours(TossRequests.validHours(opening)));
  }

  /** What the promise of a page without addresses is fulfilled with. */
  private static Map<String, Object> result(WindowSession session, PaymentId id, Money claimed) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (session.opening.script().equals("v1")) {
      result.put("paymentKey", id.value());
      result.put("orderId", session.orderId.value());
      result.put("amount", claimed.amount());
      return result;
    }
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("currency", claimed.currency());
    amount.put("value", claimed.amount());
    result.put("paymentType", "NORMAL");
    result.put("paymentKey", id.value());
    result.put("orderId", session.orderId.value());
    result.put("amount", amount);
    return result;
  }

  /** Over the page its script is told (UserCancelError); else the browser leaves for failUrl. */
  private Map<String, Object> closed(WindowSession session) {
    String url = session.opening.request().text("failUrl");
    return session.opening.framed() || url == null
        ? error("USER_CANCEL", "취소되었습니다.")
        : Map.of("url", Fields.withQuery(url, checkout.failQuery(session.paymentId, CLOSED)));
  }

  private Map<String, Object> failed(WindowSession session, String code) {
    String url = session.opening.request().text("failUrl");
    return url == null
        ? error(code, checkout.words(code))
        : Map.of("url", Fields.withQuery(url, checkout.failQuery(session.paymentId, code)));
  }

  private static Map<String, Object> error(String code, String message) {
    return Map.of("error", Map.of("code", code, "message", message));
  }
}
