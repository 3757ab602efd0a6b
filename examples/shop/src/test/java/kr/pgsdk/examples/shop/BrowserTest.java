package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shop's flows in a real browser, at both gateways. Pictures are kept in target/screenshots.
 */
@Tag("slow")
@ShopTest
class BrowserTest {
  private static Browser browser;

  @LocalServerPort int port;
  @Autowired Sandbox sandbox;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void anotherBuyer() {
    browser.asPhone(false);
    browser.open(shop("/"));
    browser.forget();
  }

  // --- Goods

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void goods_paidByCard(String gateway) {
    long before = stock("sejak");
    browser.open(shop("/"));
    browser.keepPicture("shelf");
    order("sejak", gateway, "CARD");
    browser.keepPicture("pay-" + gateway);
    opensTheWindow();
    browser.click("#submit");

    standing("PAID");
    browser.keepPicture("paid-" + gateway);
    assertThat(stock("sejak")).isEqualTo(before - 1);
    browser.shows("#receipt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void buyerChangesTheirMind_isToldSo_andGivesUp(String gateway) {
    order("sejak", gateway, "CARD");
    opensTheWindow();
    browser.click("#close");
    standing("OPEN");
    assertThat(browser.url()).containsPattern("came=(gave_up|not_yet)");
    browser.keepPicture("gave-up-" + gateway);
    browser.submit("#give-up");
    standing("ENDED");
    browser.keepPicture("ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void cardIsRefused_isToldSo_andTheNextOnePays(String gateway) {
    order("sejak", gateway, "CARD");
    opensTheWindow();
    tries("FAIL");
    standing("OPEN");
    browser.shows(".notice[data-came]");
    browser.keepPicture("refused-" + gateway);
    browser.click("#to-pay");
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");
  }

  @Test
  void cardIsRefusedAtTheConfirm_nothingIsCaptured() {
    order("sejak", "toss", "CARD");
    opensTheWindow();
    tries("REFUSED_LATER");
    standing("OPEN");
    browser.shows("[data-came=REFUSED]");
    assertThat(captured()).isZero();
  }

  @Test
  void amountTamperedWith_atToss_nothingIsCaptured() {
    order("sejak", "toss", "CARD");
    opensTheWindow();
    tries("TAMPER");
    standing("OPEN");
    browser.shows("[data-came=MISMATCH]");
    browser.keepPicture("tampered-toss");
    assertThat(captured()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void answerIsLost_theOrderIsPaidOnce(String gateway) {
    order("sejak", gateway, "CARD");
    opensTheWindow();
    tries("ANSWER_LOST");
    standing("PAID");
    assertThat(captured()).isEqualTo(16_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void browserDiesAfterPaying_theWebhookIsEnough(String gateway) {
    order("sejak", gateway, "CARD");
    opensTheWindow();
    tries("LEAVE");
    browser.says("#overTitle", "");
    browser.open(shop("/orders"));
    browser.click(".row");
    if (gateway.equals("iamport")) {
      reloadsUntil("PAID");
    } else {
      standing("OPEN"); // Toss captures by the confirm alone
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport"})
  void virtualAccount_paidLater(String gateway) {
    order("hwangcha", gateway, "VIRTUAL_ACCOUNT");
    opensTheWindow();
    browser.click("#submit");
    String page = standing("AWAITING");
    browser.keepPicture("account-" + gateway);
    String id = page.replaceAll(".*/orders/([^?]+).*", "$1");

    browser.open(sandbox.bankUrl());
    browser.click("[data-order='" + id + "'] .primary");
    browser.says("[data-order='" + id + "'] .state", "입금 완료");
    browser.open(shop("/orders/" + id));
    reloadsUntil("PAID");
  }

  @Test
  void virtualAccountGivenUp_isClosed_andItsGoodsAreFree() {
    order("hwangcha", "toss", "VIRTUAL_ACCOUNT");
    opensTheWindow();
    browser.click("#submit");
    standing("AWAITING");
    browser.submit("#give-up");
    reloadsUntil("ENDED");
  }

  @Test
  void twoTabs_theOrderIsPaidOnce_andTheSecondPaymentGoesBack() {
    order("sejak", "iamport", "CARD");
    String pay = browser.url();
    String first = browser.openTab();
    browser.open(pay);
    String second = browser.toTab(first);
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");
    browser.toTab(second);
    browser.open(pay);
    standing("PAID"); // no second window for a paid order
  }

  // --- Points and seats

  @Test
  void points_charged_spentBesideACard_andBothGoBack() {
    browser.open(shop("/points"));
    browser.click("label:has(input[name=account][value=toss])");
    browser.keepPicture("points");
    browser.click("form.form button");
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");

    browser.open(shop("/"));
    browser.click("form:has([value=ujeon]) button");
    browser.click("#to-order");
    fillsIn();
    browser.type("[name=spend]", "10000");
    browser.keepPicture("order-form");
    browser.click("form.form button");
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");
    browser.keepPicture("mixed");
    browser.click(".more summary");
    browser.submit("#cancel");
    reloadsUntil("REFUNDED");
    browser.keepPicture("refunded");
    browser.open(shop("/points"));
    browser.says("#balance", "10,000P");
    browser.keepPicture("points-ledger");
  }

  @Test
  void booking_isReused_released_andRunsOut() {
    browser.asPhone(true);
    browser.open(shop("/gatherings"));
    browser.keepPicture("phone-gatherings");
    books("two", "A1");
    String first = browser.url();
    books("two", "A2");
    assertThat(browser.url()).isEqualTo(first); // the same booking, another seat
    browser.submit("#give-up");
    standing("ENDED");
    books("two", "A1");
    assertThat(browser.url()).isNotEqualTo(first);
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");
    browser.keepPicture("phone-booked");

    browser.forget();
    books("two", "A2");
    browser.forget();
    browser.open(shop("/gatherings/two"));
    browser.shows("#full");
    browser.keepPicture("phone-full");
  }

  // --- The operator

  @Test
  void operator_refundsAPart_andReconcilesTheDay() {
    order("gaewan", "iamport", "CARD");
    opensTheWindow();
    browser.click("#submit");
    String id = standing("PAID").replaceAll(".*/orders/([^?]+).*", "$1");

    browser.open(shop("/operator/orders/" + id));
    browser.type("[name=username]", "operator");
    browser.type("[name=password]", ShopTest.PASSWORD);
    browser.submit("main form button");
    browser.open(shop("/operator"));
    browser.keepPicture("operator");
    browser.open(shop("/operator/orders/" + id));
    browser.type("[name=amount]", "8000");
    browser.type("[name=reason]", "이가 나간 잔");
    browser.keepPicture("operator-order");
    browser.submit("form[action$='/refund'] button");
    browser.open(shop("/orders/" + id));
    reloadsUntil("PARTLY_REFUNDED");
    browser.keepPicture("partly-refunded");
    browser.open(shop("/operator/reconcile?account=iamport"));
    browser.keepPicture("operator-reconcile");
    browser.open(shop("/operator/attention"));
    browser.keepPicture("operator-attention");
  }

  @Test
  void everyPageFitsAPhone_alsoInEnglish() {
    browser.asPhone(true);
    order("sejak", "toss", "CARD");
    String pay = browser.url();
    for (String page :
        new String[] {
          "/",
          "/gatherings",
          "/gatherings/first-flush",
          "/points",
          "/orders",
          "/cart",
          "/try",
          "/operator/login",
          "/nothing"
        }) {
      for (String language : new String[] {"ko", "en"}) {
        browser.open(shop(page + "?lang=" + language));
        assertThat(browser.overflow()).as(page).isLessThanOrEqualTo(0);
        if (!page.equals("/nothing")) {
          assertThat(browser.has("html[lang=" + language + "]")).as(page).isTrue();
        }
        browser.keepPicture("phone" + page.replace('/', '-') + "-" + language);
      }
    }
    browser.open(pay);
    assertThat(browser.overflow()).isLessThanOrEqualTo(0);
    browser.keepPicture("phone-pay");
  }

  // --- What a buyer does

  private String shop(String path) {
    return "http://localhost:" + port + path;
  }

  private void order(String product, String gateway, String method) {
    browser.open(shop("/"));
    browser.click("form:has([value=" + product + "]) button");
    browser.click("#to-order");
    fillsIn();
    browser.click("label:has(input[value=" + gateway + "])");
    browser.click("label:has(input[value=" + method + "])");
    browser.click("form.form button");
    browser.says("#pay-button", "");
  }

  private void fillsIn() {
    browser.says("h1", "주문서");
    browser.type("[name=receiver]", "김고요 <b>&\"'");
    browser.type("[name=address]", "경남 하동군 화개면 1");
  }

  private void books(String gathering, String seat) {
    browser.open(shop("/gatherings/" + gathering));
    browser.click("label:has(input[value=" + seat + "])");
    browser.type("[name=name]", "김고요");
    browser.click("form.form button");
    browser.says("#pay-button", "");
  }

  private void opensTheWindow() {
    browser.click("#pay-button:enabled");
    if (!browser.isPhone()) {
      browser.enter("결제창");
    }
    browser.says("#submit", "");
  }

  private void tries(String outcome) {
    browser.click("#trials summary");
    browser.click("label:has(input[value=" + outcome + "])");
    browser.click("#submit");
  }

  /** Waits until the order stands so, and returns the page's address. */
  private String standing(String standing) {
    return browser.shows("[data-standing=" + standing + "]");
  }

  private void reloadsUntil(String standing) {
    browser.reloadsUntil("[data-standing=" + standing + "]");
  }

  private long stock(String product) {
    return jdbc.sql("select stock from shop_product where product_id = ?")
        .param(product)
        .query(Long.class)
        .single();
  }

  /** Of the newest order. */
  private long captured() {
    return jdbc.sql("select captured from shop_order order by created_at desc limit 1")
        .query(Long.class)
        .single();
  }
}
