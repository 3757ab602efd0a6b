package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One order in two tabs, whose windows are both open before one is paid. */
class TwoTabsFlowTest extends Flow {
  @Test
  void bothPay_atIamport_theSecondGoesBackByItself() {
    String order = paysInBoth("iamport");
    browser.open(shop("/orders/" + order));
    browser.reloadsUntil("#duplicate");
    standing("PAID");
    browser.keepPicture("two-tabs");
    Ledger ledger = sandbox.iamport().ledger(OrderId.of(order));
    assertThat(ledger.captures()).isEqualTo(2);
    while (sandbox.iamport().ledger(OrderId.of(order)).refunds() == 0) {
      browser.open(shop("/orders/" + order));
    }
    assertThat(captured(order) - returned(order)).isLessThanOrEqualTo(32_000);
  }

  /** Toss captures by the shop's confirm alone; at PortOne an order's id is paid once at most. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "portone"})
  void bothPay_theSecondIsNeverCaptured(String gateway) {
    String order = paysInBoth(gateway);
    browser.open(shop("/orders/" + order));
    standing("PAID");
    assertThat(at(gateway).ledger(OrderId.of(order)).captures()).isEqualTo(1);
    assertThat(captured(order)).isEqualTo(16_000);
  }

  /** A checkout that is opened again for a paid order opens no window. */
  @Test
  void secondTabComesLater_andIsToldThatItIsPaid() {
    order("sejak", "iamport", "CARD");
    String pay = browser.url();
    pays();
    standing("PAID");
    browser.open(pay);
    standing("PAID");
  }

  private String paysInBoth(String gateway) {
    order("sejak", gateway, "CARD");
    String order = orderHere();
    String pay = browser.url();
    opensTheWindow();
    String first = browser.openTab();
    browser.open(pay);
    opensTheWindow();
    browser.click("#submit");
    standing("PAID");
    browser.toTab(first);
    browser.enter("결제창");
    browser.click("#submit");
    browser.shows("[data-standing]");
    return order;
  }
}
