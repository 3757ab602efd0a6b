package kr.pgsdk.examples.cli;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Buyer;
import kr.pgsdk.toss.model.TossPayment;

/** What the buyer does in the gateway's window: the money moves here at Iamport, later at Toss. */
record DemoBuyer(Buyer buyer, boolean iamport) {
  BrowserReturn pay(OrderId order, Money amount) {
    return iamport
        ? buyer.onIamport().pay(order, amount)
        : buyer.onToss().authenticate(order, amount);
  }

  BrowserReturn payWithRefusedCard(OrderId order, Money amount) {
    return iamport
        ? buyer.onIamport().refuse(order, amount)
        : buyer.onToss().authenticateWithRefusedCard(order, amount, "REJECT_CARD_COMPANY");
  }

  BrowserReturn chooseVirtualAccount(OrderId order, Money amount) {
    return iamport
        ? buyer.onIamport().chooseVirtualAccount(order, amount)
        : buyer.onToss().chooseVirtualAccount(order, amount);
  }

  void deposit(PaymentId paymentId) {
    if (iamport) {
      buyer.onIamport().deposit(paymentId);
    } else {
      buyer.onToss().deposit(paymentId);
    }
  }

  /** What the buyer's browser brings to the shop's server afterwards. */
  UntrustedReturn returned(BrowserReturn back) {
    return UntrustedReturn.of(
        iamport ? IamportPayment.TERMS : TossPayment.TERMS,
        back.paymentId(),
        back.orderId(),
        null,
        null);
  }
}
