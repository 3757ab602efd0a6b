package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.InjectedFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund of which nobody can tell what became of it, and the person who says it. */
class DoubtFlowTest extends Flow {
  private static final String ITEM = "[data-kind=REFUND_IN_DOUBT]:has(a[href$='%s'])";

  /** The gateway's console shows no refund: it is asked for again, and made once. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void consoleShowsNoRefund_itIsSentAgain_andMadeOnce(String gateway) {
    String order = paidOrder(gateway);
    String item = doubt(gateway, order, FaultKind.CUT_AFTER_READ);
    browser.keepPicture("operator-doubt-" + gateway);
    resolves(item, "NOT_DONE", "콘솔에 없음");
    browser.open(shop("/operator/refunds"));
    browser.keepPicture("operator-not-refunded-" + gateway);
    at(gateway).clearFaults();
    browser.submit("[data-order='" + order + "'] form[action$='/again'] button");
    browser.open(shop("/orders/" + order));
    reloadsUntil("REFUNDED");
    assertThat(at(gateway).ledger(OrderId.of(order)).refunds()).isEqualTo(1);
    assertThat(returned(order)).isEqualTo(16_000);
    says(order, "콘솔에 없음");
  }

  /** The gateway's console shows it: the order is refunded, and nothing is sent again. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void consoleShowsTheRefund_theOrderIsRefunded(String gateway) {
    String order = paidOrder(gateway);
    String item = doubt(gateway, order, FaultKind.ANSWER_LOST);
    resolves(item, "DONE", "콘솔에 있음");
    at(gateway).clearFaults();
    browser.open(shop("/orders/" + order));
    reloadsUntil("REFUNDED");
    assertThat(at(gateway).ledger(OrderId.of(order)).refunds()).isEqualTo(1);
    assertThat(returned(order)).isEqualTo(16_000);
    says(order, "콘솔에 있음");
  }

  /** Asks for a refund that the gateway doesn't answer, and returns its place in the list. */
  private String doubt(String gateway, String order, FaultKind fault) {
    InjectedFault lost = at(gateway).inject(Fault.of(fault).on("POST", cancels(gateway)).always());
    at(gateway)
        .inject( // nor does it show what became of it
            Fault.status(500).on("GET", "/").when(request -> lost.hits() > 0).always());
    browser.click(".more summary");
    browser.submit("#cancel");
    standing("REFUNDING");
    browser.keepPicture("doubt-" + gateway);
    operatorLogsIn();
    browser.open(shop("/operator/refunds"));
    browser.reloadsUntil("[data-order='" + order + "'][data-state=UNKNOWN]");
    // An hour ago: a person is asked after ten minutes, and may answer when nothing is on its way.
    long hour = Duration.ofHours(1).toMillis();
    jdbc.sql(
            """
            update pay_refund set created_at = created_at - :hour, sent_until = sent_until - :hour
             where order_id = :order
            """)
        .param("hour", hour)
        .param("order", order)
        .update();
    browser.open(shop("/operator/attention"));
    String item = ITEM.formatted(order);
    browser.shows(item);
    return item;
  }

  private void resolves(String item, String outcome, String note) {
    browser.choose(item + " [name=outcome]", outcome);
    browser.type(item + " [name=note]", note);
    browser.submit(item + " form[action$='/resolve'] button");
    browser.says("h1", "확인할 일");
    assertThat(browser.has(item)).isFalse();
  }

  private void says(String order, String note) {
    browser.open(shop("/operator/orders/" + order));
    browser.says("#history", note);
  }
}
