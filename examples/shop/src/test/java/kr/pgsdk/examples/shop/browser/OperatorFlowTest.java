package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's people do: refunds, and what no rule ends. */
class OperatorFlowTest extends Flow {
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void refundsAPart_andReconcilesTheDay(String gateway) {
    String order = paidOrder(gateway);
    operatorLogsIn();
    browser.keepPicture("operator");
    browser.open(shop("/operator/orders/" + order));
    browser.type("[name=amount]", "8000");
    browser.type("[name=reason]", "이가 나간 잔");
    browser.keepPicture("operator-order");
    browser.submit("form[action$='/refund'] button");
    browser.open(shop("/orders/" + order));
    reloadsUntil("PARTLY_REFUNDED");
    browser.keepPicture("partly-refunded");
    assertThat(returned(order)).isEqualTo(8_000);
    browser.open(shop("/operator/reconcile?account=" + gateway));
    browser.keepPicture("reconcile-" + gateway);
    assertThat(browser.text("#result")).doesNotContain(order);
  }

  /** What was paid isn't what the order costs: the operator looks, and gives it back. */
  @Test
  void wrongAmount_isHeld_andGivenBack() {
    String order = held();
    operatorLogsIn();
    browser.open(shop("/operator/attention"));
    browser.reloadsUntil(of(order, "MONEY_MISPLACED"));
    browser.keepPicture("operator-held");
    String held = of(order, "MONEY_MISPLACED");
    browser.says(held, "주문에 쓸 수 없는 돈이 들어와 있습니다. 결제된 것이 주문과 맞지 않습니다.");
    browser.says(held, "할 일 돌려주세요.");
    for (String fact : List.of("세작 녹차 50g", "1,000원", "아임포트")) {
      browser.says(held, fact);
    }
    browser.type(
        of(order, "MONEY_MISPLACED") + " form[action$='/give-back'] [name=note]", "금액이 다름");
    browser.submit(of(order, "MONEY_MISPLACED") + " form[action$='/give-back'] button");
    assertThat(browser.has(of(order, "MONEY_MISPLACED"))).isFalse();
    browser.open(shop("/orders/" + order));
    reloadsUntil("OPEN"); // and may be paid rightly
    browser.keepPicture("held-given-back");
    browser.click("#to-pay");
    pays();
    standing("PAID");
    assertThat(captured(order) - returned(order)).isEqualTo(16_000);
  }

  @Test
  void wrongAmount_isHeld_andKept() {
    String order = held();
    operatorLogsIn();
    browser.open(shop("/operator/attention"));
    browser.reloadsUntil(of(order, "MONEY_MISPLACED"));
    browser.type(of(order, "MONEY_MISPLACED") + " form[action$='/keep'] [name=note]", "전화로 정함");
    browser.submit(of(order, "MONEY_MISPLACED") + " form[action$='/keep'] button");
    assertThat(browser.has(of(order, "MONEY_MISPLACED"))).isFalse();
    browser.open(shop("/operator/orders/" + order));
    browser.says("#history", "전화로 정함");
    assertThat(returned(order)).isZero();
  }

  /** The gateway refuses a refund: it waits for a person, who asks again or gives it up. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void refusedRefund_isAskedForAgain_orGivenUp(String gateway) {
    String order = paidOrder(gateway);
    at(gateway)
        .refuseRefunds(
            payment(order), gateway.equals("toss") ? "NOT_CANCELABLE_PAYMENT" : "카드사 거절");
    browser.click(".more summary");
    browser.submit("#cancel");
    standing("REFUNDING");
    browser.keepPicture("refunding-" + gateway);
    operatorLogsIn();
    browser.open(shop("/operator/refunds"));
    browser.reloadsUntil("[data-order='" + order + "'][data-state=REFUSED]");
    browser.keepPicture("operator-refunds");
    browser.submit("[data-order='" + order + "'] form[action$='/again'] button");
    browser.reloadsUntil("[data-order='" + order + "'][data-state=REFUSED]");
    browser.submit("[data-order='" + order + "'] form[action$='/give-up'] button");
    assertThat(browser.has("[data-order='" + order + "']")).isFalse();
    browser.open(shop("/orders/" + order));
    standing("PAID");
    assertThat(returned(order)).isZero();
  }

  /** A refused refund that was paid out otherwise: the operator says so, and it is over. */
  @Test
  void refusedRefund_isResolved() {
    String order = paidOrder("toss");
    sandbox.toss().refuseRefunds(payment(order), "NOT_CANCELABLE_PAYMENT");
    browser.click(".more summary");
    browser.submit("#cancel");
    operatorLogsIn();
    browser.open(shop("/operator/attention"));
    String item = of(order, "REFUND_NOT_DONE");
    browser.reloadsUntil(item);
    browser.keepPicture("operator-attention");
    browser.says(item, "결제사가 환불을 거절했거나 끝내지 못했습니다.");
    browser.says(item, "‘환불’에서 다시 보내거나");
    for (String fact : List.of("16,000원", "토스페이먼츠", "NOT_CANCELABLE_PAYMENT")) {
      browser.says(item, fact);
    }
    browser.choose(item + " [name=outcome]", "NOT_DONE");
    browser.type(item + " [name=note]", "계좌로 보냄");
    browser.submit(item + " form[action$='/resolve'] button");
    assertThat(browser.has(item)).isFalse();
    browser.open(shop("/operator/orders/" + order));
    browser.says("#history", "operator");
    browser.says("#history", "담당자가 환불 안 됨으로 끝냄");
    browser.keepPicture("operator-resolved");
  }

  /** Its answers are lost for a while: the order says that it is under way, then it is done. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void refundWhoseAnswersAreLost_endsByItself(String gateway) {
    String order = paidOrder(gateway);
    at(gateway).inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", cancels(gateway)).times(1));
    browser.click(".more summary");
    browser.submit("#cancel");
    browser.shows("[data-standing=REFUNDING], [data-standing=REFUNDED]");
    reloadsUntil("REFUNDED");
    assertThat(returned(order)).isEqualTo(16_000);
  }

  /**
   * Iamport's window insists on the price that was registered there. For an order that is paid at
   * Toss none was, and a page that was tampered with asks for less.
   */
  private String held() {
    order("sejak", "toss", "CARD");
    String order = orderHere();
    BrowserReturn paid = sandbox.buyer().onIamport().pay(OrderId.of(order), Money.krw(1_000));
    browser.open(shop("/pg/return/iamport?" + sandbox.buyer().onIamport().redirectQuery(paid)));
    standing("HELD");
    browser.keepPicture("held");
    return order;
  }

  private static String of(String order, String kind) {
    return "[data-kind=" + kind + "]:has(a[href$='" + order + "'])";
  }
}
