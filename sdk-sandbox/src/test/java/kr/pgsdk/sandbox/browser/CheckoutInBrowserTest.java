package kr.pgsdk.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossScript;
import kr.pgsdk.toss.TossSecretKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * The pages of docs/checkout.md in a real browser, against the sandbox: all that is replaced are
 * the base URL and the script's address.
 */
@Tag("slow")
class CheckoutInBrowserTest {
  private static final Money PRICE = Money.krw(158_000);
  private static final String NAME = "맨투맨 </script> <b>외</b> 2건 & \"L\" '빨강' 😀";

  private static Browser browser;
  private static Sandbox sandbox;
  private static TestShop shop;
  private static TossGateway toss;
  private static TossGateway widget;
  private static TossGateway first;
  private static PaymentGateway iamport;

  private final OrderId order = OrderId.random();

  @BeforeAll
  static void start() {
    browser = Browser.start();
    sandbox = Sandbox.start();
    shop = new TestShop();
    toss = Gateways.toss(sandbox).build();
    first = Gateways.toss(sandbox).script(TossScript.V1).build();
    widget =
        TossGateway.builder(TossSecretKey.of(sandbox.tossWidgetSecretKey()))
            .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
            .build();
    iamport = Gateways.iamport(sandbox).channelKey("channel-key-1").build();
    sandbox.toss().sendWebhooksTo(URI.create(shop.url() + "/hooks/toss"));
    sandbox.iamport().sendWebhooksTo(URI.create(shop.url() + "/hooks/iamport"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      shop.close();
      sandbox.close();
    }
  }

  @AfterEach
  void nothingIsComplainedAbout() {
    browser.asPhone(false);
    assertThat(browser.complaints()).isEmpty();
  }

  // --- Toss

  @Test
  void tossWindow_overThePage_theBrowserComesBack_andTheConfirmCaptures() throws Exception {
    opens(DocsPage.TOSS_WINDOW, toss, CheckoutMethod.CARD);
    browser.enter("결제창");
    browser.says("#orderName", NAME);
    browser.says("#price", "158,000원");
    browser.keepPicture("toss-window");
    browser.click("#submit");

    Map<String, String> back = comesBack();
    assertThat(back).containsEntry("cart", "7").containsEntry("amount", "158000");
    assertThat(confirms(toss, back)).isInstanceOf(Confirmation.Confirmed.class);
    assertThat(shop.webhook(order))
        .startsWith("/hooks/toss {\"eventType\":\"PAYMENT_STATUS_CHANGED\"");
  }

  @Test
  void tossWindow_refusedOrClosed_thePageIsTold_andNothingIsCaptured() {
    opens(DocsPage.TOSS_WINDOW, toss, CheckoutMethod.CARD);
    browser.enter("결제창");
    browser.says("#price", "158,000원"); // till then there is nothing to close
    browser.press(Keys.ESCAPE);
    browser.leave();
    browser.says("#said", "취소되었습니다.");

    browser.click("#pay");
    tries("FAIL");
    browser.click("#code option[value='EXCEED_MAX_DAILY_PAYMENT_COUNT']");
    browser.keepPicture("toss-window-refused");
    browser.click("#submit");

    assertThat(comesBack())
        .containsEntry("code", "EXCEED_MAX_DAILY_PAYMENT_COUNT")
        .containsEntry("orderId", order.value())
        .containsKey("message");
    assertThat(sandbox.toss().ledger(order).captures()).isZero();
  }

  @Test
  void tossOnAPhone_leavesThePage_easyPay_inEnglish() {
    browser.asPhone(true);
    opens(DocsPage.TOSS_WINDOW, toss, CheckoutMethod.CARD);
    browser.arrives(sandbox.windowUrl() + "/window");
    browser.click("#language");
    browser.says("#submit", "Pay ₩158,000");
    browser.click("label:has(input[value=EASY_PAY])");
    browser.click("label:has(input[value=카카오페이])");
    browser.keepPicture("toss-phone-english");
    browser.click("#submit");

    Confirmation.Confirmed paid = (Confirmation.Confirmed) confirms(toss, comesBack());
    assertThat(paid.payment().method()).contains("간편결제");
  }

  @Test
  void tossOnAPhone_closed_returnsToTheShopWithTheBuyersCode() {
    browser.asPhone(true);
    opens(DocsPage.TOSS_V1, first, CheckoutMethod.CARD);
    browser.arrives(sandbox.windowUrl() + "/window");
    browser.click("#close");

    assertThat(comesBack()).containsEntry("code", "PAY_PROCESS_CANCELED");
  }

  @Test
  void tossV1_tamperedAmount_neverConfirms() {
    opens(DocsPage.TOSS_V1, first, CheckoutMethod.CARD);
    tries("TAMPER");
    browser.type("#amount", "100");
    browser.click("#hidden");
    browser.click("#submit");

    Map<String, String> back = comesBack();
    assertThat(back).containsEntry("amount", "158000");
    assertThat(confirms(first, back)).isInstanceOf(Confirmation.NotConfirmed.class);
    assertThat(sandbox.toss().ledger(order).captures()).isZero();
  }

  @Test
  void tossWidget_termsAndMethodInThePage_theDepositComesLater() throws Exception {
    opens(DocsPage.TOSS_WIDGET, widget, CheckoutMethod.CARD);
    browser.leave();
    browser.says("#said", "필수 약관에 동의해 주세요.");
    browser.enter("약관 동의");
    browser.click("#agreed");
    browser.enter("결제수단");
    browser.click("label:has(input[value=VIRTUAL_ACCOUNT])");
    browser.leave();
    browser.keepPicture("toss-widget");
    browser.click("#pay");
    browser.enter("결제창");
    browser.click("#submit");

    Confirmation waiting = confirms(widget, comesBack());
    assertThat(waiting).isInstanceOf(Confirmation.AwaitingDeposit.class);
    assertThat(shop.webhook(order)).contains("\"status\":\"WAITING_FOR_DEPOSIT\"");
    browser.open(sandbox.bankUrl());
    browser.click(account() + " .primary");
    browser.says(account() + " .state", "입금 완료");
    assertThat(shop.webhook(order)).contains("PAYMENT_STATUS_CHANGED", "\"status\":\"DONE\"");
    assertThat(shop.webhook(order)).contains("\"status\":\"DONE\"", "\"secret\"");
    assertThat(sandbox.toss().ledger(order).captured()).isEqualTo(PRICE);
  }

  @Test
  void tossWithoutAddresses_answersItsPromise() {
    String checkout = "{amount: {currency: 'KRW', value: 100}, method: 'CARD', ";
    opensScript(
        "TossPayments('%s').payment({customerKey: TossPayments.ANONYMOUS}).requestPayment(%s"
                .formatted(sandbox.tossClientKey(), checkout)
            + "orderId: '%s', orderName: '티셔츠'}).then(said, said)".formatted(order),
        sandbox.tossScriptUrl());
    browser.enter("결제창");
    browser.click("#submit");
    browser.leave();

    browser.says("#said", "\"amount\":{\"currency\":\"KRW\",\"value\":100}");
    browser.says("#said", "\"paymentType\":\"NORMAL\"");
  }

  // --- Iamport

  @Test
  void iamport_overThePage_itsFunctionIsCalled_andThePageComesBack() throws Exception {
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.CARD);
    browser.enter("결제창");
    browser.says("#orderName", NAME);
    browser.click("#submit");

    Map<String, String> back = comesBack();
    assertThat(back).containsEntry("merchant_uid", order.value()).containsEntry("cart", "7");
    assertThat(confirms(iamport, back)).isInstanceOf(Confirmation.Confirmed.class);
    assertThat(shop.webhook(order)).startsWith("/hooks/iamport ").contains("\"status\":\"paid\"");
  }

  @Test
  void iamportOnAPhone_refused_comesBackByItself_andAgainPaid() {
    browser.asPhone(true);
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.CARD);
    browser.arrives(sandbox.windowUrl() + "/window");
    browser.keepPicture("iamport-phone");
    browser.click("#trials summary");
    browser.click("label:has(input[value=FAIL])");
    browser.click("#submit");

    assertThat(comesBack()).containsEntry("error_code", "F400").containsKey("error_msg");
    assertThat(sandbox.iamport().ledger(order).captures()).isZero();
  }

  @Test
  void iamport_tamperedAmount_opensNoWindow_andPaysNothing() {
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.CARD);
    tries("TAMPER");
    browser.click("#submit");

    assertThat(comesBack()).containsEntry("error_code", "F1001").doesNotContainKey("imp_uid");
    assertThat(sandbox.iamport().ledger(order).captures()).isZero();
  }

  @Test
  void iamport_browserDies_theShopLearnsByTheWebhook() throws Exception {
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.CARD);
    tries("LEAVE");
    browser.click("#submit");
    browser.says("#over", "상점으로 돌아가지 않았습니다");
    browser.click("#leave");
    browser.leave();

    assertThat(shop.webhook(order)).contains("\"status\":\"paid\"");
    assertThat(browser.has("iframe")).isFalse();
    assertThat(iamport.find(PaymentLookup.byOrderId(order)).orElseThrow().status().known())
        .isEqualTo(PaymentStatus.Known.PAID);
  }

  @Test
  void iamportAccount_tooLate_isClosedAtTheBank() throws Exception {
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.VIRTUAL_ACCOUNT);
    browser.enter("결제창");
    browser.click("label:has(input[name=VIRTUAL_ACCOUNT][value=신한])");
    browser.click("#submit");
    assertThat(confirms(iamport, comesBack())).isInstanceOf(Confirmation.AwaitingDeposit.class);
    assertThat(shop.webhook(order)).contains("\"status\":\"ready\"");

    browser.open(sandbox.bankUrl());
    browser.says(account(), order.value());
    browser.keepPicture("bank");
    browser.click(account() + " button:nth-child(3)");
    browser.says(account() + " .state", "닫힌 계좌");
    assertThat(browser.has(account() + " .primary")).isFalse();
  }

  @Test
  void windowForTheKeyboard_nothingBehindItCanBeReached_andFocusReturns() {
    opens(DocsPage.IAMPORT, iamport, CheckoutMethod.CARD);
    browser.enter("결제창");
    browser.says("#title", "아임포트");
    browser.leave();
    assertThat(browser.run("return document.getElementById('pay').closest('[inert]') !== null"))
        .isEqualTo(true);
    browser.enter("결제창");
    assertThat(browser.run("return document.querySelector('main').getAttribute('role')"))
        .isEqualTo("dialog");
    browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);

    assertThat(comesBack()).containsEntry("error_code", "F1001");
  }

  // --- helpers

  /** Prepares the order, opens the docs' page, and presses its button. */
  private void opens(DocsPage page, PaymentGateway gateway, CheckoutMethod method) {
    CheckoutOptions options =
        CheckoutOptions.builder()
            .method(method)
            .returnUrl(shop.url() + "/return?cart=7")
            .buyerName("홍길동")
            .build();
    String checkout =
        gateway
            .prepare(PrepareRequest.builder(order, PRICE).orderName(NAME).checkout(options).build())
            .checkout()
            .toJson();
    String script =
        switch (page) {
          case TOSS_WINDOW, TOSS_WIDGET -> sandbox.tossScriptUrl();
          case TOSS_V1 -> sandbox.tossV1ScriptUrl();
          case IAMPORT -> sandbox.iamportScriptUrl();
        };
    String key =
        switch (page) {
          case TOSS_WINDOW, TOSS_V1 -> sandbox.tossClientKey();
          case TOSS_WIDGET -> sandbox.tossWidgetClientKey();
          case IAMPORT -> sandbox.iamportUserCode();
        };
    browser.open(shop.page("/checkout", page.html(script, key, checkout)));
    if (page == DocsPage.TOSS_WIDGET) {
      browser.enter("약관 동의");
      browser.says("#agreement", "약관");
      browser.leave();
    }
    browser.click("#pay");
  }

  private void opensScript(String script, String url) {
    browser.open(
        shop.page(
            "/script", "<script src=\"" + url + "\"></script><script>" + script + "</script>"));
  }

  private static void tries(String outcome) {
    browser.enter("결제창");
    browser.click("#trials summary");
    browser.click("label:has(input[value=" + outcome + "])");
  }

  private String account() {
    return "article[data-order='" + order + "']";
  }

  /** Waits until the browser is back at the shop, and reads what it brings. */
  private static Map<String, String> comesBack() {
    String query = URI.create(browser.arrives(shop.url() + "/return")).getRawQuery();
    Map<String, String> back = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      back.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return back;
  }

  private Confirmation confirms(PaymentGateway gateway, Map<String, String> back) {
    String id = back.getOrDefault("paymentKey", back.getOrDefault("imp_uid", ""));
    return gateway.confirm(ConfirmRequest.builder(PaymentId.of(id), order, PRICE).build());
  }
}
