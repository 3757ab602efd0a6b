package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancel stored as text by one process, and gone on with by another. */
class ResumedCancelTest extends CancelSetUp {
  private static CancelRequest resumed(CancelRequest request) {
    String text = request.toText();
    assertThat(text).hasSameSizeAs(text.strip()).doesNotContain("\n", " ");
    CancelRequest resumed = CancelRequest.resume(text);
    assertThat(resumed.toText()).isEqualTo(text);
    assertThat(CancelMemory.of(resumed).state()).isEqualTo(CancelMemory.of(request).state());
    return resumed;
  }

  private static Phase phase(CancelRequest request) {
    return CancelMemory.of(request).state().phase();
  }

  @ParameterizedTest
  @EnumSource
  void neverSent_isSentByTheOtherProcess(Like like) {
    on(like);
    assertThat(calls.elsewhere(resumed(part(3_000)))).isInstanceOf(Cancellation.Cancelled.class);
  }

  @ParameterizedTest
  @EnumSource
  void inDoubtAndDone_isFoundByTheOtherProcess_evenBesideRowsSeenBefore(Like like) {
    on(like);
    gateway.others(3_000, like == Like.TOSS ? "r" : null);
    if (like == Like.IAMPORT) {
      gateway.recorded = reason -> null;
    }
    gateway.next(gateway::workLater);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    assertThat(phase(request)).isEqualTo(Phase.IN_DOUBT);
    assertThat(CancelMemory.of(request).state().rowsBefore()).hasSize(1);
    CancelRequest resumed = resumed(request);
    gateway.finishWork();

    assertThat(calls.elsewhere(resumed)).isInstanceOf(Cancellation.AlreadyCancelled.class);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void inDoubtAndNotDone_isSentUnderTheSameKeyReferenceAndBalance() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.elsewhere(resumed(request));

    CancelToSend first = gateway.sent.get(0);
    CancelToSend second = gateway.sent.get(1);
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(second.reason()).isEqualTo(first.reason());
    assertThat(second.balance()).isEqualTo(first.balance());
  }

  @Test
  void accepted_isNotSentByTheOtherProcess_andItsRowIsKnownByItsIdentity() {
    gateway.asynchronous = true;
    CancelRequest request = part(3_000);
    calls.pending(request);
    CancelRequest resumed = resumed(request);
    assertThat(phase(resumed)).isEqualTo(Phase.ACCEPTED);

    assertThat(calls.elsewhere(resumed)).isInstanceOf(Cancellation.Pending.class);
    gateway.become(0, State.DONE, "reworded");
    assertThat(calls.elsewhere(resumed)).isInstanceOf(Cancellation.AlreadyCancelled.class);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void doneAndGivenUp_areNotSentByTheOtherProcess() {
    CancelRequest done = part(3_000);
    calls.cancelled(done);
    gateway.asynchronous = true;
    CancelRequest givenUp = part(3_000);
    calls.pending(givenUp);
    gateway.become(1, State.FAILED, "r");
    calls.refusal(givenUp);
    gateway.rows.clear();

    assertThat(calls.elsewhere(resumed(done))).isInstanceOf(Cancellation.AlreadyCancelled.class);
    CancelRequest resumed = resumed(givenUp);
    assertThat(phase(resumed)).isEqualTo(Phase.GIVEN_UP);
    assertThatThrownBy(() -> calls.elsewhere(resumed)).hasMessageContaining("given up");
    assertThat(gateway.sent).hasSize(2);
  }

  @Test
  void provedNotExecuted_theOtherProcessGoesOnUnderTheNextKey() {
    gateway.next(FakeCancelSteps.loseAndReplayRefusal("FINAL"));
    CancelRequest request = part(3_000);
    calls.refusal(request);
    calls.elsewhere(resumed(request));

    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @Test
  void gatewaysWordsAndABanksDoubt_outliveTheProcess() {
    gateway.next(FakeCancelSteps.refuse("FAILED_REFUND"), FakeCancelSteps.refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    CancelRequest resumed = CancelRequest.resume(request.toText(), Duration.ofDays(1));
    assertThat(CancelMemory.of(resumed).state().words())
        .isEqualTo(new CancelState.Words("FAILED_REFUND", "words of FAILED_REFUND"));

    assertThatThrownBy(() -> calls.elsewhere(resumed)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  // --- how long ago the last sending ended

  @Test
  void resumedWithoutATime_waitsFromTheFirstCallWithIt() {
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    CancelRequest resumed = CancelRequest.resume(request.toText());
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));
    assertThatThrownBy(() -> calls.elsewhere(resumed)).isInstanceOf(OutcomeUnknownException.class);

    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 59, 60, Integer.MAX_VALUE, Long.MAX_VALUE})
  void resumedWithATime_isTakenUpWhenAMinuteHasPassedSince(long seconds) {
    on(Like.IAMPORT);
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    CancelRequest resumed = CancelRequest.resume(request.toText(), Duration.ofSeconds(seconds));

    Throwable thrown = catchThrowable(() -> calls.elsewhere(resumed));
    assertThat(gateway.executed).hasSize(seconds < 60 ? 0 : 1);
    if (seconds < 60) {
      assertThat(thrown)
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(60 - seconds)));
    } else {
      assertThat(thrown).isNull();
    }
  }

  @Test
  void provedNotExecuted_byTheOtherProcess_isSaidWithTheFirstOnesWords() {
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    CancelRequest resumed = CancelRequest.resume(request.toText(), Duration.ofMinutes(5));

    assertThatThrownBy(() -> calls.elsewhere(resumed))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("PROVIDER_ERROR");
              assertThat(e.gatewayMessage()).hasValue("words of PROVIDER_ERROR");
            });
  }
}
