package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.SandboxWebhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods paid into a virtual account: in time, too late, and the way back. */
class DepositFlowTest extends Flow {
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void paidLater_andCancelled_toAnAccountThatNobodyReads(String gateway) {
    String order = account(gateway);
    browser.keepPicture("account-" + gateway);
    deposits(order);
    browser.open(shop("/orders/" + order));
    reloadsUntil("PAID");
    browser.click(".more summary");
    browser.keepPicture("cancel-deposit-" + gateway);
    namesAnAccount();
    browser.submit("#cancel");
    browser.shows("[data-standing=REFUNDING], [data-standing=REFUNDED]");
    String details =
        jdbc.sql("select details from pay_refund where order_id = ?")
            .param(order)
            .query(String.class)
            .single();
    assertThat(details).isNotBlank().doesNotContain("110123456789", "김고요");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void givenUp_isClosed_andItsGoodsAreFree(String gateway) {
    String order = account(gateway);
    browser.open(shop("/orders/" + order));
    browser.submit("#give-up");
    reloadsUntil("ENDED");
  }

  /** The window was still open in another tab when the order was given up. */
  @ParameterizedTest
  @ValueSource(strings = {"iamport", "portone"})
  void paidTooLate_goesBackToAnAccountThatTheBuyerNames(String gateway) {
    order("hwangcha", gateway, "VIRTUAL_ACCOUNT");
    String order = orderHere();
    opensTheWindow();
    String window = browser.openTab();
    browser.open(shop("/orders/" + order));
    browser.submit("#give-up");
    standing("ENDED");
    browser.toTab(window);
    browser.enter("결제창");
    browser.click("#submit");
    browser.shows("[data-standing]");
    deposits(order);
    browser.open(shop("/orders/" + order));
    reloadsUntil("LATE_MONEY");
    browser.reloadsUntil("#misplaced");
    browser.keepPicture("late-deposit");
    goesBack(gateway, order, "[data-standing=LATE_RETURNED]");
    browser.keepPicture("late-returned");
    assertThat(returned(order)).isEqualTo(18_000);
  }

  @Test
  void paidTwice_theSecondGoesBackToAnAccountThatTheBuyerNames() {
    String order = account("iamport");
    PaymentId first = seen(order);
    browser.open(shop("/orders/" + order + "/pay"));
    standing("AWAITING"); // no second window from here: it was open in another tab
    BrowserReturn second =
        sandbox.buyer().onIamport().chooseVirtualAccount(OrderId.of(order), Money.krw(18_000));
    sandbox.buyer().onIamport().deposit(first);
    hears(first);
    browser.open(shop("/orders/" + order));
    reloadsUntil("PAID");
    sandbox.buyer().onIamport().deposit(second.paymentId());
    hears(second.paymentId());
    browser.open(shop("/orders/" + order));
    browser.reloadsUntil("#misplaced");
    standing("PAID");
    browser.keepPicture("second-deposit");
    goesBack("iamport", order, "#duplicate");
    standing("PAID");
    browser.keepPicture("second-deposit-returned");
    assertThat(captured(order)).isEqualTo(36_000);
    assertThat(returned(order)).isEqualTo(18_000);
  }

  /** Toss refuses to close the account: it may still be paid into, and then it pays the order. */
  @Test
  void accountThatCannotBeClosed_staysToBePaid() {
    String order = account("toss");
    sandbox.toss().refuseRefunds(seen(order), "NOT_CANCELABLE_PAYMENT");
    browser.submit("#give-up");
    browser.shows("[data-standing]");
    browser.keepPicture("account-stays-open");
    deposits(order);
    browser.open(shop("/orders/" + order));
    browser.reloadsUntil("[data-standing=PAID], [data-standing=LATE_MONEY]");
  }

  /** The gateway's webhook, which a deposit beside the bank's page doesn't send. */
  private void hears(PaymentId payment) {
    for (SandboxWebhook webhook : sandbox.iamport().webhooks(payment)) {
      try {
        assertThat(webhook.deliverTo(URI.create(shop("/pg/webhooks/iamport")))).isEqualTo(200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String account(String gateway) {
    order("hwangcha", gateway, "VIRTUAL_ACCOUNT");
    pays();
    standing("AWAITING");
    return orderHere();
  }

  /** A bank may take its time: at PortOne the transfer is under way until it is settled. */
  private void goesBack(String gateway, String order, String shown) {
    namesAnAccount();
    browser.submit("#misplaced button");
    while (!browser.has(shown)) {
      at(gateway).settleRefunds(seen(order));
      browser.open(shop("/orders/" + order));
    }
  }

  /** The payment of an order that was seen last. */
  private PaymentId seen(String order) {
    return PaymentId.of(
        jdbc.sql(
                "select payment_id from pay_payment where order_id = ? order by seen_at desc limit 1")
            .param(order)
            .query(String.class)
            .single());
  }
}
