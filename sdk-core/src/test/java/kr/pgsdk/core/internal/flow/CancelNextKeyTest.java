package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.loseAndRefuse;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a cancel in doubt may be sent again, and when under another key: never beside work. */
class CancelNextKeyTest {
  private CancelCalls calls = new CancelCalls(Like.TOSS);
  private FakeCancelSteps gateway = calls.gateway;

  private void on(Like like) {
    calls = new CancelCalls(like);
    gateway = calls.gateway;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER_ERROR", "CONSECUTIVE"})
  void lostAndRefused_sameKeyUntilWorkIsOver_thenToldNotExecuted_thenAnotherKey(String code) {
    gateway.next(loseAndRefuse(code), refuse(code));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER.minus(Duration.ofSeconds(1)));
    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelOrder::key).containsOnly(request.idempotencyKey());

    calls.pass(WORK_IS_OVER);
    calls.refusal(request);
    assertThat(gateway.sent).hasSize(2);
    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelOrder.key(request, 2));
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

    assertThat(gateway.sent).extracting(CancelOrder::key).containsOnly(request.idempotencyKey());
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
    assertThat(gateway.sent).extracting(CancelOrder::key).containsOnly(request.idempotencyKey());
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
  void serverError_lookupShowsNothing_sameKeyAgainInTheCall() {
    gateway.next(gateway::serverError, gateway::serverError);
    CancelRequest request = part(3_000);

    calls.cancelled(request);
    assertThat(gateway.sent)
        .hasSize(3)
        .extracting(CancelOrder::key)
        .containsOnly(request.idempotencyKey());
    assertThat(gateway.lookups).isEqualTo(3);
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
