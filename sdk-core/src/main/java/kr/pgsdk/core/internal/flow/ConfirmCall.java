package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.OpenConfirms.Sending;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One confirm that captures: a sending, then a lookup wherever the answer doesn't say for certain
 * where the payment stands; another sending, under the next key, only when all before were refused
 * and the payment still waits.
 */
final class ConfirmCall {
  private static final int MAX_SENDINGS = 3;

  /** Nothing is captured, and a sending under way may still do it. */
  static final Set<Known> UNFINISHED = EnumSet.of(Known.READY, Known.IN_PROGRESS);

  /** Nothing was captured, and nothing will be: what was captured never comes to this. */
  private static final Set<Known> CAME_TO_NOTHING = EnumSet.of(Known.FAILED, Known.EXPIRED);

  /** What comes next. */
  private enum State {
    SEND,
    LOOK_AFTER_REFUSAL,
    LOOK_AFTER_LOSS,
    JUDGE_CAPTURED,
    JUDGE_REFUSED
  }

  private final CaptureSteps steps;
  private final PaymentJudge judge;
  private final OpenConfirms open;
  private final ConfirmRequest request;
  private final Deadline deadline;
  private final ConfirmLookup lookup;

  private int sendings;
  private int keyNumber = 1;
  private @Nullable Sending sending;
  private @Nullable Captured captured;
  private @Nullable OutcomeUnknownException loss;
  private @Nullable GatewayException refusal;

  /** The refusal that left a doubt, under an earlier key; null if none did. */
  private @Nullable GatewayException doubted;

  /** What the lookup after the last refusal showed. */
  private @Nullable Payment shown;

  ConfirmCall(
      CaptureSteps steps,
      PaymentJudge judge,
      OpenConfirms open,
      ConfirmRequest request,
      Deadline deadline) {
    this.steps = steps;
    this.judge = judge;
    this.open = open;
    this.request = request;
    this.deadline = deadline;
    this.lookup = new ConfirmLookup(steps, request, deadline);
  }

  private ConfirmErrors errors() {
    return new ConfirmErrors(request, steps.terms());
  }

  private ConfirmRefusals refusals() {
    return new ConfirmRefusals(steps, judge, request);
  }

  Confirmation run() {
    State state = State.SEND;
    while (true) {
      switch (state) {
        case SEND -> state = send();
        case LOOK_AFTER_REFUSAL -> state = lookAfterRefusal(last());
        case LOOK_AFTER_LOSS -> {
          return afterLoss(Objects.requireNonNull(loss));
        }
        case JUDGE_CAPTURED -> {
          return afterCaptured(Objects.requireNonNull(captured));
        }
        case JUDGE_REFUSED -> {
          return afterRefused(last());
        }
      }
    }
  }

  private GatewayException last() {
    return Objects.requireNonNull(refusal, "only looked at after one");
  }

  private State send() {
    Duration longest = deadline.forMoney().left().plus(CancelSteps.LONGEST_WORK);
    Sending now = open.begin(request, keyNumber, deadline.nanoTime(), longest);
    sending = now;
    sendings++;
    try {
      captured = steps.capture(request, keyNumber, deadline);
      return State.JUDGE_CAPTURED;
    } catch (OutcomeUnknownException e) {
      loss = e;
      return State.LOOK_AFTER_LOSS;
    } catch (GatewayException e) {
      refusal = e;
      if (steps.classify(e).isDefinite() || isRateLimit(e)) {
        open.end(now);
      } else {
        open.refused(now);
      }
      return State.LOOK_AFTER_REFUSAL;
    } catch (TransportException | AuthenticationException notExecuted) {
      open.end(now);
      throw kept(notExecuted);
    }
  }

  private static boolean isRateLimit(GatewayException refused) {
    return refused.httpStatus().orElse(0) == 429;
  }

  /** What keeps this call from an answer says nothing about the calls before it. */
  private PaymentException kept(PaymentException e) {
    return isAnotherOpen() ? errors().unknown(doubted != null ? doubted : e, null) : e;
  }

  private boolean isAnotherOpen() {
    return open.isAnotherOpen(Objects.requireNonNull(sending), deadline.nanoTime());
  }

  /** Looks where the payment stands, and whether another sending is to follow. */
  private State lookAfterRefusal(GatewayException refused) {
    if (isRateLimit(refused)) {
      throw kept(refused);
    }
    boolean definite = steps.classify(refused).isDefinite();
    if (steps.saysNotFound(refused) && !isAnotherOpen()) {
      shown = null;
      return State.JUDGE_REFUSED;
    }
    boolean ofTheCompany = steps.classify(refused) == RefusalClass.BY_THE_COMPANY;
    shown =
        definite || ofTheCompany
            ? lookup.findOrNull(refused)
            : lookup.findUnlessMisdirected(refused, !isAnotherOpen());
    doubted = definite ? doubted : refused;
    boolean waits = shown != null && shown.status().known() == Known.IN_PROGRESS;
    boolean again =
        waits
            && sendings < MAX_SENDINGS
            && steps.mayPass(refused)
            && !open.isAnotherUnrefused(Objects.requireNonNull(sending), deadline.nanoTime())
            && steps.pause(sendings, deadline);
    // What was refused in front of the record isn't kept under its key: the key is still good.
    keyNumber = again && !definite ? keyNumber + 1 : keyNumber;
    return again ? State.SEND : State.JUDGE_REFUSED;
  }

  /** Where the payment stands once no sending follows a refusal. */
  private Confirmation afterRefused(GatewayException refused) {
    boolean ended = isEndedBy(refused);
    if (shown != null) {
      return afterLookup(shown, refused, ended);
    }
    if (!ended) {
      throw errors().unknown(refused, null);
    }
    Reason reason = steps.saysNotFound(refused) ? Reason.NOT_FOUND : Reason.REFUSED;
    return refusals().unseen(reason, refused);
  }

  /**
   * Whether nothing that was sent for this payment captures after this refusal. A final one speaks
   * for all that went out under its key; one of this sending for nothing else; and one that another
   * sending may pass not even for that: an earlier call may be what stands in its way.
   */
  private boolean isEndedBy(GatewayException refused) {
    Sending own = Objects.requireNonNull(sending);
    long now = deadline.nanoTime();
    return switch (steps.classify(refused)) {
      case FINAL -> !open.isOtherKeyOpen(own, now);
      case OF_THIS_SENDING -> !steps.mayPass(refused) && !open.isAnotherOpen(own, now);
      // It may have captured all the same: only a lookup makes it a refusal.
      case BY_THE_COMPANY ->
          shown != null && !steps.mayPass(refused) && !open.isAnotherOpen(own, now);
      case UNCERTAIN, UNCERTAIN_AT_THE_BANK -> false;
    };
  }

  /** What a lookup makes of a capture that may have been executed. */
  private Confirmation afterLoss(OutcomeUnknownException lost) {
    GatewayException repetition = Outcomes.refusalIn(lost);
    PaymentException why = repetition != null ? repetition : lost;
    Payment now = lookup.findOrDoubt(why);
    boolean ended =
        repetition != null
            && steps.classify(repetition) == RefusalClass.FINAL
            && isEndedBy(repetition)
            && (now == null || !steps.saysNotFound(repetition));
    if (now != null) {
      return afterLookup(now, why, ended);
    }
    if (!ended || repetition == null) {
      throw errors().unknown(why, null);
    }
    open.end(Objects.requireNonNull(sending));
    return refusals().unseen(Reason.REFUSED, repetition);
  }

  /**
   * Judges what a lookup shows after a sending that was refused or in doubt.
   *
   * @param why the gateway's last words, or the doubt; null if there is nothing more to say
   * @param ended whether no sending can have captured unless the lookup shows it
   */
  private Confirmation afterLookup(Payment now, @Nullable PaymentException why, boolean ended) {
    Known status = now.status().known();
    if (!UNFINISHED.contains(status) && !CAME_TO_NOTHING.contains(status)) {
      return said(judge.judge(PaymentJudge.expected(request), now, Capture.ALREADY_CAPTURED), now);
    }
    if (!ended && status != Known.FAILED && !(status == Known.EXPIRED && lookup.isOver())) {
      throw errors().unknown(why, null);
    }
    if (!(why instanceof GatewayException refused)) {
      return said(judge.judge(PaymentJudge.expected(request), now, Capture.ALREADY_CAPTURED), now);
    }
    NotConfirmed judged = refusals().shown(refused, now);
    return refusals().isOpen(refused, now) ? judged : said(judged, now);
  }

  private Confirmation afterCaptured(Captured answer) {
    Payment payment = answer.payment();
    if (payment == null) {
      return afterUnseen(answer);
    }
    boolean anothers = !payment.paymentId().equals(request.paymentId());
    Known status = payment.status().known();
    boolean mayBeElsewhere = answer.followsDoubt() || isAnotherOpen();
    boolean unfinished = UNFINISHED.contains(status) || (status == Known.EXPIRED && mayBeElsewhere);
    Confirmation judged =
        judge.judge(PaymentJudge.expected(request), payment, Capture.BY_THIS_CALL);
    boolean ofAnotherConfirm =
        request.idempotencyKey().isPresent()
            && judged instanceof NotConfirmed refused
            && refused.reason() == Reason.MISMATCH;
    if (!answer.replay() && !anothers && !unfinished && !ofAnotherConfirm) {
      return said(judged, payment);
    }
    Payment now;
    try {
      now = lookup.find();
    } catch (PaymentException | IllegalStateException e) {
      if (judged instanceof AwaitingDeposit) {
        return said(judged, payment);
      }
      throw errors().unknown(null, e);
    }
    boolean saidCaptured = !anothers && PaymentJudge.wasCaptured(payment);
    if (now == null
        || UNFINISHED.contains(now.status().known())
        || (saidCaptured && CAME_TO_NOTHING.contains(now.status().known()))) {
      if (anothers && !answer.followsDoubt() && request.idempotencyKey().isPresent()) {
        open.end(Objects.requireNonNull(sending));
        throw kept(errors().keyOfAnother(payment));
      }
      throw errors().unknown(null, null);
    }
    return afterLookup(now, null, false);
  }

  /** Judges what a lookup shows after an answer that says captured, and nothing of the payment. */
  private Confirmation afterUnseen(Captured answer) {
    Payment now = lookup.findOrDoubt(null);
    if (now == null
        || !now.paymentId().equals(request.paymentId())
        || UNFINISHED.contains(now.status().known())
        || CAME_TO_NOTHING.contains(now.status().known())) {
      throw errors().unknown(null, null);
    }
    // It may be the answer that an earlier call in doubt didn't get, or under a caller's key that
    // of another payment.
    boolean mayBeEarlier =
        answer.replay() || isAnotherOpen() || request.idempotencyKey().isPresent();
    Capture capture = mayBeEarlier ? Capture.ALREADY_CAPTURED : Capture.BY_THIS_CALL;
    return said(judge.judge(PaymentJudge.expected(request), now, capture), now);
  }

  /** Forgets the last sending, unless the payment's status is unknown. */
  private Confirmation said(Confirmation confirmation, Payment payment) {
    if (payment.status().known() != Known.UNKNOWN) {
      open.end(Objects.requireNonNull(sending));
    }
    return confirmation;
  }
}
