package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A balance that is charged, spent beside a card, and given back. */
class PointsFlowTest extends Flow {
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void charged_spentBesideACard_andBothGoBack(String gateway) {
    browser.open(shop("/points"));
    browser.click("label:has(input[name=account][value=" + gateway + "])");
    browser.keepPicture("points");
    browser.click("form.form button");
    pays();
    standing("PAID");
    browser.open(shop("/"));
    browser.click("form:has([value=ujeon]) button");
    browser.click("#to-order");
    fillsIn();
    browser.type("[name=spend]", "10000");
    browser.click("label:has(input[value=" + gateway + "])");
    browser.keepPicture("order-form");
    browser.click("form.form button");
    pays();
    standing("PAID");
    browser.keepPicture("mixed");
    String order = orderHere();
    assertThat(captured(order)).isEqualTo(14_000);
    browser.click(".more summary");
    browser.submit("#cancel");
    reloadsUntil("REFUNDED");
    browser.keepPicture("refunded");
    browser.open(shop("/points"));
    browser.says("#balance", "10,000P");
    browser.keepPicture("points-ledger");
    assertThat(returned(order)).isEqualTo(14_000);
  }
}
