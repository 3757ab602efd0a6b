package kr.pgsdk.core.internal.flow;

import java.util.Objects;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.http.RetryRules;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One confirm that captures: a sending, then a lookup wherever the response doesn't say for certain
 * where the payment stands; another sending, under the next key, only when all before were refused
 * and the payment still waits.
 */
final class ConfirmCall {
  private static final int MAX_SENDINGS = 3;

  /** What comes next. */
  private enum State {
    SEND,
    LOOK_AFTER_REFUSAL,
    LOOK_AFTER_LOSS,
    JUDGE_CAPTURED,
    JUDGE_REFUSED
  }

  private final CaptureSteps steps;
  private final ConfirmRequest request;
  private final Deadline deadline;
  private final ConfirmLookup lookup;
  private final ConfirmSent sent;
  private final ConfirmReplies replies;

  private int keyNumber = 1;
  private @Nullable Captured captured;
  private @Nullable OutcomeUnknownException loss;
  private @Nullable GatewayException refusal;

  /** What the lookup after the last refusal showed. */
  private @Nullable Payment shown;

  ConfirmCall(
      CaptureSteps steps,
      PaymentJudge judge,
      OpenConfirms open,
      ConfirmRequest request,
      Deadline deadline) {
    this.steps = steps;
    this.request = request;
    this.deadline = deadline;
    this.lookup = new ConfirmLookup(steps, request, deadline);
    this.sent = new ConfirmSent(open, request, deadline);
    this.replies = new ConfirmReplies(steps, judge, lookup, sent, request);
  }

  Confirmation run() {
    State state = State.SEND;
    while (true) {
      switch (state) {
        case SEND -> state = send();
        case LOOK_AFTER_REFUSAL -> state = lookAfterRefusal(last());
        case LOOK_AFTER_LOSS -> {
          return replies.afterLoss(Objects.requireNonNull(loss));
        }
        case JUDGE_CAPTURED -> {
          return replies.afterCaptured(Objects.requireNonNull(captured));
        }
        case JUDGE_REFUSED -> {
          return replies.afterRefused(last(), shown);
        }
      }
    }
  }

  private GatewayException last() {
    return Objects.requireNonNull(refusal, "only looked at after one");
  }

  private State send() {
    Sendable<Captured> capture = steps.capture(request, keyNumber);
    sent.begin(keyNumber);
    try {
      captured = capture.send(deadline);
      return State.JUDGE_CAPTURED;
    } catch (OutcomeUnknownException e) {
      loss = e;
      return State.LOOK_AFTER_LOSS;
    } catch (GatewayException e) {
      refusal = e;
      if (steps.classify(e).isDefinite() || RetryRules.isBusy(e)) {
        sent.end();
      } else {
        sent.doubted(e);
      }
      return State.LOOK_AFTER_REFUSAL;
    } catch (TransportException | AuthenticationException notExecuted) {
      sent.end();
      throw replies.kept(notExecuted);
    }
  }

  /** Looks where the payment stands, and whether another sending is to follow. */
  private State lookAfterRefusal(GatewayException refused) {
    if (RetryRules.isBusy(refused)) {
      throw replies.kept(refused);
    }
    boolean definite = steps.classify(refused).isDefinite();
    if (steps.saysNotFound(refused) && !sent.isAnotherOpen()) {
      shown = null;
      return State.JUDGE_REFUSED;
    }
    boolean ofTheCompany = steps.classify(refused) == RefusalClass.BY_THE_COMPANY;
    shown =
        definite || ofTheCompany
            ? lookup.findOrNull(refused)
            : lookup.findUnlessMisdirected(refused, !sent.isAnotherOpen());
    boolean waits = shown != null && shown.status().known() == Known.IN_PROGRESS;
    boolean again =
        waits
            && sent.count() < MAX_SENDINGS
            && steps.mayPass(refused)
            && !sent.isAnotherUnrefused()
            && steps.pause(sent.count(), deadline);
    // What was refused in front of the record isn't kept under its key: the key is still good.
    keyNumber = again && !definite ? keyNumber + 1 : keyNumber;
    return again ? State.SEND : State.JUDGE_REFUSED;
  }
}
