package kr.pgsdk.core.internal.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.NotConfirmedBuilder;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.flow.ConfirmSteps.Found;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Confirms, at every gateway: compares what the browser brought, captures or looks, judges what the
 * gateway says, and refunds a mismatch if that was asked for. Thread-safe.
 */
final class ConfirmFlow {
  private static final Set<Field> REFUNDABLE = EnumSet.of(Field.AMOUNT, Field.CURRENCY);

  private final ConfirmSteps steps;
  private final PaymentJudge judge;
  private final CancelFlow cancels;
  private final OpenConfirms open;

  /**
   * Makes the flow over a gateway's steps.
   *
   * @param open shared by all gateway objects of one merchant's that came from each other
   */
  ConfirmFlow(ConfirmSteps steps, CancelFlow cancels, OpenConfirms open) {
    this.steps = steps;
    this.judge = new PaymentJudge(steps);
    this.cancels = cancels;
    this.open = open;
  }

  /**
   * Confirms, as {@link kr.pgsdk.core.PaymentGateway#confirm} says.
   *
   * @param deadline starts the call's deadline; not asked if nothing is sent
   */
  Confirmation confirm(ConfirmRequest request, Supplier<Deadline> deadline) {
    NotConfirmed tampered = compareReturned(request, steps.terms());
    if (tampered != null) {
      return tampered;
    }
    Deadline started = deadline.get();
    if (request.withoutCapture()) {
      return look(request, started);
    }
    CaptureSteps capturing = steps.capturing(request);
    Confirmation judged =
        capturing == null
            ? look(request, started)
            : new ConfirmCall(capturing, judge, open, request, started).run();
    return refundIfAsked(request, judged, started);
  }

  /**
   * Compares what the browser brought with what the shop stored; null if nothing differs. The
   * gateway isn't asked, so whether it holds money stays open: a browser that lies about the amount
   * may well come from a checkout that was paid in full.
   */
  private static @Nullable NotConfirmed compareReturned(
      ConfirmRequest request, GatewayTerms terms) {
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

  /** Says where the payment stands and sends nothing else; an error of the lookup is thrown. */
  private Confirmation look(ConfirmRequest request, Deadline deadline) {
    Found found = steps.find(request, deadline);
    Payment payment = found.payment();
    if (payment == null) {
      return NotConfirmed.builder(steps.terms(), Reason.NOT_FOUND, MoneyHeld.UNKNOWN)
          .refusal(found.refusal() == null ? null : Refusal.of(found.refusal()))
          .advice(steps.adviceIfNotFound())
          .build();
    }
    Confirmation judged =
        judge.judge(PaymentJudge.expected(request), payment, Capture.ALREADY_CAPTURED);
    Known status = payment.status().known();
    boolean mayBeCaptured =
        (ConfirmReplies.UNFINISHED.contains(status) || status == Known.EXPIRED)
            && !found.over()
            && open.isAny(request.paymentId(), deadline.nanoTime(), sent -> true);
    return mayBeCaptured && judged instanceof NotConfirmed refused
        ? of(refused, payment, MoneyHeld.UNKNOWN).build()
        : judged;
  }

  /**
   * Refunds a payment that was judged wrong, if the request asks for it and it is safe: a fully
   * paid payment of this very order and nothing but amount or currency wrong. Anything else stays
   * as it is: a payment of another order, an order that was partly refunded on purpose, or a price
   * that a promotion has reduced.
   */
  private Confirmation refundIfAsked(
      ConfirmRequest request, Confirmation judged, Deadline deadline) {
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
    boolean promoted = PaymentJudge.promotionOf(request.money(), payment) != null;
    return moneyAlone && !promoted ? refund(refused, payment, deadline) : judged;
  }

  private NotConfirmed refund(NotConfirmed refused, Payment payment, Deadline deadline) {
    CancelRequest request =
        CancelRequest.full(payment.paymentId(), "amount or currency is not the order's")
            .orderId(payment.orderId())
            .expectedBalance(payment.balance())
            .build();
    try {
      Cancellation cancellation = cancels.cancel(request, () -> deadline);
      return cancellation instanceof Cancellation.Pending
          ? refunded(refused, cancellation.payment(), Refund.PENDING, MoneyHeld.UNKNOWN)
          : refunded(refused, cancellation.payment(), Refund.DONE, MoneyHeld.NO);
    } catch (OutcomeUnknownException e) {
      return refunded(refused, payment, Refund.UNKNOWN, MoneyHeld.UNKNOWN);
    } catch (PaymentException | IllegalStateException | IllegalArgumentException e) {
      // The refund of an earlier confirm may be what stands in the way.
      return e instanceof GatewayException refusal && cancels.saysRefundUnderWay(refusal)
          ? refunded(refused, payment, Refund.UNKNOWN, MoneyHeld.UNKNOWN)
          : refunded(refused, payment, Refund.FAILED, MoneyHeld.YES);
    }
  }

  private static NotConfirmed refunded(
      NotConfirmed refused, Payment payment, Refund refund, MoneyHeld moneyHeld) {
    return of(refused, payment, moneyHeld).refund(refund).build();
  }

  /** The same, with another word on the money. */
  private static NotConfirmedBuilder of(
      NotConfirmed refused, Payment payment, MoneyHeld moneyHeld) {
    return NotConfirmed.builder(payment.terms(), refused.reason(), moneyHeld)
        .mismatches(refused.mismatches())
        .payment(payment)
        .refusal(refused.refusal().orElse(null))
        .advice(refused.advice().orElse(null));
  }
}
