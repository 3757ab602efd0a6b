package kr.pgsdk.sandbox;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.iamport.IamportCheckout;

/**
 * A buyer in Iamport's window ({@code IMP.request_pay}). The money moves here, before the shop
 * hears of it.
 *
 * <p>Whatever opens a window throws {@link IllegalStateException} if the real one would stay shut:
 * the order is prepared with another amount, or is paid already.
 */
public final class IamportBuyer {
  private final IamportCheckout checkout;

  IamportBuyer(IamportCheckout checkout) {
    this.checkout = checkout;
  }

  /** Pays by card: the payment is {@code paid}. */
  public BrowserReturn pay(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.pay(open.paymentId());
    return open;
  }

  /** Pays by card in a test channel: {@code paid}, and {@code sandbox} is true. */
  public BrowserReturn payInTestChannel(OrderId orderId, Money amount) {
    PaymentId id = checkout.open(orderId, amount, true);
    checkout.pay(id);
    return new BrowserReturn(id, orderId, amount);
  }

  /**
   * Pays by card in a promotion of Iamport's: {@code paid}, {@code amount} is {@code price} less
   * {@code discount}, and {@code promotion} says so. The page tells the shop the price.
   */
  public BrowserReturn payWithPromotion(OrderId orderId, Money price, Money discount) {
    return new BrowserReturn(checkout.payWithPromotion(orderId, price, discount), orderId, price);
  }

  /**
   * Pays by card in a window that was opened with a {@code customer_uid}: {@code paid}, and the
   * card can be charged by that billing key. A card that no key is issued for fails. Any other pays
   * this time, whatever becomes of the charges by its key.
   */
  public BrowserReturn payAndIssueKey(
      OrderId orderId, Money amount, String customerUid, TestCard card) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.payAndIssueKey(open.paymentId(), customerUid, card);
    return open;
  }

  /** Pays by card in escrow: {@code paid}, and {@code escrow} is true. */
  public BrowserReturn payInEscrow(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.payInEscrow(open.paymentId());
    return open;
  }

  /**
   * Shows who he or she is ({@code IMP.certification}); no payment. The number that a certification
   * by {@code /certifications/otp/request} asks for is always 000000.
   *
   * @param orderId the {@code merchant_uid} that the window was opened with
   * @return the {@code imp_uid} of the certification, as the page's callback is given it
   */
  public String certify(OrderId orderId) {
    return checkout.certify(orderId);
  }

  /** Tries to pay, and the card company refuses: {@code failed}. */
  public BrowserReturn refuse(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.fail(open.paymentId(), "카드사 승인이 거절되었습니다.");
    return open;
  }

  /** Opens the window and leaves: {@code ready}. */
  public BrowserReturn abandon(OrderId orderId, Money amount) {
    return new BrowserReturn(checkout.open(orderId, amount, false), orderId, amount);
  }

  /**
   * Comes back to a window left open and pays by card.
   *
   * @throws IllegalStateException if that payment isn't {@code ready}
   */
  public void payAfterAll(PaymentId paymentId) {
    checkout.pay(paymentId);
  }

  /** Chooses a virtual account: {@code ready}, with an account number. */
  public BrowserReturn chooseVirtualAccount(OrderId orderId, Money amount) {
    BrowserReturn open = abandon(orderId, amount);
    checkout.issueAccount(open.paymentId());
    return open;
  }

  /**
   * Pays into the virtual account: {@code paid}.
   *
   * @throws IllegalStateException if no account waits for a deposit
   */
  public void deposit(PaymentId paymentId) {
    checkout.deposit(paymentId);
  }

  /**
   * The query with which the browser comes back to {@code m_redirect_url}, without a question mark.
   */
  public String redirectQuery(BrowserReturn back) {
    return checkout.redirectQuery(back.paymentId());
  }

  /** What the page's callback is given, as JSON: {@code rsp}. It has a buyer's name in it. */
  public String callback(BrowserReturn back) {
    return checkout.callback(back.paymentId(), back.amount());
  }

  /**
   * What Iamport asks the shop's {@code confirm_url} just before it approves the payment of an open
   * window: see {@link #abandon} and {@link #payAfterAll}.
   */
  public SandboxWebhook confirmProcess(BrowserReturn open) {
    return new SandboxWebhook(checkout.confirmProcess(open.paymentId()));
  }

  /**
   * Pays {@code paid} on a page that was tampered with, and which tells the shop {@code claimed}.
   * The window insists on a prepared amount, so this works only if none is prepared, or {@code
   * paid} is.
   */
  public BrowserReturn tamper(OrderId orderId, Money paid, Money claimed) {
    return new BrowserReturn(pay(orderId, paid).paymentId(), orderId, claimed);
  }
}
