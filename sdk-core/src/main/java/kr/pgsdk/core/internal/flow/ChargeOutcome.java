package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.flow.ChargeSteps.Found;
import kr.pgsdk.core.internal.flow.OpenCharges.Sent;
import kr.pgsdk.core.verify.PaymentExpectation;
import org.jspecify.annotations.Nullable;

/** Says how a charge has ended, and notes it for the calls after this one. */
final class ChargeOutcome {
  /** Nothing is charged, and a sending under way may still do it. */
  static final Set<Known> UNFINISHED =
      EnumSet.of(Known.READY, Known.IN_PROGRESS, Known.WAITING_FOR_DEPOSIT);

  private final ChargeSteps steps;
  private final PaymentJudge judge;
  private final OpenCharges open;
  private final ChargeErrors errors;
  private final OrderId order;
  private final PaymentExpectation expected;
  private final @Nullable String key;

  ChargeOutcome(
      ChargeSteps steps,
      PaymentJudge judge,
      OpenCharges open,
      ChargeErrors errors,
      ChargeRequest request,
      @Nullable String key) {
    this.steps = steps;
    this.judge = judge;
    this.open = open;
    this.errors = errors;
    this.order = request.orderId();
    this.expected = PaymentExpectation.of(order, request.money());
    this.key = key;
  }

  /**
   * What a payment of the order decides; null if nothing.
   *
   * @param why the gateway's last words, or the doubt; null if there is nothing more to say
   * @param ended whether nothing that this object has sent for the order is open any more
   */
  @Nullable Confirmation shown(Found found, @Nullable PaymentException why, boolean ended) {
    Payment payment = found.payment();
    if (payment == null
        || isNothing(found, payment)
        || UNFINISHED.contains(payment.status().known())) {
      return null;
    }
    if (ended && payment.status().known() == Known.FAILED) {
      return null; // the refusal says more
    }
    if (found.others() && open.inDoubt(order) != null && !ended) {
      // The order is paid or declined by another request; this one may still be executed as well.
      throw errors.unknown(why, null);
    }
    return said(payment, Capture.ALREADY_CAPTURED);
  }

  /**
   * Whether a payment holds nothing, and is no decline of this order: a checkout that ran out or
   * failed, or a failure where a response has said captured.
   */
  boolean isNothing(Found found, Payment payment) {
    Known status = payment.status().known();
    return status == Known.EXPIRED
        || (status == Known.FAILED && (!found.byKey() || open.isCaptured(order)));
  }

  /** The order is charged or declined, by what this payment says. */
  Confirmation said(Payment payment, Capture capture) {
    noteIfCaptured(payment);
    if (payment.status().known() != Known.UNKNOWN) {
      decide();
    }
    Confirmation judged = judge.judge(expected, payment, capture);
    return judged instanceof NotConfirmed refused && refused.reason() == Reason.FAILED
        ? NotConfirmed.builder(payment.terms(), Reason.REFUSED, refused.moneyHeld())
            .payment(payment)
            .refusal(refused.refusal().orElse(null))
            .build()
        : judged;
  }

  /** The charge is refused, with the payment of the order that a look shows. */
  NotConfirmed refused(GatewayException refusal, @Nullable Payment payment, MoneyHeld moneyHeld) {
    return NotConfirmed.builder(steps.terms(), Reason.REFUSED, moneyHeld)
        .refusal(Refusal.of(refusal))
        .payment(payment)
        .build();
  }

  /** Whether this refusal, or a response before it, says that the order is paid. */
  boolean mayBePaid(GatewayException refused) {
    return steps.saysPaid(refused) || open.isCaptured(order);
  }

  /** An order that was called captured is never called declined, whatever a later response says. */
  void noteIfCaptured(Payment payment) {
    if (PaymentJudge.wasCaptured(payment)) {
      open.capture(order);
    }
  }

  /** Notes that the order is charged or declined. */
  void decide() {
    open.decide(order, new Sent(key, "")); // the mark of one that was sent is kept there
  }
}
