package kr.pgsdk.examples.cli;

import java.util.Locale;

/**
 * The steps of the demonstration: what happens, told to someone new to each gateway, and how many
 * requests the shop sends for it.
 */
enum DemoStep {
  TOKEN(
      "the token",
      "The shop asks twice for the credential its requests carry. Iamport trades key and secret"
          + " for a token that lives 30 minutes: fetched once, the second time it comes from the"
          + " SDK's cache.",
      1,
      "The shop asks twice for the credential its requests carry. Toss needs no token: the secret"
          + " key itself goes with every request, so nothing is sent.",
      0),
  PREPARE(
      "prepare",
      "The shop registers what the order costs. From now on Iamport opens no payment window for"
          + " any other amount.",
      1,
      "The SDK checks the order against Toss's rules, here in the shop. Toss knows nothing yet:"
          + " the amount is guarded when the shop confirms.",
      0),
  BUYER_PAYS(
      "the buyer pays",
      "The buyer pays by card in Iamport's window. The money moves now, before the shop hears of"
          + " it; the browser comes back with an imp_uid.",
      0,
      "The buyer proves in Toss's window that the card is theirs. No money moves yet; the browser"
          + " comes back with a paymentKey, and the shop has 10 minutes to confirm.",
      0),
  FIND(
      "find",
      "The shop looks its order up by its own number, merchant_uid.",
      1,
      "The shop looks its order up by its own number, orderId.",
      1),
  CONFIRM(
      "confirm",
      "Is the order paid? The SDK fetches the payment and compares order, payment, amount, currency"
          + " and status with what the shop expects. Only Confirmed means: ship.",
      1,
      "Is the order paid? The SDK asks Toss to capture what the shop expects, and compares order,"
          + " payment, amount, currency and status in the answer. Only Confirmed means: ship.",
      1),
  CANCEL_PART(
      "cancel a part",
      "One item comes back: 5,000 of 15,000 won are refunded. The SDK looks the balance up first"
          + " and sends it along, so that Iamport refuses a refund that was already made.",
      2,
      "One item comes back: 5,000 of 15,000 won are refunded. The SDK looks the balance up first"
          + " and sends it along with a key, so that Toss never refunds the same twice.",
      2),
  CANCEL_REST(
      "cancel the rest",
      "Everything else comes back: the remaining 10,000 won are refunded.",
      2,
      "Everything else comes back: the remaining 10,000 won are refunded.",
      2),
  TAMPERED_AMOUNT(
      "a tampered amount",
      "A page was tampered with: the buyer pays 100 won for an order of 15,000, and the browser"
          + " claims the full price. The SDK believes the gateway, not the browser.",
      1,
      "A page was tampered with: the browser comes back with 100 won for an order of 15,000. The"
          + " SDK sees it before anything is sent, so nothing is captured.",
      0),
  STRANGERS_PAYMENT(
      "a stranger's payment id",
      "A thief hands in the imp_uid of a stranger's payment for an order of the same price, and the"
          + " shop has asked to refund wrong amounts. Not confirmed, and the stranger's money is"
          + " left alone.",
      1,
      "A thief hands in the paymentKey of a stranger's payment for an order of the same price, and"
          + " the shop has asked to refund wrong amounts. Not confirmed, and the stranger's money"
          + " is left alone.",
      2),
  REFUSED_CARD(
      "a refused card",
      "The card company refuses. That is a result, not an exception, and it says why.",
      1,
      "The card company refuses. That is a result, not an exception, and it says why. A refusal may"
          + " be an old one, given again, so the SDK looks whether money is held.",
      2),
  ACCOUNT_WAITING(
      "a virtual account, waiting",
      "The buyer chooses a virtual account: the shop shows bank and number, and waits.",
      1,
      "The buyer chooses a virtual account: the shop shows bank and number, and waits.",
      1),
  ACCOUNT_PAID(
      "a virtual account, paid",
      "The buyer has transferred the money; the shop asks again.",
      1,
      "The buyer has transferred the money; the shop asks again. Toss repeats its first answer, as"
          + " it does for a key it knows, so the SDK looks the payment up.",
      2),
  ANSWER_LOST(
      "an answer lost after confirming",
      "Iamport's answer to the confirm gets lost. Asking moves no money here, so the SDK asks"
          + " again.",
      2,
      "Toss captures the money, and its answer gets lost. The SDK repeats the request under the"
          + " same key, is told that this answer is an old one, and looks the payment up: captured"
          + " once, confirmed.",
      3);

  private final String title;
  private final String atIamport;
  private final int requestsAtIamport;
  private final String atToss;
  private final int requestsAtToss;

  DemoStep(
      String title, String atIamport, int requestsAtIamport, String atToss, int requestsAtToss) {
    this.title = title;
    this.atIamport = atIamport;
    this.requestsAtIamport = requestsAtIamport;
    this.atToss = atToss;
    this.requestsAtToss = requestsAtToss;
  }

  /** What happens. */
  String story(Gateway gateway) {
    return gateway == Gateway.IAMPORT ? atIamport : atToss;
  }

  /** How many requests must arrive. */
  int requests(Gateway gateway) {
    return gateway == Gateway.IAMPORT ? requestsAtIamport : requestsAtToss;
  }

  /** Its name in JSON. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name for people. */
  String title() {
    return title;
  }
}
