package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Seats, on a phone. */
class BookingFlowTest extends Flow {
  @Test
  void reused_released_andRunOut() {
    browser.asPhone(true);
    browser.open(shop("/gatherings"));
    books("two", "A1", "iamport");
    String first = browser.url();
    books("two", "A2", "portone");
    assertThat(browser.url()).isEqualTo(first); // the same booking, another seat and gateway
    browser.submit("#give-up");
    standing("ENDED");
    books("two", "A1", "portone");
    assertThat(browser.url()).isNotEqualTo(first);
    pays();
    standing("PAID");
    browser.keepPicture("phone-booked");
    browser.forget();
    books("two", "A2", "toss");
    browser.forget();
    browser.open(shop("/gatherings/two"));
    browser.shows("#full");
    browser.keepPicture("phone-full");
  }

  /** Ten minutes are over: the seat is another buyer's, and the first can't pay any more. */
  @Test
  void timeIsOver_theSeatIsFree() {
    books("evening", "B2", "iamport");
    String order = orderHere();
    String pay = browser.url();
    jdbc.sql("update shop_order set expires_at = created_at where order_id = ?")
        .param(order)
        .update();
    browser.open(pay);
    browser.shows("[data-standing=EXPIRED], [data-standing=ENDED]");
    browser.keepPicture("booking-over");
    reloadsUntil("ENDED");
    browser.forget();
    books("evening", "B2", "toss");
    pays();
    standing("PAID");
  }
}
