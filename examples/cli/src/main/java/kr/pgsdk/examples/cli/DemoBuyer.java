package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.TossBuyer;

/** What buyers, thieves and bad luck do in the demonstration: the same things at each gateway. */
interface DemoBuyer {
  BrowserReturn pay(OrderId orderId, Money amount);

  /** Pays {@code paid}, on a page that was tampered with. */
  BrowserReturn tamper(OrderId orderId, Money paid, Money price);

  BrowserReturn payWithRefusedCard(OrderId orderId, Money amount);

  BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount);

  void deposit(PaymentId paymentId);

  /** The answer to the next confirm gets lost. */
  Fault lostAnswer();

  static DemoBuyer of(IamportBuyer buyer) {
    return new DemoBuyer() {
      @Override
      public BrowserReturn pay(OrderId orderId, Money amount) {
        return buyer.pay(orderId, amount);
      }

      @Override
      public BrowserReturn tamper(OrderId orderId, Money paid, Money price) {
        return buyer.tamper(orderId, paid, price);
      }

      @Override
      public BrowserReturn payWithRefusedCard(OrderId orderId, Money amount) {
        return buyer.refuse(orderId, amount);
      }

      @Override
      public BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount) {
        return buyer.chooseVirtualAccount(orderId, amount);
      }

      @Override
      public void deposit(PaymentId paymentId) {
        buyer.deposit(paymentId);
      }

      @Override
      public Fault lostAnswer() {
        return Fault.of(ANSWER_LOST).on("GET", "/payments/");
      }
    };
  }

  static DemoBuyer of(TossBuyer buyer) {
    return new DemoBuyer() {
      @Override
      public BrowserReturn pay(OrderId orderId, Money amount) {
        return buyer.authenticate(orderId, amount);
      }

      @Override
      public BrowserReturn tamper(OrderId orderId, Money paid, Money price) {
        return buyer.authenticate(orderId, paid);
      }

      @Override
      public BrowserReturn payWithRefusedCard(OrderId orderId, Money amount) {
        return buyer.authenticateWithRefusedCard(orderId, amount, "REJECT_CARD_COMPANY");
      }

      @Override
      public BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount) {
        return buyer.chooseVirtualAccount(orderId, amount);
      }

      @Override
      public void deposit(PaymentId paymentId) {
        buyer.deposit(paymentId);
      }

      @Override
      public Fault lostAnswer() {
        return Fault.of(ANSWER_LOST).on("POST", "/v1/payments/confirm");
      }
    };
  }
}
