package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods paid by card, and all that goes wrong with it. */
class CardFlowTest extends Flow {
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void paid(String gateway) {
    long before = stock("sejak");
    order("sejak", gateway, "CARD");
    browser.keepPicture("pay-" + gateway);
    pays();
    standing("PAID");
    browser.keepPicture("paid-" + gateway);
    assertThat(stock("sejak")).isEqualTo(before - 1);
    browser.shows("#receipt");
  }

  /** The window offers wallets beside cards. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void paidByAWallet(String gateway) {
    order("sejak", gateway, "CARD");
    opensTheWindow();
    browser.click("label:has(input[value=EASY_PAY])");
    browser.click("[data-method=EASY_PAY] label");
    browser.keepPicture("wallet-" + gateway);
    browser.click("#submit");
    standing("PAID");
    assertThat(captured(orderHere())).isEqualTo(16_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
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
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void cardIsRefused_isToldSo_andTheNextOnePays(String gateway) {
    order("sejak", gateway, "CARD");
    tries("FAIL");
    standing("OPEN");
    browser.shows(".notice[data-came]");
    browser.keepPicture("refused-" + gateway);
    browser.click("#to-pay");
    pays();
    standing("PAID");
  }

  @Test
  void cardIsRefusedAtTheConfirm_nothingIsCaptured() {
    order("sejak", "toss", "CARD");
    tries("REFUSED_LATER");
    standing("OPEN");
    browser.shows("[data-came=REFUSED]");
    assertThat(captured(orderHere())).isZero();
  }

  @Test
  void amountTamperedWith_atToss_nothingIsCaptured() {
    order("sejak", "toss", "CARD");
    tries("TAMPER");
    standing("OPEN");
    browser.shows("[data-came=MISMATCH]");
    browser.keepPicture("tampered-toss");
    assertThat(captured(orderHere())).isZero();
  }

  /** The price was registered: its window refuses another. */
  @Test
  void amountTamperedWith_atIamport_theWindowRefuses() {
    order("sejak", "iamport", "CARD");
    tries("TAMPER");
    standing("OPEN");
    browser.shows(".notice[data-came]");
    browser.keepPicture("tampered-iamport");
    assertThat(captured(orderHere())).isZero();
  }

  /** What a registered price guards there isn't documented: money that came is kept apart. */
  @Test
  void amountTamperedWith_atPortOne_nothingIsDelivered() {
    long before = stock("sejak");
    order("sejak", "portone", "CARD");
    tries("TAMPER");
    standing("HELD");
    browser.keepPicture("tampered-portone");
    assertThat(captured(orderHere())).isPositive().isNotEqualTo(16_000);
    assertThat(stock("sejak")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void answerIsLost_theOrderIsPaidOnce(String gateway) {
    order("sejak", gateway, "CARD");
    tries("ANSWER_LOST");
    standing("PAID");
    assertThat(captured(orderHere())).isEqualTo(16_000);
  }

  /** The buyer is told not to pay again, and can't: the page has no button until it is known. */
  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void allAnswersAreLost_theShopIsChecking_untilTheGatewayTells(String gateway) {
    order("sejak", gateway, "CARD");
    String pay = browser.url();
    tries("ALL_ANSWERS_LOST");
    standing("CHECKING");
    browser.keepPicture("checking-" + gateway);
    assertThat(browser.has("#to-pay")).isFalse();
    assertThat(browser.url()).doesNotContain("came");
    browser.open(pay);
    standing("CHECKING");
    sandbox.reset(); // the answers come again
    standing("PAID"); // the page moves on by itself
    assertThat(captured(orderHere())).isEqualTo(16_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void browserDiesAfterPaying(String gateway) {
    order("sejak", gateway, "CARD");
    String order = orderHere();
    tries("LEAVE");
    browser.says("#overTitle", "");
    browser.open(shop("/orders/" + order));
    if (gateway.equals("toss")) {
      standing("OPEN"); // Toss captures by the confirm alone
    } else {
      reloadsUntil("PAID"); // the webhook is enough
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toss", "iamport", "portone"})
  void cancelled_theMoneyAndTheGoodsGoBack(String gateway) {
    long before = stock("sejak");
    order("sejak", gateway, "CARD");
    pays();
    standing("PAID");
    browser.click(".more summary");
    browser.submit("#cancel");
    reloadsUntil("REFUNDED");
    browser.keepPicture("cancelled-" + gateway);
    assertThat(returned(orderHere())).isEqualTo(16_000);
    assertThat(stock("sejak")).isEqualTo(before);
  }
}
