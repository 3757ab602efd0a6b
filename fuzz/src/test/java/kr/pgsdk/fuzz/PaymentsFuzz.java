package kr.pgsdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.toss.model.TossPayment;

/** Stored payments, and what must hold for every payment that was read. */
public final class PaymentsFuzz {
  private PaymentsFuzz() {}

  static void iamport(byte[] input) {
    String json = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> IamportPayment.parse(json))
        .ifPresent(
            iamport -> {
              Accessors.walk(iamport);
              Payment payment = iamport.toPayment();
              requireConsistent(payment);
              Checks.require(
                  payment.amount().equals(iamport.amount())
                      && payment.orderId().equals(iamport.orderId()),
                  "toPayment() changes order id or amount: ",
                  payment);
            });
  }

  static void toss(byte[] input) {
    String json = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> TossPayment.parse(json))
        .ifPresent(
            toss -> {
              Accessors.walk(toss);
              Payment payment = toss.toPayment();
              requireConsistent(payment);
              TossPayment again = TossPayment.parse(toss.toJson());
              Checks.require(
                  again.toPayment().toString().equals(payment.toString())
                      && again.toJson().equals(toss.toJson()),
                  "reads back from JSON as another payment: ",
                  again);
            });
  }

  static void portOne(byte[] input) {
    String json = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> PortOnePayment.parse(json))
        .ifPresent(
            portOne -> {
              Accessors.walk(portOne);
              requireConsistent(portOne.toPayment());
            });
  }

  /** Requires what the contract promises of every payment. */
  public static void requireConsistent(Payment payment) {
    Accessors.walk(payment);
    Money amount = payment.amount();
    Money balance = payment.balance();
    Known status = payment.status().known();
    boolean sound =
        switch (status) {
          case PAID -> balance.equals(amount) && isUntouched(payment);
          case CANCEL_PENDING -> balance.equals(amount) && !isUntouched(payment);
          case WAITING_FOR_DEPOSIT -> balance.isZero() && payment.virtualAccount().isPresent();
          case PARTIALLY_CANCELLED -> !balance.isZero() && amount.isMoreThan(balance);
          case UNKNOWN -> balance.currency().equals(amount.currency());
          default -> balance.isZero();
        };
    Checks.require(sound, "status and payment contradict each other: ", payment);
    boolean unpaid =
        switch (status) {
          case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED -> true;
          default -> false;
        };
    Checks.require(
        !unpaid || payment.paidAt().isEmpty(), "never paid, but has a time of payment: ", payment);
    Checks.require(
        Money.of(amount.toPlainString(), amount.currency()).equals(amount),
        "an amount reads back as another: ",
        amount);
    requireVerifierAgrees(payment);
  }

  /** Whether no cancel has been done or is under way. */
  private static boolean isUntouched(Payment payment) {
    return payment.refundStatus() == RefundStatus.NONE
        && payment.cancels().stream().allMatch(cancel -> cancel.state() == State.FAILED);
  }

  private static void requireVerifierAgrees(Payment payment) {
    Money amount = payment.amount();
    if (!amount.isZero()) {
      Checks.require(
          matches(payment, payment.orderId(), amount) == payment.status().isPaid(),
          "the verifier and the status contradict each other: ",
          payment);
    }
    Optional<Money> more = Checks.resultOf(() -> amount.plus(Money.of("1", amount.currency())));
    Checks.require(
        more.isEmpty() || !matches(payment, payment.orderId(), more.get()),
        "another amount matches: ",
        payment);
    OrderId stranger = OrderId.of("an-order-no-input-has");
    Checks.require(
        amount.isZero()
            || payment.orderId().equals(stranger)
            || !matches(payment, stranger, amount),
        "another order matches: ",
        payment);
  }

  private static boolean matches(Payment payment, OrderId orderId, Money money) {
    var verification =
        PaymentVerifier.verify(PaymentExpectation.of(orderId, payment.paymentId(), money), payment);
    verification.mismatches().forEach(mismatch -> Checks.requireLine(mismatch.toString()));
    return verification.isMatch();
  }
}
