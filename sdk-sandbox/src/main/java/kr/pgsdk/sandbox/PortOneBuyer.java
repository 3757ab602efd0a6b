package kr.pgsdk.sandbox;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.portone.PortOneAgreements;
import kr.pgsdk.sandbox.portone.PortOneCheckout;

/**
 * A buyer in PortOne V2's window ({@code PortOne.requestPayment}). At a channel with automatic
 * confirm the money moves here; at one with manual confirm the shop's server confirms by the token
 * that the browser brings, within 10 minutes. A {@code paymentId} is the shop's order id here, and
 * a {@code transactionId} this SDK's {@link PaymentId}: one for each attempt.
 *
 * <p>Whatever opens a window throws {@link IllegalStateException} if the real one would stay shut:
 * the payment is paid already, or {@link Switch#PORTONE_PRE_REGISTER_GUARDS} and it was registered
 * with another amount.
 */
public final class PortOneBuyer {
  private final PortOneCheckout checkout;
  private final PortOneAgreements agreements;

  PortOneBuyer(PortOneCheckout checkout, PortOneAgreements agreements) {
    this.checkout = checkout;
    this.agreements = agreements;
  }

  /** Pays by card at the channel with automatic confirm: {@code PAID}. */
  public BrowserReturn pay(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.pay(open.paymentId());
    return open;
  }

  /** Pays by card in a test channel: {@code PAID}, and the channel's type is {@code TEST}. */
  public BrowserReturn payInTestChannel(OrderId orderId, Money amount) {
    PaymentId id = checkout.open(orderId, amount, true, false);
    checkout.pay(id);
    return new BrowserReturn(id, orderId, amount);
  }

  /**
   * Pays by card, and a promotion or the wallet's points pay {@code discount} of it: {@code
   * amount.total} is the price, {@code amount.paid} what was charged.
   */
  public BrowserReturn payWithDiscount(OrderId orderId, Money price, Money discount) {
    return new BrowserReturn(checkout.payWithDiscount(orderId, price, discount), orderId, price);
  }

  /**
   * Authenticates with a good card at the channel with manual confirm: {@code READY}, and the
   * browser has a {@link #paymentToken}.
   */
  public BrowserReturn authenticate(OrderId orderId, Money amount) {
    return authenticate(orderId, amount, false);
  }

  /** The same in a test channel. */
  public BrowserReturn authenticateInTestChannel(OrderId orderId, Money amount) {
    return authenticate(orderId, amount, true);
  }

  private BrowserReturn authenticate(OrderId orderId, Money amount, boolean isTest) {
    PaymentId id = checkout.open(orderId, amount, isTest, true);
    checkout.pay(id);
    return new BrowserReturn(id, orderId, amount);
  }

  /**
   * Authenticates with a card that the payment company refuses at the confirm, which ends the
   * attempt ({@code FAILED}).
   *
   * @param pgCode the company's code, such as {@code REJECT_CARD_COMPANY}
   */
  public BrowserReturn authenticateWithRefusedCard(OrderId orderId, Money amount, String pgCode) {
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.refuse(authenticated.paymentId(), pgCode, "카드사 승인이 거절되었습니다.", 1, false);
    return authenticated;
  }

  /**
   * Authenticates with a card that the payment company refuses at the next {@code times} confirms;
   * the attempt stays as it is.
   */
  public BrowserReturn authenticateWithBrieflyRefusedCard(
      OrderId orderId, Money amount, String pgCode, int times) {
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.refuse(authenticated.paymentId(), pgCode, "잠시 후 다시 시도해 주세요.", times, true);
    return authenticated;
  }

  /** Authenticates, and the 10 minutes pass: the token confirms nothing any more. */
  public BrowserReturn letExpire(OrderId orderId, Money amount) {
    BrowserReturn authenticated = authenticate(orderId, amount);
    checkout.expire(authenticated.paymentId());
    return authenticated;
  }

  /** Tries to pay, and the payment company refuses: {@code FAILED}. */
  public BrowserReturn refuse(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.fail(open.paymentId(), "REJECT_CARD_COMPANY", "카드사 승인이 거절되었습니다.");
    return open;
  }

  /** Opens the window and leaves: {@code READY}. */
  public BrowserReturn abandon(OrderId orderId, Money amount) {
    return new BrowserReturn(checkout.open(orderId, amount, false, false), orderId, amount);
  }

  /**
   * Comes back to a window left open and pays by card.
   *
   * @throws IllegalStateException if that attempt isn't {@code READY}, or another succeeded
   */
  public void payAfterAll(PaymentId paymentId) {
    checkout.pay(paymentId);
  }

  /** Pays with a wallet whose response comes later: {@code PAY_PENDING}. */
  public BrowserReturn payLater(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.payLater(open.paymentId());
    return open;
  }

  /**
   * Lets the payment company decide about {@link #payLater}: {@code PAID} or {@code FAILED}.
   *
   * @throws IllegalStateException if that attempt isn't {@code PAY_PENDING}
   */
  public void settlePending(PaymentId paymentId, boolean approved) {
    checkout.settlePending(paymentId, approved);
  }

  /** Chooses a virtual account at the channel with automatic confirm: one is issued. */
  public BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.chooseAccount(open.paymentId());
    return open;
  }

  /** Chooses a virtual account at the channel with manual confirm: the confirm issues it. */
  public BrowserReturn authenticateForVirtualAccount(OrderId orderId, Money amount) {
    PaymentId id = checkout.open(orderId, amount, false, true);
    checkout.chooseAccount(id);
    return new BrowserReturn(id, orderId, amount);
  }

  /**
   * Pays into the virtual account: {@code PAID}.
   *
   * @throws IllegalStateException if no account waits for a deposit, or it is past its due date
   */
  public void deposit(PaymentId paymentId) {
    checkout.deposit(paymentId);
  }

  /**
   * Agrees to be charged by this card ({@code PortOne.requestIssueBillingKey}) at a channel with
   * automatic confirm.
   *
   * @return the billing key, as the page is given it
   * @throws IllegalArgumentException if no key is issued for the card
   */
  public String issueBillingKey(TestCard card) {
    return agreements.issueBillingKey(card);
  }

  /**
   * The same at a channel with manual confirm.
   *
   * @return the {@code billingIssueToken} that the shop's server confirms
   */
  public String agreeToBillingKey(TestCard card) {
    return agreements.agreeToBillingKey(card);
  }

  /**
   * The same in a window that also pays ({@code PortOne.requestIssueBillingKeyAndPay}).
   *
   * @return the {@code billingIssueToken} that the shop's server confirms
   */
  public String agreeToBillingKeyAndPayment(OrderId orderId, Money amount, TestCard card) {
    return agreements.agreeToBillingKey(checkout.open(orderId, amount, false, true), card);
  }

  /**
   * Shows who he or she is ({@code PortOne.requestIdentityVerification}).
   *
   * @param identityVerificationId the shop's number
   */
  public void verifyIdentity(String identityVerificationId, String name) {
    agreements.verifyIdentity(identityVerificationId, name);
  }

  /** Disputes the payment at the card company: {@code disputes} says so. */
  public void dispute(PaymentId paymentId, String reason) {
    checkout.dispute(paymentId, reason);
  }

  /** Gives the dispute up. */
  public void resolveDispute(PaymentId paymentId) {
    checkout.resolveDispute(paymentId);
  }

  /**
   * What the browser brings from a channel with manual confirm.
   *
   * @throws IllegalStateException if it brings none
   */
  public String paymentToken(BrowserReturn back) {
    return checkout.paymentToken(back.paymentId());
  }

  /** The query with which the browser comes back to {@code redirectUrl}, without question mark. */
  public String redirectQuery(BrowserReturn back) {
    return checkout.redirectQuery(back.paymentId(), back.amount());
  }

  /**
   * Pays {@code paid} on a page that was tampered with, and which tells the shop {@code claimed}.
   */
  public BrowserReturn tamper(OrderId orderId, Money paid, Money claimed) {
    return new BrowserReturn(pay(orderId, paid).paymentId(), orderId, claimed);
  }
}
