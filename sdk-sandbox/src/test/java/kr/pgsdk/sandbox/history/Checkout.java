package kr.pgsdk.sandbox.history;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.TossBuyer;

/** What the buyer did before the shop heard of the payment. */
enum Checkout {
  /** All that is the buyer's to do. */
  PAID,
  /** Opened the window and left. */
  ABANDONED,
  /** Used a card that is refused. */
  REFUSED,
  /** Used a card that is refused for a while; at Iamport as {@link #REFUSED}. */
  REFUSED_BRIEFLY,
  /** Came back too late; at Iamport as {@link #ABANDONED}. */
  EXPIRED,
  /** Chose a virtual account. */
  ACCOUNT,
  /** Paid in Iamport's test channel; at Toss as {@link #PAID}. */
  TEST_CHANNEL,
  /** Paid less than the price, by a promotion of Iamport's; at Toss as {@link #PAID}. */
  PROMOTION;

  PaymentId open(World world, Gateway gateway, OrderId order, Money price) {
    BrowserReturn back =
        gateway == Gateway.IAMPORT
            ? at(world.iamportBuyer(), order, price)
            : at(world.tossBuyer(), order, price);
    return back.paymentId();
  }

  /** What the gateway takes of the buyer. */
  Money taken(Gateway gateway, Money price) {
    return this == PROMOTION && gateway == Gateway.IAMPORT ? price.minus(discount(price)) : price;
  }

  private static Money discount(Money price) {
    return price.currency().equals("KRW") ? Money.krw(10) : Money.of("0.10", price.currency());
  }

  private BrowserReturn at(IamportBuyer buyer, OrderId order, Money price) {
    return switch (this) {
      case PAID -> buyer.pay(order, price);
      case ABANDONED, EXPIRED -> buyer.abandon(order, price);
      case REFUSED, REFUSED_BRIEFLY -> buyer.refuse(order, price);
      case ACCOUNT -> buyer.chooseVirtualAccount(order, price);
      case TEST_CHANNEL -> buyer.payInTestChannel(order, price);
      case PROMOTION -> buyer.payWithPromotion(order, price, discount(price));
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
