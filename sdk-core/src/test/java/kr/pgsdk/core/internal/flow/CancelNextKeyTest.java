package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.loseAndRefuse;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a cancel in doubt may be sent again, and when under another key: never beside work. */
class CancelNextKeyTest extends CancelSetUp {
  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER_ERROR", "CONSECUTIVE"})
  void lostAndRefused_sameKeyUntilWorkIsOver_thenToldNotExecuted_thenAnotherKey(String code) {
    gateway.next(loseAndRefuse(code), refuse(code));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER.minus(Duration.ofSeconds(1)));
    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());

    calls.pass(WORK_IS_OVER);
    calls.refusal(request);
    assertThat(gateway.sent).hasSize(2);
    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @Test
  void lostWithoutAnyAnswer_workIsOver_isSentUnderTheSameKey() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(request.idempotencyKey());
  }

  @Test
  void bankMayHaveDoneIt_neverAnotherKey_howeverMuchTimePasses() {
    gateway.next(refuse("FAILED_REFUND"), refuse("FAILED_REFUND"), refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    for (int call = 0; call < 3; call++) {
      calls.doubt(request);
      calls.pass(Duration.ofDays(1));
    }

    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @Test
  void cancelUnderWayThatMayBeItsOwn_workIsOver_neverAnotherKey() {
    gateway.recorded = reason -> "whatever";
    gateway.asynchronous = true;
    gateway.next(gateway::loseAnswer, refuse("PROVIDER_ERROR"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @Test
  void noKeysKnown_notSentAgainBeforeWorkIsOver_andSaysWhenItWillBe() {
    on(Like.IAMPORT);
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER.minus(Duration.ofSeconds(7)));

    assertThat(calls.doubt(request).retryAfter()).hasValue(Duration.ofSeconds(7));
    assertThat(gateway.sent).hasSize(1);
    calls.pass(Duration.ofSeconds(7));
    calls.cancelled(request);
    assertThat(gateway.sent).hasSize(2);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void noKeysKnown_unchangedBalanceIsNoProof_soItIsNeverCalledNotExecuted() {
    on(Like.IAMPORT);
    gateway.next(refuse("PROVIDER_ERROR"), refuse("NOT_MATCHES"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(2);
  }

  @Test
  void companyThatRefundsLater_acceptedWithoutARow_isPending_neverSentAgain() {
    on(Like.IAMPORT);
    gateway.refundsLater = true;
    gateway.next(gateway::acceptSilently);
    CancelRequest request = part(3_000);
    calls.pending(request);
    calls.pass(Duration.ofDays(1));
    calls.pending(request);
    gateway.finishWork();

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void companyThatRefundsLater_inDoubt_isNeverSentAgain() {
    on(Like.IAMPORT);
    gateway.refundsLater = true;
    gateway.next(gateway::workLater);
    CancelRequest request = allOf().build();
    calls.doubt(request);
    calls.pass(Duration.ofDays(1));

    assertThat(calls.doubt(request)).hasNoSuppressedExceptions();
    assertThat(gateway.sent).hasSize(1);
    gateway.finishWork();
    calls.already(request);
  }

  @Test
  void acceptedWithoutARow_companyThatRefundsAtOnce_isDoubt() {
    on(Like.IAMPORT);
    gateway.next(gateway::acceptSilently);

    calls.doubt(partOf(3_000).build());
  }

  // --- server errors

  @Test
  void serverError_lookupShowsNothing_isNotSentAgain_untilALookupProvesThatItWasNotExecuted() {
    gateway.next(gateway::serverError);
    CancelRequest request = part(3_000);

    calls.doubt(request);
    assertThat(calls.doubt(request).retryAfter()).hasValue(WORK_IS_OVER);
    calls.pass(WORK_IS_OVER);
    assertThat(calls.refusal(request).isRetryable()).isTrue();
    assertThat(gateway.sent).hasSize(1);

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  /** The gateway keeps no record of the key, and the balance stays until the refund is done. */
  @Test
  void serverErrorAfterAcceptance_lookupIsBehind_isNotSentTwice() {
    gateway.asynchronous = true;
    gateway.next(
        order -> {
          gateway.laggingLookup = gateway.payment();
          gateway.carryOut(order);
          return gateway.serverError(order);
        });
    CancelRequest request = part(3_000);

    calls.doubt(request);
    calls.doubt(request);
    gateway.laggingLookup = null;
    calls.pending(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void anotherProcessSentIt_andMayHaveSeenAServerError_lookupIsBehind_isNotSentTwice() {
    gateway.asynchronous = true;
    gateway.next(
        order -> {
          gateway.laggingLookup = gateway.payment();
          gateway.carryOut(order);
          return gateway.serverError(order);
        });
    List<String> stored = new ArrayList<>();
    calls.doubt(partOf(3_000).beforeSending(stored::add).build());
    CancelRequest resumed = CancelRequest.resume(stored.get(0));

    calls.doubt(resumed);
    gateway.laggingLookup = null;
    assertThat(calls.elsewhere(resumed)).isInstanceOf(Cancellation.Pending.class);
    assertThat(gateway.sent).hasSize(1);
  }

  /** Without a reference a cancel under way could be anyone's, and the balance stops nothing. */
  @Test
  void serverError_cancelUnderWayThatMayBeItsOwn_workIsOver_isNotSentAgain() {
    gateway.recorded = reason -> null;
    gateway.asynchronous = true;
    gateway.next(
        order -> {
          gateway.carryOut(order);
          return gateway.serverError(order);
        });
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    assertThat(calls.doubt(request).retryAfter()).isEmpty();
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void serverErrorAfterExecution_theLookupProvesIt_andNothingIsSentAgain() {
    gateway.next(
        order -> {
          gateway.carryOut(order);
          return gateway.serverError(order);
        });

    calls.cancelled(part(3_000));
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void serverError_lookupFails_nothingIsSentAgain() {
    gateway.next(gateway::serverError);
    gateway.failsLookupsOnceSent = true;

    calls.doubt(part(3_000));
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void companyThatRefundsLater_answerShowsACancelOfItsAmount_isItsOwnOnlyIfMarked() {
    on(Like.IAMPORT);
    gateway.refundsLater = true;
    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));

    gateway.recorded = reason -> null;
    assertThat(calls.pending(part(2_000)).cancelledNow()).isEmpty();
  }

  @Test
  void companyThatRefundsLater_nothingToRefund_acceptedAndNotShown_isDoubt() {
    on(Like.IAMPORT);
    gateway.refundsLater = true;
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(order -> new CancelSteps.Accepted(gateway.payment(), false, false));

    calls.doubt(CancelCalls.all());
  }
}
