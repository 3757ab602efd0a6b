package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a cancel is done, under way or given up: a part is a row, all is a goal. */
class CancelGoalTest extends CancelSetUp {
  @ParameterizedTest
  @EnumSource
  void all_answerLost_reachedBySomebody_isAlreadyCancelled_andClaimsNoRow(Like like) {
    on(like);
    gateway.recorded = sent -> null;
    gateway.next(gateway::loseAnswer);

    assertThat(calls.already(all()).cancelledNow()).isEmpty();
  }

  @Test
  void all_answerLost_ownRowByItsReference_isCancelled() {
    gateway.next(gateway::loseAnswer);

    assertThat(calls.cancelled(allOf().reference("R-1").build()).cancelledNow())
        .hasValue(Money.krw(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void all_answerShowsTheGoalAndNoRow_isCancelled_withoutAnAmount(Like like) {
    on(like);
    gateway.showsNoRows = true;

    assertThat(calls.cancelled(all()).cancelledNow()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void all_underWay_isPending_untilItIsDone(boolean takesBalanceAtOnce) {
    gateway.asynchronous = true;
    gateway.takesBalanceAtOnce = takesBalanceAtOnce;
    CancelRequest request = all();

    calls.pending(request);
    calls.pending(request);
    gateway.balance = Money.krw(0);
    gateway.become(0, State.DONE, "r");
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void part_goalOfAllReachedByOthers_isNoProofOfIt() {
    gateway.next(
        order -> {
          gateway.others(10_000, "other");
          return gateway.loseRequest(order);
        });

    calls.doubt(part(3_000));
  }

  @ParameterizedTest
  @CsvSource({"PENDING", "UNKNOWN"})
  void deposit_onItsWayBack_isPending_thenCompleted(RefundStatus onItsWay) {
    gateway.refundStatus = onItsWay;
    CancelRequest request = part(3_000);

    calls.pending(request);
    gateway.refundStatus = RefundStatus.COMPLETED;
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"FAILED, true", "PARTIAL_FAILED, true", "FAILED, false", "PARTIAL_FAILED, false"})
  void deposit_couldNotBePaidBack_isGivenUp(RefundStatus failed, boolean whole) {
    gateway.refundStatus = failed;
    CancelRequest request = whole ? all() : part(3_000);

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
    assertThat(calls.refusal(request)).hasMessageContaining("given up");
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void deposit_severalCancels_pendingIsPending_failedIsDoubt_andNoneKeepsANewOneFromBeingSent() {
    gateway.others(1_000, "other");
    gateway.refundStatus = RefundStatus.PENDING;
    calls.pending(part(3_000));

    gateway.refundStatus = RefundStatus.PARTIAL_FAILED;
    calls.doubt(part(2_000));
    assertThat(gateway.sent).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void ownCancelFailed_isGivenUp_forGood(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.asynchronous = true;
    calls.pending(request);
    gateway.become(0, State.FAILED, marked(request));

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
    gateway.others(3_000, "other");
    assertThat(calls.refusal(request)).hasMessageContaining("given up");
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anothersCancelFailed_answerLost_isNotGivenUp(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.row(3_000, State.FAILED, "[theirs] r");
          gateway.row(3_000, State.FAILED, null);
          return gateway.loseRequest(order);
        });
    calls.doubt(request);

    gateway.carryOut(gateway.sent.get(0));
    calls.already(request);
  }

  @Test
  void depositPaidBack_andAnothersFailedSince_staysDone() {
    gateway.others(1_000, "other");
    gateway.refundStatus = RefundStatus.COMPLETED;
    CancelRequest request = part(3_000);
    calls.cancelled(request);
    gateway.refundStatus = RefundStatus.PARTIAL_FAILED;

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }
}
