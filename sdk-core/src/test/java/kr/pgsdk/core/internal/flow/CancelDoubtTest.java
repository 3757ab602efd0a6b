package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.ANOTHERS;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.loseAndRefuse;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.loseAndReplayRefusal;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.replayRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a doubt about a cancel begins, what it says, and what alone ends it. */
class CancelDoubtTest extends CancelSetUp {
  // --- rule 6: refused, and never in doubt

  @ParameterizedTest
  @EnumSource
  void refused_anothersCancelOfTheAmountIsThereOrUnderWay_isARefusal(Like like) {
    on(like);
    gateway.next(
        order -> {
          gateway.others(3_000, "other");
          gateway.row(3_000, State.PENDING, null);
          return refuse("NOT_MATCHES").answer(order);
        });

    assertThat(calls.refusal(part(3_000)).gatewayCode()).hasValue("NOT_MATCHES");
    assertThat(gateway.lookups).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void refused_ownCancelByItsReference_fromAnotherServer_isAlreadyCancelled(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.others(3_000, marked(request));
          return refuse("NOT_MATCHES").answer(order);
        });

    calls.already(request);
  }

  @ParameterizedTest
  @EnumSource
  void refused_twoCancelsOfItsReference_isDoubt(Like like) {
    on(like);
    gateway.next(
        order -> {
          gateway.others(3_000, "[R-1] r");
          gateway.others(3_000, "[R-1] r");
          return refuse("NOT_MATCHES").answer(order);
        });

    calls.doubt(partOf(3_000).reference("R-1").build());
  }

  @ParameterizedTest
  @EnumSource
  void refused_allAndReachedByOthers_isAlreadyCancelled(Like like) {
    on(like);
    gateway.next(
        order -> {
          gateway.others(10_000, "other");
          return refuse("NOT_MATCHES").answer(order);
        });

    calls.already(all());
  }

  @ParameterizedTest
  @EnumSource
  void refused_lookupFails_theRefusalStands_andItIsNoDoubt(Like like) {
    on(like);
    gateway.next(refuse("FINAL"));
    gateway.failsLookupsOnceSent = true;
    CancelRequest request = part(3_000);
    assertThat(calls.refusal(request).gatewayCode()).hasValue("FINAL");

    assertThatThrownBy(() -> calls.cancel(request)).isInstanceOf(TransportException.class);
  }

  @Test
  void replayedRefusal_neverInDoubt_isARefusal_underTheSameKey() {
    gateway.next(replayRefusal("FINAL"));
    CancelRequest request = part(3_000);
    calls.refusal(request);
    calls.cancelled(request);

    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  // --- rule 7: what ends a doubt

  @Test
  void requestLost_doubt_thenTheSameKeyAndBalance_oneRefund() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(request.idempotencyKey());
    assertThat(gateway.sent).extracting(CancelToSend::balance).containsOnly(Money.krw(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void workedOnLater_isFound_andNotSentAgain(Like like) {
    on(like);
    gateway.next(gateway::workLater);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.finishWork();

    calls.already(request);
    assertThat(gateway.executed).hasSize(1);
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_MATCHES", "CONSECUTIVE", "FINAL", "PROVIDER_ERROR"})
  void refusedAfterALoss_provesNothing_andTheGatewaysWordsAreTold(String code) {
    gateway.next(loseAndRefuse(code));
    OutcomeUnknownException unknown = calls.doubt(part(3_000));

    assertThat(unknown.gatewayCode()).hasValue(code);
    assertThat(unknown.gatewayMessage()).hasValue("words of " + code);
    assertThat(unknown).hasMessageContaining("(the gateway's last code: " + code + ")");
  }

  @Test
  void refusedAfterALoss_executed_isFoundByItsReference() {
    gateway.next(
        order -> {
          gateway.carryOut(order);
          return loseAndRefuse("NOT_MATCHES").answer(order);
        });

    calls.cancelled(part(3_000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void markedReplayOfAFinalRefusal_endsTheDoubt_andTheNextSendingHasAnotherKey(boolean sameCall) {
    CancelRequest request = part(3_000);
    if (!sameCall) {
      gateway.next(gateway::loseRequest);
      calls.doubt(request);
    }
    gateway.next(sameCall ? loseAndReplayRefusal("FINAL") : replayRefusal("FINAL"));
    assertThat(calls.refusal(request).gatewayCode()).hasValue("FINAL");

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_MATCHES", "CONSECUTIVE", "PROVIDER_ERROR", "FAILED_REFUND"})
  void markedReplayOfAnyOtherRefusal_endsNoDoubt(String code) {
    CancelRequest request = part(3_000);
    gateway.next(loseAndReplayRefusal(code), replayRefusal(code));

    calls.doubt(request);
    assertThat(calls.doubt(request).gatewayCode()).hasValue(code);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @ParameterizedTest
  @EnumSource
  void uncertainRefusal_isDoubt_withTheGatewaysWords_alsoLaterAndWithoutAnAnswer(Like like) {
    on(like);
    gateway.next(refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.lookupFailure = FakeCancelSteps.transport();

    OutcomeUnknownException unknown = calls.doubt(request);
    assertThat(unknown.gatewayCode()).hasValue("PROVIDER_ERROR");
    assertThat(unknown.gatewayMessage()).hasValue("words of PROVIDER_ERROR");
  }

  @ParameterizedTest
  @EnumSource
  void othersExplainTheWholeFall_endsTheDoubt_onceWorkIsOver_notBefore(Like like) {
    on(like);
    gateway.next(refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.others(3_000, ANOTHERS);
    if (like == Like.TOSS) {
      gateway.next(refuse("PROVIDER_ERROR"));
    }
    calls.doubt(request);

    calls.pass(WORK_IS_OVER);
    GatewayException ended = calls.refusal(request);
    assertThat(ended).hasMessageContaining("was not executed").hasMessageContaining("PROVIDER");
    assertThat(ended.gatewayCode()).hasValue("PROVIDER_ERROR");
    assertThat(ended.gatewayMessage()).hasValue("words of PROVIDER_ERROR");
    assertThat(ended.isRetryable()).isTrue();
    calls.cancelled(request);
    assertThat(gateway.executed).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void fallIsNotWhollyTheOthers_orOneMayBeItsOwn_orOneIsUnderWay_staysDoubt(Like like) {
    for (int situation = 0; situation < 3; situation++) {
      on(like);
      CancelRequest request = part(3_000);
      gateway.next(gateway::loseRequest);
      calls.doubt(request);
      gateway.others(1_000, ANOTHERS);
      if (situation == 0) {
        gateway.balance = Money.krw(6_000);
      } else if (situation == 1) {
        gateway.others(3_000, like == Like.TOSS ? marked(request) : null);
        gateway.others(3_000, like == Like.TOSS ? marked(request) : null);
      } else {
        gateway.row(2_000, State.PENDING, ANOTHERS);
      }
      gateway.next(refuse("NOT_MATCHES"));
      calls.pass(WORK_IS_OVER);

      calls.doubt(request);
      assertThat(gateway.executed).isEmpty();
      assertThat(gateway.sent).hasSize(like == Like.TOSS && situation != 1 ? 2 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGatewayBuiltWithoutReferences_anEqualCancelMayBeItsOwn_staysDoubt(Like like) {
    on(like);
    gateway.makesReferences = false;
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest, refuse("NOT_MATCHES"));
    calls.doubt(request);
    gateway.others(1_000, "other");
    gateway.others(3_000, "r");
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.executed).isEmpty();
  }

  static Stream<RuntimeException> failuresOfALookup() {
    ErrorDetails details = ErrorDetails.builder("testpay").build();
    return Stream.of(
        FakeCancelSteps.transport(),
        Errors.make().malformed("odd", details),
        Errors.make().authentication("who?", details),
        FakeCancelSteps.refusal(404, "NOT_FOUND"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfALookup")
  void lookupFails_theDoubtIsKept_andSaysWhatFailed(RuntimeException failure) {
    gateway.next(gateway::loseAnswer);
    gateway.failsLookupsOnceSent = true;
    CancelRequest request = part(3_000);
    assertThat(calls.doubt(request).getSuppressed()).hasSize(1);
    gateway.lookupFailure = failure;
    calls.doubt(request);

    gateway.failsLookupsOnceSent = false;
    gateway.lookupFailure = null;
    calls.already(request);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void gatewayObjectClosedAfterALoss_theDoubtIsKept() {
    gateway.next(gateway::loseRequest);
    gateway.beforeExecute = () -> gateway.lookupFailure = new IllegalStateException("closed");

    calls.doubt(part(3_000));
  }

  @Test
  void inDoubt_thenUnreachableOrBusyOrRefused_theDoubtIsKept() {
    gateway.next(gateway::loseRequest, gateway::unreachable, refuse("BUSY"), refuse("CONSECUTIVE"));
    CancelRequest request = part(3_000);
    for (int call = 0; call < 4; call++) {
      calls.doubt(request);
    }

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(request.idempotencyKey());
  }

  @Test
  void accepted_thenTheLookupFails_isDoubt_notAnError() {
    gateway.asynchronous = true;
    CancelRequest request = part(3_000);
    calls.pending(request);
    gateway.lookupFailure = FakeCancelSteps.transport();

    calls.doubt(request);
  }

  private Cancellation onceClosed(CancelRequest request) {
    return new CancelFlow(gateway, new ClaimedRows())
        .cancel(
            request,
            () -> {
              throw new IllegalStateException("closed");
            });
  }

  @Test
  void gatewayObjectClosed_whileItIsInDoubtOrAccepted_theDoubtIsKept() {
    gateway.next(gateway::loseRequest);
    CancelRequest lost = part(3_000);
    calls.doubt(lost);
    gateway.asynchronous = true;
    CancelRequest accepted = part(2_000);
    calls.pending(accepted);

    assertThatThrownBy(() -> onceClosed(lost)).isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> onceClosed(accepted)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void gatewayObjectClosed_neverSentOrGivenUp_isNoDoubt() {
    CancelRequest request = part(3_000);
    assertThatThrownBy(() -> onceClosed(request)).isExactlyInstanceOf(IllegalStateException.class);
    gateway.asynchronous = true;
    calls.pending(request);
    gateway.become(0, State.FAILED, CancelCalls.marked(request));
    calls.refusal(request);

    assertThatThrownBy(() -> onceClosed(request)).isExactlyInstanceOf(IllegalStateException.class);
  }

  /** What is wrong with the amounts that a payment shows takes nothing back that was sent. */
  @Test
  void cancelInAnotherCurrency_theDoubtIsKept() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.rows.add(PaymentCancel.of("T1", Money.of("1", "USD"), State.DONE, "other", null));

    calls.doubt(request);
  }
}
