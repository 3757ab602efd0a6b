package kr.pgsdk.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** PortOne's script in a page, and its window, in a real browser. */
@Tag("slow")
class PortOneInBrowserTest {
  private static Browser browser;
  private static Sandbox sandbox;
  private static TestShop shop;

  private final OrderId order = OrderId.random();

  @BeforeAll
  static void start() {
    browser = Browser.start();
    sandbox = Sandbox.start();
    shop = new TestShop();
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

  /** Opens a page with a button that pays; what the script answers is said. */
  private void opens(String channelKey, String more) {
    browser.open(
        shop.page(
            "/pay",
            """
            <button id="pay">결제</button>
            <script src="%s"></script>
            <script>
              document.getElementById('pay').onclick = async () => said(await PortOne.requestPayment({
                storeId: '%s', channelKey: '%s', paymentId: '%s', orderName: '티셔츠 <b>외</b> 2건',
                totalAmount: 158000, currency: 'CURRENCY_KRW', payMethod: 'CARD'%s
              }));
            </script>
            """
                .formatted(
                    sandbox.portOneScriptUrl(),
                    sandbox.portOneStoreId(),
                    channelKey,
                    order,
                    more)));
    browser.click("#pay");
  }

  @Test
  void overThePage_thePromiseHasTheIds_theMoneyHasMoved() {
    opens(sandbox.portOneChannelKey(), "");
    browser.enter("결제창");
    browser.says("#orderName", "티셔츠 <b>외</b> 2건");
    browser.says("#price", "158,000원");
    browser.keepPicture("portone-window");
    browser.click("#submit");
    browser.leave();
    browser.says("#said", "\"paymentId\":\"" + order + "\"");
    assertThat(sandbox.portOne().ledger(order).captured()).isEqualTo(Money.krw(158_000));
  }

  @Test
  void manualChannelOnAPhone_leavesThePage_inEnglish_aTokenInTheQuery() {
    browser.asPhone(true);
    opens(
        sandbox.portOneManualChannelKey(),
        ", locale: 'EN_US', redirectUrl: '" + shop.url() + "/back'");
    browser.arrives(sandbox.windowUrl() + "/window");
    browser.says("#submit", "Pay ₩158,000");
    browser.keepPicture("portone-phone-english");
    browser.click("#submit");
    browser.arrives(shop.url() + "/back?transactionType=PAYMENT");
    assertThat(browser.url()).contains("paymentToken=", "paymentId=" + order);
    assertThat(sandbox.portOne().ledger(order).captures()).isZero();
  }

  @Test
  void closedOrNotOpened_aCodeIsTheAnswer() {
    opens(sandbox.portOneChannelKey(), "");
    browser.enter("결제창");
    browser.says("#price", "158,000원"); // till then there is nothing to close
    browser.press(Keys.ESCAPE);
    browser.leave();
    browser.says("#said", "PAY_PROCESS_CANCELED");

    opens("channel-key-x", "");
    browser.says("#said", "ChannelNotFound");
    // The browser notes that the request of the script was refused.
    assertThat(browser.complaints()).singleElement().asString().contains("/open - ");
  }
}
