package kr.pgsdk.core.verify;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;

/**
 * Says whether a payment is the one a shop expects: order id, payment id, amount, currency and
 * status, each compared strictly. A partly cancelled payment is not a paid one.
 *
 * <p>Pure: no I/O, no clock, no locale, and no allocation when all is well.
 */
public final class PaymentVerifier {
  private PaymentVerifier() {}

  /** Compares everything and reports every difference. Works for payments of any gateway. */
  public static Verification verify(PaymentExpectation expectation, Payment payment) {
    boolean orderId = expectation.orderId().equals(payment.orderId());
    PaymentId expectedPaymentId = expectation.paymentIdOrNull();
    boolean paymentId = expectedPaymentId == null || expectedPaymentId.equals(payment.paymentId());
    boolean amount = expectation.money().amount().compareTo(payment.amount().amount()) == 0;
    boolean currency = expectation.money().currency().equals(payment.amount().currency());
    boolean status = payment.status().isPaid();
    if (orderId && paymentId && amount && currency && status) {
      return Verification.MATCH;
    }
    List<Mismatch> mismatches = new ArrayList<>();
    if (!orderId) {
      mismatches.add(
          new Mismatch(
              Field.ORDER_ID,
              payment.terms().orderId(),
              expectation.orderId().value(),
              payment.orderId().value()));
    }
    if (expectedPaymentId != null && !paymentId) {
      mismatches.add(
          new Mismatch(
              Field.PAYMENT_ID,
              payment.terms().paymentId(),
              expectedPaymentId.value(),
              payment.paymentId().value()));
    }
    if (!amount) {
      mismatches.add(
          new Mismatch(
              Field.AMOUNT,
              payment.terms().amount(),
              expectation.money().toPlainString(),
              paid(expectation.money(), payment)));
    }
    if (!currency) {
      mismatches.add(
          new Mismatch(
              Field.CURRENCY,
              "currency",
              expectation.money().currency(),
              payment.amount().currency()));
    }
    if (!status) {
      mismatches.add(new Mismatch(Field.STATUS, "status", "PAID", payment.status().toString()));
    }
    return Verification.of(mismatches);
  }

  /** The amount that was paid; a promotion that explains the difference is named. */
  private static String paid(Money price, Payment payment) {
    String paid = payment.amount().toPlainString();
    return payment
        .promotion()
        .filter(p -> p.discount().currency().equals(price.currency()))
        .filter(p -> payment.amount().currency().equals(price.currency()))
        .filter(p -> payment.amount().plus(p.discount()).equals(price))
        .map(p -> paid + " (" + p + ")")
        .orElse(paid);
  }
}
