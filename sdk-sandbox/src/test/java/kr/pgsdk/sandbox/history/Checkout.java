package kr.pgsdk.sandbox.history;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.TossBuyer;

/** What the buyer did before the shop heard of the payment. */
enum Checkout {
  /** All that is the buyer's to do. */
  PAID,
  /** Opened the window and left. */
  ABANDONED,
  /** Used a card that is refused. */
  REFUSED,
  /**
   * Used a card that is refused for a while; at Iamport as {@link #REFUSED}; in PortOne's automatic
   * channel a wallet whose answer comes later.
   */
  REFUSED_BRIEFLY,
  /** Came back too late; where nothing is left to confirm, as {@link #ABANDONED}. */
  EXPIRED,
  /** Chose a virtual account. */
  ACCOUNT,
  /** Paid in a test channel; at Toss as {@link #PAID}. */
  TEST_CHANNEL,
  /**
   * Paid less than the price, by a promotion of Iamport's, or with a wallet's points in PortOne's
   * automatic channel; else as {@link #PAID}.
   */
  PROMOTION;

  BrowserReturn open(World world, Gateway gateway, Plan.Payment planned, OrderId order) {
    Money price = planned.price();
    return switch (gateway) {
      case IAMPORT -> at(world.iamportBuyer(), order, price);
      case TOSS -> at(world.tossBuyer(), order, price);
      case PORTONE ->
          planned.manual()
              ? manually(world.portOneBuyer(), order, price)
              : at(world.portOneBuyer(), order, price);
    };
  }

  /** Whether PortOne's payment company hasn't made up its mind yet. */
  boolean isPending(HistoryRun.Paid paid) {
    return this == REFUSED_BRIEFLY && paid.token() == null;
  }

  /** Whether a wallet's points pay a part of the price at PortOne. */
  boolean isDiscounted(Gateway gateway, HistoryRun.Paid paid) {
    return this == PROMOTION && gateway == Gateway.PORTONE && paid.token() == null;
  }

  /** What the gateway takes of the buyer. */
  Money taken(Gateway gateway, Money price) {
    return this == PROMOTION && gateway == Gateway.IAMPORT ? price.minus(little(price)) : price;
  }

  /** A little of a price. */
  static Money little(Money price) {
    return price.currency().equals("KRW") ? Money.krw(10) : Money.of("0.10", price.currency());
  }

  private BrowserReturn at(IamportBuyer buyer, OrderId order, Money price) {
    return switch (this) {
      case PAID -> buyer.pay(order, price);
      case ABANDONED, EXPIRED -> buyer.abandon(order, price);
      case REFUSED, REFUSED_BRIEFLY -> buyer.refuse(order, price);
      case ACCOUNT -> buyer.chooseVirtualAccount(order, price);
      case TEST_CHANNEL -> buyer.payInTestChannel(order, price);
      case PROMOTION -> buyer.payWithPromotion(order, price, little(price));
    };
  }

  private BrowserReturn at(PortOneBuyer buyer, OrderId order, Money price) {
    return switch (this) {
      case PAID -> buyer.pay(order, price);
      case ABANDONED, EXPIRED -> buyer.abandon(order, price);
      case REFUSED -> buyer.refuse(order, price);
      case REFUSED_BRIEFLY -> buyer.payLater(order, price);
      case ACCOUNT -> buyer.chooseVirtualAccount(order, price);
      case TEST_CHANNEL -> buyer.payInTestChannel(order, price);
      case PROMOTION -> buyer.payWithDiscount(order, price, little(price));
    };
  }

  private BrowserReturn manually(PortOneBuyer buyer, OrderId order, Money price) {
    return switch (this) {
      case PAID, ABANDONED, PROMOTION -> buyer.authenticate(order, price);
      case REFUSED -> buyer.authenticateWithRefusedCard(order, price, "REJECT_CARD_COMPANY");
      case REFUSED_BRIEFLY ->
          buyer.authenticateWithBrieflyRefusedCard(order, price, "PROVIDER_ERROR", 2);
      case EXPIRED -> buyer.letExpire(order, price);
      case ACCOUNT -> buyer.authenticateForVirtualAccount(order, price);
      case TEST_CHANNEL -> buyer.authenticateInTestChannel(order, price);
    };
  }

  private BrowserReturn at(TossBuyer buyer, OrderId order, Money price) {
    return switch (this) {
      case PAID, TEST_CHANNEL, PROMOTION -> buyer.authenticate(order, price);
      case ABANDONED -> buyer.abandon(order, price);
      case REFUSED -> buyer.authenticateWithRefusedCard(order, price, "REJECT_CARD_COMPANY");
      case REFUSED_BRIEFLY ->
          buyer.authenticateWithBrieflyRefusedCard(order, price, "PROVIDER_ERROR", 2);
      case EXPIRED -> buyer.letExpire(order, price);
      case ACCOUNT -> buyer.chooseVirtualAccount(order, price);
    };
  }
}
