package kr.pgsdk.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.BackOffice;

/**
 * What a buyer does, for the control door: each is named as the method of {@link IamportBuyer},
 * {@link TossBuyer} or {@link PortOneBuyer} that does it.
 *
 * @param name the last segment of its path
 * @param fields what its body may have; all but {@code currency} and {@code times} it must have
 * @param does what comes of it, in a few words
 * @param act does it, and says what the browser brings back to the shop
 */
record BuyerAction(
    String name,
    List<String> fields,
    String does,
    BiFunction<ControlBody, BackOffice, Map<String, Object>> act) {

  /** Something a buyer does about a payment. */
  BuyerAction(
      String name, List<String> fields, String does, Function<ControlBody, BrowserReturn> act) {
    this(name, fields, does, (body, office) -> shown(act.apply(body), office));
  }

  private static Map<String, Object> shown(BrowserReturn back, BackOffice office) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("paymentId", back.paymentId().value());
    json.put("orderId", back.orderId().value());
    json.put("amount", back.amount().toPlainString());
    json.put("currency", back.amount().currency());
    json.put("query", office.redirectQuery(back.paymentId(), back.amount()));
    return json;
  }

  static List<BuyerAction> of(IamportBuyer buyer, BackOffice office) {
    return List.of(
        checkout("pay", "pays by card: paid", buyer::pay),
        checkout(
            "pay-in-test-channel",
            "pays by card in a test channel: paid, with sandbox true",
            buyer::payInTestChannel),
        new BuyerAction(
            "pay-and-issue-key",
            List.of("orderId", "amount", "currency", "customerUid", "cardNumber"),
            "paid, and \"customerUid\" is the card's billing key; it is declined later if its"
                + " number\n      ends in 9001 to 9004, and has no key if in 9101 or 9102",
            body ->
                buyer.payAndIssueKey(
                    body.orderId(),
                    body.price("amount"),
                    body.text("customerUid"),
                    TestCard.of(body.text("cardNumber")))),
        checkout("pay-in-escrow", "pays by card in escrow: paid", buyer::payInEscrow),
        new BuyerAction(
            "certify",
            List.of("orderId"),
            "shows who he or she is: the answer is {\"impUid\"} of the certification",
            (body, unused) -> Map.of("impUid", buyer.certify(body.orderId()))),
        checkout("refuse", "the card company refuses: failed", buyer::refuse),
        checkout("abandon", "opens the window and leaves: ready", buyer::abandon),
        later("pay-after-all", "pays in a window left open: paid", office, buyer::payAfterAll),
        checkout(
            "choose-virtual-account",
            "is given an account to pay into: ready",
            buyer::chooseVirtualAccount),
        later("deposit", "pays into the account: paid", office, buyer::deposit),
        tampering(
            "pays \"amount\" on a page that tells the shop \"claimedAmount\"", buyer::tamper));
  }

  static List<BuyerAction> of(TossBuyer buyer, BackOffice office) {
    return List.of(
        checkout(
            "authenticate",
            "with a good card: IN_PROGRESS, to be confirmed within 10 minutes",
            buyer::authenticate),
        refused(
            "authenticate-with-refused-card",
            "the confirm is refused with \"code\", such as REJECT_CARD_COMPANY",
            buyer::authenticateWithRefusedCard),
        new BuyerAction(
            "authenticate-with-briefly-refused-card",
            List.of("orderId", "amount", "currency", "code", "times"),
            "so are the next \"times\" confirms, and then no more",
            body ->
                buyer.authenticateWithBrieflyRefusedCard(
                    body.orderId(), body.price("amount"), body.text("code"), body.times())),
        checkout("abandon", "opens the window and leaves: READY", buyer::abandon),
        refused(
            "fail-to-authenticate",
            "ABORTED, with \"code\", such as INVALID_PASSWORD",
            buyer::failToAuthenticate),
        checkout("let-expire", "authenticates, and 10 minutes pass: EXPIRED", buyer::letExpire),
        checkout(
            "choose-virtual-account",
            "the confirm will answer WAITING_FOR_DEPOSIT",
            buyer::chooseVirtualAccount),
        later("deposit", "pays into the account, once issued: DONE", office, buyer::deposit),
        new BuyerAction(
            "agree-to-billing",
            List.of("customerKey", "card"),
            "agrees to be charged by \"card\", a number or a name such as GOOD or DECLINED; the"
                + "\n      answer is {\"authKey\",\"customerKey\",\"query\"}, for authorizations/issue",
            (body, unused) -> agreed(buyer, body.text("customerKey"), body.card("card"))),
        tampering(
            "authenticates \"amount\" on a page that tells the shop \"claimedAmount\"",
            buyer::tamper));
  }

  static List<BuyerAction> of(PortOneBuyer buyer, BackOffice office) {
    return List.of(
        checkout("pay", "pays by card at an automatic channel: PAID", buyer::pay),
        checkout(
            "pay-in-test-channel", "the same in a channel of type TEST", buyer::payInTestChannel),
        checkout(
            "authenticate",
            "at a channel with manual confirm: the query has a paymentToken for 10 minutes",
            buyer::authenticate),
        refused(
            "authenticate-with-refused-card",
            "the confirm is refused with \"code\" of the payment company",
            buyer::authenticateWithRefusedCard),
        checkout("let-expire", "authenticates, and the token's time passes", buyer::letExpire),
        checkout("refuse", "the payment company refuses: FAILED", buyer::refuse),
        checkout("abandon", "opens the window and leaves: READY", buyer::abandon),
        later("pay-after-all", "pays in a window left open", office, buyer::payAfterAll),
        checkout("pay-later", "the wallet answers later: PAY_PENDING", buyer::payLater),
        later(
            "approve-pending",
            "the wallet approves after all: PAID",
            office,
            id -> buyer.settlePending(id, true)),
        later(
            "refuse-pending",
            "the wallet refuses after all: FAILED",
            office,
            id -> buyer.settlePending(id, false)),
        checkout(
            "choose-virtual-account",
            "is given an account to pay into: VIRTUAL_ACCOUNT_ISSUED",
            buyer::chooseVirtualAccount),
        checkout(
            "authenticate-for-virtual-account",
            "at a channel with manual confirm: the confirm issues the account",
            buyer::authenticateForVirtualAccount),
        later("deposit", "pays into the account: PAID", office, buyer::deposit),
        later(
            "dispute",
            "disputes the payment at the card company",
            office,
            id -> buyer.dispute(id, "구매자 이의 제기")),
        later("resolve-dispute", "gives the dispute up", office, buyer::resolveDispute),
        tampering(
            "pays \"amount\" on a page that tells the shop \"claimedAmount\"", buyer::tamper));
  }

  private static Map<String, Object> agreed(TossBuyer buyer, String customerKey, TestCard card) {
    String authKey = buyer.agreeToBilling(customerKey, card);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("authKey", authKey);
    json.put("customerKey", customerKey);
    json.put("query", buyer.billingQuery(customerKey, authKey));
    return json;
  }

  private static BuyerAction checkout(
      String name, String does, BiFunction<OrderId, Money, BrowserReturn> act) {
    return new BuyerAction(
        name,
        List.of("orderId", "amount", "currency"),
        does,
        body -> act.apply(body.orderId(), body.price("amount")));
  }

  /** Something the buyer does with a payment that is there. */
  private static BuyerAction later(
      String name, String does, BackOffice office, Consumer<PaymentId> act) {
    return new BuyerAction(
        name,
        List.of("paymentId"),
        does,
        body -> {
          PaymentId id = body.paymentId();
          act.accept(id);
          return new BrowserReturn(id, office.orderId(id), office.amount(id));
        });
  }

  /** What a buyer does about an order and its price, with something else to it. */
  private interface PricedAct<T> {
    BrowserReturn act(OrderId orderId, Money price, T more);
  }

  /** Something that the gateway or the card company refuses, with a code. */
  private static BuyerAction refused(String name, String does, PricedAct<String> refused) {
    return new BuyerAction(
        name,
        List.of("orderId", "amount", "currency", "code"),
        does,
        body -> refused.act(body.orderId(), body.price("amount"), body.text("code")));
  }

  private static BuyerAction tampering(String does, PricedAct<Money> tamper) {
    return new BuyerAction(
        "tamper",
        List.of("orderId", "amount", "claimedAmount", "currency"),
        does,
        body -> tamper.act(body.orderId(), body.price("amount"), body.money("claimedAmount")));
  }
}
