package kr.pgsdk.sandbox.browser;

import com.example.first.FirstShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shop of docs/quick-start.md, as its reader sees it. */
@Tag("slow")
class FirstShopInBrowserTest {
  @Test
  void buyerPays_andTheShopSaysSo() throws Exception {
    int port = new FirstShop().start(0);
    try (Browser browser = Browser.start()) {
      browser.open("http://localhost:" + port);
      browser.click("#pay");
      browser.enter("결제창");
      browser.says("#price", "15,000원");
      browser.click("#submit");
      browser.leave();
      browser.says("h1", "Paid: 15000 KRW");
    }
  }
}
