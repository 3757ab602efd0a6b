package kr.pgsdk.sandbox.toss;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireWebhook;

/** What buyers do to payments. Thread-safe. */
public final class TossCheckout extends TossDesk {
  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(TossJson.KOREA);

  private final TossBilling billing;

  TossCheckout(
      TossPayments payments,
      TossBilling billing,
      Clock clock,
      RandomGenerator random,
      StateLock lock,
      TossOutbound outbound) {
    super(payments, clock, random, lock, outbound);
    this.billing = billing;
  }

  /** Opens the window: the payment is {@code READY}. */
  public PaymentId open(OrderId orderId, Money amount, boolean virtualAccount) {
    return locked(
        () -> {
          Instant now = clock.instant();
          String paymentKey = "tviva" + KEY_TIME.format(now) + RandomTexts.alphanumeric(random, 8);
          payments.add(
              new TossPayment(
                  paymentKey,
                  orderId.value(),
                  amount,
                  virtualAccount ? Method.VIRTUAL_ACCOUNT : Method.CARD,
                  now,
                  "ps_" + RandomTexts.alphanumeric(random, 26)));
          return PaymentId.of(paymentKey);
        });
  }

  /** Notes what the buyer chose. */
  public void chosen(PaymentId id, TossChoice choice) {
    on(id, payment -> payment.choose(choice));
  }

  /** A buyer agrees to be charged, and the redirect brings an {@code authKey}. */
  public String authenticateBilling(String customerKey, TestCard card) {
    return locked(() -> billing.authenticate(customerKey, card));
  }

  /** The query that brings the buyer back who has agreed to be charged. */
  public String billingQuery(String customerKey, String authKey) {
    return TossOutbound.billingQuery(customerKey, authKey);
  }

  /** The buyer has authenticated: {@code IN_PROGRESS}, to be confirmed within 10 minutes. */
  public void authenticate(PaymentId id) {
    on(id, payment -> payment.authenticate(clock.instant()));
  }

  /** What Toss says with {@code code}. */
  public String words(String code) {
    return TossCodes.text(code);
  }

  /** Lets every confirm be refused; the first refusal ends the payment. */
  public void refuse(PaymentId id, String code) {
    on(id, payment -> payment.refusals.arrange(code, Integer.MAX_VALUE, false));
  }

  /** Lets the next {@code times} confirms be refused; the payment stays as it is. */
  public void refuseBriefly(PaymentId id, String code, int times) {
    on(id, payment -> payment.refusals.arrange(code, times, true));
  }

  /** Authentication fails in the window: {@code ABORTED}. */
  public void abort(PaymentId id, String code) {
    on(id, payment -> payment.abort(code));
  }

  /** The session ends before its time. */
  public void expire(PaymentId id) {
    on(id, TossPayment::expire);
  }

  /** The buyer pays into the virtual account. */
  public void deposit(PaymentId id) {
    on(id, payment -> payment.deposit(payments.transactionKey(), clock.instant()));
  }

  /** The query that brings the buyer to {@code successUrl}. */
  public String successQuery(PaymentId id, Money claimed) {
    return of(
        id, payment -> TossOutbound.successQuery(payment.paymentKey, payment.orderId, claimed));
  }

  /** The query that brings the buyer to {@code failUrl}. */
  public String failQuery(PaymentId id, String code) {
    return of(id, payment -> TossOutbound.failQuery(payment.orderId, code));
  }

  /** A signed webhook about a payout. */
  public WireWebhook payoutChanged(String payoutId, String status) {
    return locked(() -> outbound.payoutChanged(payoutId, status, clock.instant()));
  }

  /** That of {@code failUrl} if the buyer failed to authenticate. */
  @Override
  public String redirectQuery(PaymentId id, Money claimed) {
    String failure = of(id, payment -> payment.failureCode == null ? "" : payment.failureCode);
    return failure.isEmpty() ? successQuery(id, claimed) : failQuery(id, failure);
  }
}
