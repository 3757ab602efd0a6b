package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
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
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.ChargeSteps.Found;
import kr.pgsdk.core.internal.flow.OpenCharges.Sent;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.verify.PaymentExpectation;
import org.jspecify.annotations.Nullable;

/**
 * One charge: a look at the order, one sending if nothing stands in its way, and another look
 * wherever the response doesn't say for certain what came of it.
 */
final class ChargeCall {
  private static final Set<Known> UNFINISHED =
      EnumSet.of(Known.READY, Known.IN_PROGRESS, Known.WAITING_FOR_DEPOSIT);

  private final ChargeSteps steps;
  private final PaymentJudge judge;
  private final OpenCharges open;
  private final ChargeRequest request;
  private final OrderId order;
  private final PaymentExpectation expected;
  private final Deadline deadline;
  private final ChargeErrors errors;
  private final @Nullable String key;
  private final @Nullable Sent doubtedBefore;
  private @Nullable String mark;

  ChargeCall(
      ChargeSteps steps,
      PaymentJudge judge,
      OpenCharges open,
      ChargeRequest request,
      @Nullable String key,
      Deadline deadline) {
    this.steps = steps;
    this.judge = judge;
    this.open = open;
    this.request = request;
    this.order = request.orderId();
    this.expected = PaymentExpectation.of(order, request.money());
    this.deadline = deadline;
    this.errors = new ChargeErrors(order, steps.terms());
    this.key = key;
    this.doubtedBefore = open.inDoubt(order);
    this.mark = doubtedBefore == null ? null : doubtedBefore.mark();
  }

  Confirmation run() {
    Confirmation known = lookBefore();
    return known != null ? known : send();
  }

  /** Where the order stands before anything is sent; null if the charge is to be sent. */
  private @Nullable Confirmation lookBefore() {
    Found found;
    try {
      found = steps.find(request, mark, deadline);
    } catch (MalformedResponseException e) {
      throw kept(errors.unreadable(e));
    } catch (PaymentException e) {
      throw kept(e);
    }
    Confirmation decided = decided(found, null, false);
    if (decided != null) {
      return decided;
    }
    Payment payment = found.payment();
    if (payment != null && !isNothing(found, payment)) {
      if (!found.byKey()) {
        return notPaid(payment);
      }
      if (key == null) {
        throw errors.unknown(null, null); // a charge of an earlier call, or of another server
      }
    }
    if (doubtedBefore != null && !isRepetitionOf(doubtedBefore)) {
      throw errors.unknown(null, null);
    }
    Sent decidedBefore = open.decided(order);
    if (decidedBefore != null && !isRepetitionOf(decidedBefore)) {
      throw errors.behind();
    }
    return null;
  }

  /** Whether the gateway would recognise this charge as one that was sent. */
  private boolean isRepetitionOf(Sent earlier) {
    return key != null && key.equals(earlier.key());
  }

  /** Another payment of the order is open, such as a checkout that the buyer may still finish. */
  private Confirmation notPaid(Payment payment) {
    if (doubtedBefore != null) {
      throw errors.unknown(null, null);
    }
    return NotConfirmed.builder(payment.terms(), Reason.NOT_YET_PAID, MoneyHeld.NO)
        .payment(payment)
        .build();
  }

  private Confirmation send() {
    String sent = mark != null ? mark : UUID.randomUUID().toString();
    mark = sent;
    open.begin(order, new Sent(key, sent));
    Captured answer;
    try {
      answer = steps.charge(request, sent, deadline);
    } catch (OutcomeUnknownException lost) {
      return afterLoss(lost);
    } catch (GatewayException refused) {
      return afterRefusal(refused);
    } catch (TransportException | AuthenticationException e) {
      throw notExecuted(e);
    }
    return afterAnswer(answer);
  }

  /** Nothing came of this sending. */
  private PaymentException notExecuted(PaymentException e) {
    if (doubtedBefore == null) {
      open.end(order);
    }
    return kept(e);
  }

  private Confirmation afterAnswer(Captured answer) {
    Payment payment = answer.payment();
    if (payment == null) {
      return afterUnseen(answer);
    }
    boolean declined = payment.status().known() == Known.FAILED;
    boolean contradicts = declined && open.isCaptured(order);
    noteIfCaptured(payment);
    if (answer.replay() || UNFINISHED.contains(payment.status().known()) || contradicts) {
      return afterLook(null, false);
    }
    return declined ? afterDecline(payment) : said(payment, Capture.BY_THIS_CALL);
  }

  /** Judges what a look shows after an answer that says captured, and nothing of the payment. */
  private Confirmation afterUnseen(Captured answer) {
    Payment now;
    try {
      now = steps.find(request, mark, deadline).payment();
    } catch (PaymentException | IllegalStateException e) {
      throw errors.unknown(null, e);
    }
    if (now == null
        || UNFINISHED.contains(now.status().known())
        || now.status().known() == Known.FAILED) {
      throw errors.unknown(null, null);
    }
    return said(now, answer.replay() ? Capture.ALREADY_CAPTURED : Capture.BY_THIS_CALL);
  }

  /** An order that was called captured is never called declined, whatever a later answer says. */
  private void noteIfCaptured(Payment payment) {
    if (PaymentJudge.wasCaptured(payment)) {
      open.capture(order);
    }
  }

  /** The order may have been paid otherwise since the look before, as by another server. */
  private Confirmation afterDecline(Payment declined) {
    Payment now;
    try {
      now = steps.find(request, mark, deadline).payment();
    } catch (PaymentException | IllegalStateException e) {
      now = null; // the decline stands, whatever else came of the order
    }
    return now != null && !now.balance().isZero()
        ? said(now, Capture.ALREADY_CAPTURED)
        : said(declined, Capture.BY_THIS_CALL);
  }

  private Confirmation afterRefusal(GatewayException refused) {
    if (refused.httpStatus().orElse(0) == 429) {
      throw notExecuted(refused);
    }
    RefusalClass proof = steps.classify(refused);
    boolean ofThisSending = proof.isDefinite() || proof == RefusalClass.BY_THE_COMPANY;
    boolean ended = proof == RefusalClass.FINAL || (ofThisSending && doubtedBefore == null);
    return afterLook(refused, ended);
  }

  private Confirmation afterLoss(OutcomeUnknownException lost) {
    GatewayException repetition = Outcomes.refusalIn(lost);
    boolean ended = repetition != null && steps.classify(repetition) == RefusalClass.FINAL;
    return afterLook(repetition != null ? repetition : lost, ended);
  }

  /**
   * What a look makes of a charge that was refused or is in doubt.
   *
   * @param why the gateway's last words, or the doubt; null if there is nothing more to say
   * @param ended whether no sending can have charged unless the look shows it
   */
  private Confirmation afterLook(@Nullable PaymentException why, boolean ended) {
    Found found;
    try {
      found = steps.find(request, mark, deadline);
    } catch (PaymentException | IllegalStateException e) {
      // The payment company may have charged all the same: only a look makes it a refusal.
      if (ended
          && why instanceof GatewayException refused
          && steps.classify(refused) != RefusalClass.BY_THE_COMPANY) {
        refused.addSuppressed(e);
        decide();
        if (mayBePaid(refused)) {
          throw errors.unknown(why, e);
        }
        return refused(refused, null, MoneyHeld.UNKNOWN);
      }
      throw errors.unknown(why, e);
    }
    Confirmation decided = decided(found, why, ended);
    if (decided != null) {
      return decided;
    }
    if (!ended || !(why instanceof GatewayException refused)) {
      throw errors.unknown(why, null);
    }
    Payment left = found.payment();
    boolean underWay = left != null && found.byKey() && UNFINISHED.contains(left.status().known());
    decide();
    if (underWay || mayBePaid(refused)) {
      // This sending is over; one of an earlier process may have charged.
      throw errors.unknown(why, null);
    }
    boolean open =
        steps.classify(refused) == RefusalClass.BY_THE_COMPANY
            && (left == null || left.status().known() != Known.FAILED);
    return refused(refused, left, open ? MoneyHeld.UNKNOWN : MoneyHeld.NO);
  }

  /** Whether this refusal, or an answer before it, says that the order is paid. */
  private boolean mayBePaid(GatewayException refused) {
    return steps.saysPaid(refused) || open.isCaptured(order);
  }

  /**
   * What a payment of the order decides; null if nothing.
   *
   * @param ended whether nothing that this object has sent for the order is open any more
   */
  private @Nullable Confirmation decided(
      Found found, @Nullable PaymentException why, boolean ended) {
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
   * failed, or a failure where an answer has said captured.
   */
  private boolean isNothing(Found found, Payment payment) {
    Known status = payment.status().known();
    return status == Known.EXPIRED
        || (status == Known.FAILED && (!found.byKey() || open.isCaptured(order)));
  }

  private Confirmation said(Payment payment, Capture capture) {
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

  private void decide() {
    open.decide(order, new Sent(key, mark == null ? "" : mark));
  }

  private NotConfirmed refused(
      GatewayException refusal, @Nullable Payment payment, MoneyHeld moneyHeld) {
    return NotConfirmed.builder(steps.terms(), Reason.REFUSED, moneyHeld)
        .refusal(Refusal.of(refusal))
        .payment(payment)
        .build();
  }

  /** What keeps this call from an answer says nothing about the calls before it. */
  private PaymentException kept(PaymentException e) {
    return doubtedBefore != null ? errors.unknown(e, null) : e;
  }
}
