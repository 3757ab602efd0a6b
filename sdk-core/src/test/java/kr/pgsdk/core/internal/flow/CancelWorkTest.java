package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what was sent for a refund may still be worked on, and what ends that. */
class CancelWorkTest extends CancelSetUp {
  private static final Duration SUSPENDED = Duration.ofMinutes(10);

  @Test
  void errorWhileItIsSent_mayBeWorkedOn_andIsNotSentAgain() {
    on(Like.IAMPORT);
    gateway.next(
        order -> {
          throw new StackOverflowError();
        });
    CancelRequest request = part(3_000);
    assertThatThrownBy(() -> calls.cancel(request)).isInstanceOf(StackOverflowError.class);

    assertThat(calls.doubt(request).retryAfter()).hasValue(WORK_IS_OVER);
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void processSuspendedWhileItIsSent_mayBeWorkedOnFromThenOn(boolean answered) {
    on(Like.IAMPORT);
    gateway.next(
        order -> {
          calls.pass(SUSPENDED);
          return answered ? gateway.acceptSilently(order) : gateway.loseRequest(order);
        });
    CancelRequest request = part(3_000);
    calls.doubt(request);

    assertThat(calls.doubt(request).retryAfter()).hasValue(CancelSteps.LONGEST_WORK);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void serverErrorThenALoss_isNotSentAThirdTimeBesideTheSecond() {
    gateway.losesReasons = true;
    gateway.next(gateway::serverError, gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    calls.doubt(request);
    assertThat(gateway.sent).hasSize(2);

    assertThat(calls.doubt(request).retryAfter()).hasValue(WORK_IS_OVER);
    assertThat(gateway.sent).hasSize(2);
  }

  // --- proved over

  @Test
  void serverErrorProvedOver_thenLostUnderTheNextKey_isSentAgainAtOnce() {
    gateway.next(gateway::serverError, gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    calls.refusal(request);
    calls.doubt(request);

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @Test
  void lostUntilItsKeyIsOld_isToldNotExecuted_thenSentUnderTheNextKey() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(gateway.keyLife);

    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @Test
  void givenUp_thenTheLookupFails_isNoDoubt() {
    gateway.asynchronous = true;
    CancelRequest request = part(3_000);
    calls.pending(request);
    gateway.become(0, State.FAILED, marked(request));
    calls.refusal(request);
    gateway.lookupFailure = FakeCancelSteps.transport();

    assertThatThrownBy(() -> calls.cancel(request)).isInstanceOf(TransportException.class);
  }

  @Test
  void done_andItsReasonReplaced_failsAfterAll_isGivenUp() {
    gateway.recorded = reason -> "replaced";
    CancelRequest request = part(3_000);
    calls.cancelled(request);
    gateway.become(0, State.FAILED, "replaced");

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void allCancelledByOthers_isStoredAsDone() {
    gateway.others(10_000, "other");
    CancelRequest request = all();
    calls.already(request);

    assertThat(request.toText()).contains("phase=DONE");
  }
}
