package kr.pgsdk.sandbox;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.toss.TossCheckout;

/**
 * A buyer in Toss's window ({@code requestPayment}), or with an account that the shop's server
 * asked for. No money moves here but a deposit: the shop's confirm captures, within 10 minutes.
 */
public final class TossBuyer {
  private final TossCheckout checkout;

  TossBuyer(TossCheckout checkout) {
    this.checkout = checkout;
  }

  /** Authenticates with a good card: {@code IN_PROGRESS}, ready to be confirmed. */
  public BrowserReturn authenticate(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.authenticate(open.paymentId());
    return open;
  }

  /**
   * Authenticates with a card that the confirm will be refused for, which then ends the payment
   * ({@code ABORTED}).
   *
   * @param code one of Toss's codes, such as {@code REJECT_CARD_COMPANY}
   * @throws IllegalArgumentException if Toss's tables of confirm have no such code
   */
  public BrowserReturn authenticateWithRefusedCard(OrderId orderId, Money amount, String code) {
    checkout.requireCode(code);
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.refuse(authenticated.paymentId(), code);
    return authenticated;
  }

  /**
   * Authenticates with a card that the next {@code times} confirms will be refused for; the payment
   * stays {@code IN_PROGRESS}.
   *
   * @param code one of Toss's codes, such as {@code PROVIDER_ERROR}
   * @throws IllegalArgumentException if Toss's tables of confirm have no such code
   */
  public BrowserReturn authenticateWithBrieflyRefusedCard(
      OrderId orderId, Money amount, String code, int times) {
    checkout.requireCode(code);
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.refuseBriefly(authenticated.paymentId(), code, times);
    return authenticated;
  }

  /**
   * Agrees to be charged by this card ({@code requestBillingAuth}).
   *
   * @param customerKey what the window was opened with
   * @return the {@code authKey} that the redirect brings; it works once
   */
  public String agreeToBilling(String customerKey, TestCard card) {
    return checkout.authenticateBilling(customerKey, card);
  }

  /** The query with which the browser comes back after {@link #agreeToBilling}. */
  public String billingQuery(String customerKey, String authKey) {
    return checkout.billingQuery(customerKey, authKey);
  }

  /** Opens the window and leaves: {@code READY}. */
  public BrowserReturn abandon(OrderId orderId, Money amount) {
    return new BrowserReturn(checkout.open(orderId, amount, false), orderId, amount);
  }

  /**
   * Fails to authenticate: {@code ABORTED}, with {@code failure}.
   *
   * @throws IllegalArgumentException if Toss's tables have no such code
   */
  public BrowserReturn failToAuthenticate(OrderId orderId, Money amount, String code) {
    checkout.requireCode(code);
    BrowserReturn open = abandon(orderId, amount);
    checkout.abort(open.paymentId(), code);
    return open;
  }

  /** Authenticates, and the 10 minutes pass without a confirm: {@code EXPIRED}. */
  public BrowserReturn letExpire(OrderId orderId, Money amount) {
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.expire(authenticated.paymentId());
    return authenticated;
  }

  /** Chooses a virtual account: the confirm will answer {@code WAITING_FOR_DEPOSIT}. */
  public BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount) {
    PaymentId id = checkout.open(orderId, amount, true);
    checkout.authenticate(id);
    return new BrowserReturn(id, orderId, amount);
  }

  /**
   * Pays into the virtual account: {@code DONE}.
   *
   * @throws IllegalStateException if no account waits for a deposit, or it is past its due date
   */
  public void deposit(PaymentId paymentId) {
    checkout.deposit(paymentId);
  }

  /** The query with which the browser comes to {@code successUrl}, without a question mark. */
  public String successQuery(BrowserReturn back) {
    return checkout.successQuery(back.paymentId(), back.amount());
  }

  /**
   * The query with which the browser comes to {@code failUrl}, without a question mark.
   *
   * @param code such as {@code PAY_PROCESS_CANCELED} or {@code REJECT_CARD_COMPANY}
   */
  public String failQuery(BrowserReturn back, String code) {
    return checkout.failQuery(back.paymentId(), code);
  }

  /**
   * Authenticates {@code authenticated} on a page that was tampered with, and which brings the shop
   * {@code claimed}. Either may be the honest amount.
   */
  public BrowserReturn tamper(OrderId orderId, Money authenticated, Money claimed) {
    return new BrowserReturn(authenticate(orderId, authenticated).paymentId(), orderId, claimed);
  }
}
