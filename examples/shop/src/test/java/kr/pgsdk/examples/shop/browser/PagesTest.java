package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Each page on a phone and on a desktop, in both languages, and for whoever has no mouse. */
class PagesTest extends Flow {
  private static final int MOST_STOPS = 60;

  /** What a screen reader, or somebody who zooms, would stumble over. */
  private static final String STUMBLES =
      """
      const found = [];
      const visible = (e) => e.offsetParent !== null || e.getClientRects().length > 0;
      if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
      if (document.querySelectorAll('main').length !== 1) found.push('not one main');
      if (!document.title.includes('·')) found.push('title ' + document.title);
      const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
      ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => found.push('id twice: ' + id));
      for (const e of document.querySelectorAll('input:not([type=hidden]), select')) {
        if (!e.labels || e.labels.length === 0) found.push('no label: ' + e.name);
      }
      for (const e of document.querySelectorAll('a, button')) {
        if (!e.textContent.trim()) found.push('no words: ' + e.outerHTML.slice(0, 80));
        if (e.tagName === 'BUTTON' && visible(e) && e.getBoundingClientRect().height < 38) {
          found.push('too small: ' + e.textContent.trim());
        }
      }
      for (const e of document.querySelectorAll('img:not([alt])')) found.push('no alt: ' + e.src);
      for (const e of document.querySelectorAll('fieldset')) {
        if (!e.querySelector('legend')) found.push('no legend');
      }
      if (document.body.innerText.match(/\\?\\?|\\{\\d\\}|null|undefined/)) {
        found.push('a word is missing: ' + document.body.innerText);
      }
      return found.join('; ');
      """;

  @Test
  void everyPage_fitsAndReads_onPhoneAndDesktop_inBothLanguages() {
    order("sejak", "toss", "CARD");
    String pay = "/orders/" + orderHere() + "/pay";
    pays();
    standing("PAID");
    String order = orderHere();
    order("ujeon", "iamport", "VIRTUAL_ACCOUNT");
    pays();
    standing("AWAITING");
    String awaiting = orderHere();
    order("gaewan", "iamport", "CARD");
    String open = orderHere();
    browser.open(shop("/"));
    browser.click("form:has([value=cups]) button");
    operatorLogsIn();
    List<String> pages =
        List.of(
            "/",
            "/cart",
            "/order",
            "/orders/" + open + "/pay",
            "/orders/" + open,
            "/orders/" + order,
            "/orders/" + awaiting,
            "/orders",
            "/points",
            "/gatherings",
            "/gatherings/first-flush",
            "/try",
            "/nothing",
            "/operator",
            "/operator/orders/" + order,
            "/operator/refunds",
            "/operator/attention",
            "/operator/reconcile?account=toss",
            pay);
    for (boolean phone : new boolean[] {false, true}) {
      browser.asPhone(phone);
      for (String page : pages) {
        for (String language : new String[] {"ko", "en"}) {
          browser.open(shop(page + (page.contains("?") ? "&" : "?") + "lang=" + language));
          String where = page + " " + language + (phone ? " phone" : "");
          assertThat(browser.overflow()).as(where).isLessThanOrEqualTo(0);
          assertThat(browser.has("html[lang=" + language + "]")).as(where).isTrue();
          assertThat(browser.asks(STUMBLES)).as(where).isEqualTo("");
          browser.keepPicture(
              "page/" + name(page, open, order, awaiting) + (phone ? "-phone-" : "-") + language);
        }
      }
    }
    assertThat(browser.complaints()).filteredOn(one -> !one.contains("/nothing")).isEmpty();
  }

  private static String name(String page, String open, String order, String awaiting) {
    String name =
        page.replace(open, "open")
            .replace(order, "paid")
            .replace(awaiting, "awaiting")
            .replaceAll("[/?=]+", "-")
            .replaceAll("^-", "");
    return name.isEmpty() ? "shelf" : name;
  }

  @Test
  void withKeysAlone_pointsAreCharged() {
    browser.open(shop("/points"));
    browser.press(Keys.TAB);
    assertThat(focus()).isEqualTo("본문으로 바로 가기");
    browser.press(Keys.ENTER);
    tabTo("충전하기");
    browser.press(Keys.ENTER);
    browser.says("#pay-button", "10,000원");
    tabTo("10,000원 결제하기");
    browser.press(Keys.ENTER);
    browser.enter("결제창");
    browser.click("#submit");
    standing("PAID");
  }

  private void tabTo(String words) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (focus().equals(words)) {
        return;
      }
      browser.press(Keys.TAB);
    }
    throw new AssertionError("no key reaches " + words);
  }

  private String focus() {
    return String.valueOf(browser.asks("return document.activeElement.textContent.trim()"));
  }
}
