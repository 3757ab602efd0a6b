package kr.pgsdk.examples.shop.servers;

import java.util.List;
import java.util.Locale;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Buyer;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;

/** What a buyer does in a gateway's window, and what the browser brings back from there. */
enum AtGateway {
  TOSS {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.toss();
    }

    @Override
    BrowserReturn pays(Buyer buyer, OrderId order, Money price) {
      return buyer.onToss().authenticate(order, price);
    }

    @Override
    List<BrowserReturn> paysTwice(Buyer buyer, OrderId order, Money price) {
      return List.of(pays(buyer, order, price), pays(buyer, order, price));
    }

    @Override
    BrowserReturn takesAccount(Buyer buyer, OrderId order, Money price) {
      return buyer.onToss().chooseVirtualAccount(order, price);
    }

    @Override
    void deposits(Buyer buyer, PaymentId payment) {
      buyer.onToss().deposit(payment);
    }

    @Override
    String query(Buyer buyer, BrowserReturn back) {
      return buyer.onToss().successQuery(back);
    }
  },

  IAMPORT {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.iamport();
    }

    @Override
    BrowserReturn pays(Buyer buyer, OrderId order, Money price) {
      return buyer.onIamport().pay(order, price);
    }

    @Override
    List<BrowserReturn> paysTwice(Buyer buyer, OrderId order, Money price) {
      BrowserReturn one = buyer.onIamport().abandon(order, price);
      BrowserReturn two = buyer.onIamport().abandon(order, price);
      buyer.onIamport().payAfterAll(one.paymentId());
      buyer.onIamport().payAfterAll(two.paymentId());
      return List.of(one, two);
    }

    @Override
    BrowserReturn takesAccount(Buyer buyer, OrderId order, Money price) {
      return buyer.onIamport().chooseVirtualAccount(order, price);
    }

    @Override
    void deposits(Buyer buyer, PaymentId payment) {
      buyer.onIamport().deposit(payment);
    }

    @Override
    String query(Buyer buyer, BrowserReturn back) {
      return buyer.onIamport().redirectQuery(back);
    }
  },

  PORTONE {
    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.portOne();
    }

    @Override
    BrowserReturn pays(Buyer buyer, OrderId order, Money price) {
      return buyer.onPortOne().pay(order, price);
    }

    /** The second window is told that the order is paid. */
    @Override
    List<BrowserReturn> paysTwice(Buyer buyer, OrderId order, Money price) {
      BrowserReturn one = buyer.onPortOne().abandon(order, price);
      BrowserReturn two = buyer.onPortOne().abandon(order, price);
      buyer.onPortOne().payAfterAll(one.paymentId());
      return List.of(one, two);
    }

    @Override
    BrowserReturn takesAccount(Buyer buyer, OrderId order, Money price) {
      return buyer.onPortOne().chooseVirtualAccount(order, price);
    }

    @Override
    void deposits(Buyer buyer, PaymentId payment) {
      buyer.onPortOne().deposit(payment);
    }

    @Override
    String query(Buyer buyer, BrowserReturn back) {
      return buyer.onPortOne().redirectQuery(back);
    }
  };

  /** The gateway's server in the sandbox. */
  abstract SandboxGateway server(Sandbox sandbox);

  /** Pays by card. */
  abstract BrowserReturn pays(Buyer buyer, OrderId order, Money price);

  /** Pays in two windows that were both open before one was paid. */
  abstract List<BrowserReturn> paysTwice(Buyer buyer, OrderId order, Money price);

  /** Takes a virtual account. */
  abstract BrowserReturn takesAccount(Buyer buyer, OrderId order, Money price);

  /**
   * Pays into the account.
   *
   * @throws IllegalStateException if it is closed
   */
  abstract void deposits(Buyer buyer, PaymentId payment);

  /** What the browser brings back, as a query. */
  abstract String query(Buyer buyer, BrowserReturn back);

  /** The shop's name of its account there. */
  String account() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the browser comes back to. */
  String redirect(Buyer buyer, BrowserReturn back) {
    return "/pg/return/" + account() + "?" + query(buyer, back);
  }
}
