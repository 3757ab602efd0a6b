package kr.pgsdk.core.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import org.jspecify.annotations.Nullable;

/** What a confirm answers, given what the browser brought and what the gateway said. */
public final class Confirming {
  private static final Set<Field> REFUNDABLE = EnumSet.of(Field.AMOUNT, Field.CURRENCY);

  private Confirming() {}

  /**
   * Compares what the browser brought with what the shop stored; null if nothing differs. The
   * gateway isn't asked, so whether it holds money stays open: a browser that lies about the amount
   * may well come from a checkout that was paid in full.
   */
  public static @Nullable NotConfirmed compareReturned(ConfirmRequest request, GatewayTerms terms) {
    List<Mismatch> mismatches = new ArrayList<>();
    OrderId orderId = request.returnedOrderId().orElse(request.orderId());
    if (!orderId.equals(request.orderId())) {
      mismatches.add(
          new Mismatch(
              Field.ORDER_ID, terms.orderId(), request.orderId().value(), orderId.value()));
    }
    Money expected = request.money();
    Money money = request.returnedMoney().orElse(expected);
    if (money.amount().compareTo(expected.amount()) != 0) {
      mismatches.add(
          new Mismatch(
              Field.AMOUNT, terms.amount(), expected.toPlainString(), money.toPlainString()));
    }
    if (!money.currency().equals(expected.currency())) {
      mismatches.add(
          new Mismatch(Field.CURRENCY, "currency", expected.currency(), money.currency()));
    }
    return mismatches.isEmpty()
        ? null
        : NotConfirmed.builder(terms, Reason.MISMATCH, MoneyHeld.UNKNOWN)
            .mismatches(mismatches)
            .build();
  }

  /**
   * Judges a payment as the gateway described it.
   *
   * @param acceptTest whether a payment of the gateway's test channel may count as paid
   */
  public static Confirmation judge(
      ConfirmRequest request, Payment payment, Capture capture, boolean acceptTest) {
    List<Mismatch> mismatches =
        PaymentVerifier.verify(
                PaymentExpectation.of(request.orderId(), request.paymentId(), request.money()),
                payment)
            .mismatches();
    boolean testRefused = payment.test() && !acceptTest;
    boolean onlyStatus = mismatches.stream().allMatch(m -> m.field() == Field.STATUS);
    if (mismatches.isEmpty() && !testRefused) {
      return new Confirmed(payment, capture);
    }
    Known status = payment.status().known();
    if (status == Known.WAITING_FOR_DEPOSIT && onlyStatus && !testRefused) {
      return new AwaitingDeposit(payment);
    }
    Reason reason =
        testRefused ? Reason.TEST_PAYMENT : onlyStatus ? reason(status) : Reason.MISMATCH;
    boolean explained = payment.failureCode().isPresent() || payment.failureMessage().isPresent();
    return NotConfirmed.builder(payment.terms(), reason, moneyHeld(request, payment))
        .mismatches(mismatches)
        .payment(payment)
        .refusal(
            explained
                ? Refusal.ofFailure(
                    payment.failureCode().orElse(null), payment.failureMessage().orElse(null))
                : null)
        .build();
  }

  private static Reason reason(Known status) {
    return switch (status) {
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT -> Reason.NOT_YET_PAID;
      case CANCELLED, PARTIALLY_CANCELLED -> Reason.CANCELLED;
      case FAILED -> Reason.FAILED;
      case EXPIRED -> Reason.EXPIRED;
      case PAID, UNKNOWN -> Reason.UNKNOWN_STATUS;
    };
  }

  /**
   * Whether the gateway holds money for the expected order under the payment that was asked for.
   *
   * @param payment what the gateway answered; of the asked one, another payment says nothing
   */
  public static MoneyHeld moneyHeld(ConfirmRequest request, Payment payment) {
    if (!payment.paymentId().equals(request.paymentId())) {
      return MoneyHeld.UNKNOWN;
    }
    if (!payment.orderId().equals(request.orderId())) {
      return MoneyHeld.NO;
    }
    if (payment.status().known() == Known.UNKNOWN) {
      return MoneyHeld.UNKNOWN;
    }
    return payment.balance().isZero() ? MoneyHeld.NO : MoneyHeld.YES;
  }

  /**
   * Refunds a payment that was judged wrong, if the request asks for it and it is safe: a fully
   * paid payment of this very order and nothing but amount or currency wrong. Anything else stays
   * as it is: a stranger's payment, or an order that was partly refunded on purpose.
   *
   * @param cancel cancels through the gateway
   */
  public static Confirmation refundIfAsked(
      ConfirmRequest request, Confirmation judged, Function<CancelRequest, Cancellation> cancel) {
    if (request.onMismatch() != OnMismatch.CANCEL
        || !(judged instanceof NotConfirmed refused)
        || refused.reason() != Reason.MISMATCH) {
      return judged;
    }
    Payment payment = refused.payment().orElse(null);
    if (payment == null || !payment.status().isPaid() || !payment.cancels().isEmpty()) {
      return judged;
    }
    boolean moneyAlone =
        refused.mismatches().stream().allMatch(m -> REFUNDABLE.contains(m.field()));
    return moneyAlone ? refund(refused, payment, cancel) : judged;
  }

  private static NotConfirmed refund(
      NotConfirmed refused, Payment payment, Function<CancelRequest, Cancellation> cancel) {
    CancelRequest request =
        CancelRequest.full(payment.paymentId(), "amount or currency is not the order's")
            .expectedBalance(payment.balance())
            .build();
    try {
      Cancellation cancellation = cancel.apply(request);
      return cancellation instanceof Cancellation.Pending
          ? refunded(refused, cancellation.payment(), Refund.PENDING, MoneyHeld.UNKNOWN)
          : refunded(refused, cancellation.payment(), Refund.DONE, MoneyHeld.NO);
    } catch (OutcomeUnknownException e) {
      return refunded(refused, payment, Refund.UNKNOWN, MoneyHeld.UNKNOWN);
    } catch (PaymentException | IllegalStateException e) {
      return refunded(refused, payment, Refund.FAILED, MoneyHeld.YES);
    }
  }

  private static NotConfirmed refunded(
      NotConfirmed refused, Payment payment, Refund refund, MoneyHeld moneyHeld) {
    return NotConfirmed.builder(payment.terms(), refused.reason(), moneyHeld)
        .mismatches(refused.mismatches())
        .payment(payment)
        .refund(refund)
        .build();
  }
}
