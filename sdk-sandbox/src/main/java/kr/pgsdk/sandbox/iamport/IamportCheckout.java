package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.iamport.IamportBook.Prepared;
import kr.pgsdk.sandbox.iamport.IamportPayment.Account;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireWebhook;

/** What buyers do to payments. Thread-safe. */
public final class IamportCheckout extends IamportDesk {
  private static final Duration ACCOUNT_LIFE = Duration.ofDays(2);

  private final IamportBilling billing;
  private final IamportCertifications certifications;

  IamportCheckout(
      IamportBook book,
      IamportBilling billing,
      IamportSchedules schedules,
      IamportCertifications certifications,
      Clock clock,
      RandomGenerator random,
      StateLock lock,
      IamportOutbound outbound,
      IamportJson json) {
    super(book, schedules, clock, random, lock, outbound, json);
    this.billing = billing;
    this.certifications = certifications;
  }

  /**
   * Opens the window: the payment is {@code ready}.
   *
   * @throws IllegalStateException if the window doesn't open: another amount is prepared, or the
   *     order is paid already
   */
  public PaymentId open(OrderId orderId, Money amount, boolean testChannel) {
    return locked(
        () -> {
          String merchantUid = orderId.value();
          Prepared prepared = book.prepared(merchantUid);
          if (prepared != null && !prepared.allows(amount)) {
            throw new IllegalStateException(
                "the window does not open: " + merchantUid + " is prepared with another amount");
          }
          if (!book.paid(merchantUid).isEmpty()) {
            throw new IllegalStateException(
                "the window does not open: " + merchantUid + " is paid already");
          }
          String impUid = "imp_" + RandomTexts.digits(random, 12);
          IamportPayment payment = new IamportPayment(impUid, merchantUid, amount, clock.instant());
          payment.testChannel = testChannel;
          book.add(payment);
          return PaymentId.of(impUid);
        });
  }

  /** Fields that a page said when it opened the window, or that the buyer chose in it. */
  public void chosen(PaymentId id, Map<String, ?> fields) {
    on(id, payment -> payment.given.putAll(fields));
  }

  /** The buyer pays by card in an open window. */
  public void pay(PaymentId id) {
    on(id, payment -> payment.pay(pgTid(), Cause.NO_REQUEST, clock.instant()));
  }

  /** The buyer pays by card in an open window, less what a promotion takes off. */
  public PaymentId payWithPromotion(OrderId orderId, Money price, Money discount) {
    PaymentId id = open(orderId, price, false);
    promote(id, discount);
    pay(id);
    return id;
  }

  /** A promotion takes something off the price in an open window. */
  public void promote(PaymentId id, Money discount) {
    on(
        id,
        payment -> {
          payment.amount = payment.amount.minus(discount);
          payment.discount = discount;
        });
  }

  /** The buyer pays by card in an open window, which stores the card under a billing key. */
  public void payAndIssueKey(PaymentId id, String customerUid, TestCard card) {
    on(
        id,
        payment -> {
          payment.useKey(customerUid, "issue");
          if (card.isRefusedAtIssue()) {
            payment.fail(card.reason(), clock.instant());
          } else {
            billing.store(customerUid, card);
            payment.pay(pgTid(), Cause.NO_REQUEST, clock.instant());
          }
        });
  }

  /** The buyer pays by card in an open window, in escrow. */
  public void payInEscrow(PaymentId id) {
    on(
        id,
        payment -> {
          payment.given.put("escrow", true);
          payment.pay(pgTid(), Cause.NO_REQUEST, clock.instant());
        });
  }

  /** The buyer shows who he or she is; returns the {@code imp_uid} of the certification. */
  public String certify(OrderId orderId) {
    return locked(() -> certifications.certify(orderId.value()));
  }

  /** The card company refuses in an open window. */
  public void fail(PaymentId id, String reason) {
    on(id, payment -> payment.fail(reason, clock.instant()));
  }

  /** The buyer chooses a virtual account in an open window. */
  public void issueAccount(PaymentId id) {
    issueAccount(id, "004", clock.instant().plus(ACCOUNT_LIFE));
  }

  /** The buyer chooses an account of the bank with this word in its name, until {@code due}. */
  public void chooseAccount(PaymentId id, String bank, Instant due) {
    issueAccount(id, IamportCodes.bankCode(bank), due);
  }

  private void issueAccount(PaymentId id, String bankCode, Instant due) {
    on(
        id,
        payment ->
            payment.issueAccount(
                new Account(RandomTexts.digits(random, 14), bankCode, clock.instant(), due),
                pgTid()));
  }

  /** The buyer pays into the virtual account. */
  public void deposit(PaymentId id) {
    on(
        id,
        payment -> {
          if (!payment.waitsForDeposit()) {
            throw new IllegalStateException(id + " has no account that waits for a deposit");
          }
          payment.pay(pgTid(), Cause.NO_REQUEST, clock.instant());
        });
  }

  /** The query that brings the buyer back to the shop. */
  public String redirectQuery(PaymentId id) {
    return of(id, outbound::redirectQuery);
  }

  /** What the page's callback is given, with the amount that the page claims. */
  public String callback(PaymentId id, Money claimed) {
    return of(id, payment -> outbound.callback(payment, claimed));
  }

  /** The question whether an open window's payment may be approved. */
  public WireWebhook confirmProcess(PaymentId id) {
    return of(id, outbound::confirmProcess);
  }

  /** An amount isn't in it. */
  @Override
  public String redirectQuery(PaymentId id, Money claimed) {
    return redirectQuery(id);
  }
}
