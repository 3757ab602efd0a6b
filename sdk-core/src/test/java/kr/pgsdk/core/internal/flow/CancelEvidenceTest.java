package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.ANOTHERS;
import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancel's identity, and which cancel is the request's own in the answer to it. */
class CancelEvidenceTest extends CancelSetUp {
  /** Accepts the next sending, with what {@code done} leaves behind as the answer. */
  private void nextAnswerShows(Runnable done) {
    gateway.next(
        order -> {
          done.run();
          return new Accepted(gateway.payment(), false, false);
        });
  }

  private void nextIsReplay(Runnable done) {
    gateway.next(
        order -> {
          done.run();
          return new Accepted(gateway.payment(), true, false);
        });
  }

  // --- rule 2: a cancel's identity

  @Test
  void equalCancelsOfOneSecondWithoutIds_areCounted_andTheNewOneIsFound() {
    on(Like.IAMPORT);
    gateway.sameSecond = true;
    gateway.others(3_000, null);
    gateway.others(3_000, null);
    gateway.recorded = reason -> null;

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @ParameterizedTest
  @EnumSource
  void olderCancelWhoseReasonIsWordedAnew_isNoNewOne(Like like) {
    on(like);
    gateway.others(3_000, "a");
    nextAnswerShows(() -> gateway.become(0, State.DONE, "b"));

    calls.doubt(part(3_000));
  }

  // --- rule 3a: in the answer to its own request

  @ParameterizedTest
  @EnumSource
  void answer_ownIsUnderWay_besideAnOlderEqualOneDone_isPending_andLaterDone(Like like) {
    on(like);
    gateway.others(3_000, "other");
    gateway.asynchronous = true;
    gateway.takesBalanceAtOnce = true;
    CancelRequest request = part(3_000);

    assertThat(calls.pending(request).cancelledNow()).hasValue(Money.krw(3_000));
    calls.pending(request);
    gateway.become(1, State.DONE, "replaced since");
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void answer_ownIsTheOnlyNewOneOfItsAmount_whateverItsReasonSays(Like like) {
    on(like);
    gateway.recorded = reason -> "whatever";
    gateway.others(3_000, "older");
    CancelRequest request = part(3_000);
    nextAnswerShows(
        () -> {
          gateway.others(1_000, "of another amount");
          gateway.carryOut(gateway.sent.get(0));
        });

    calls.cancelled(request);
  }

  @ParameterizedTest
  @EnumSource
  void answer_twoNewOnesOfItsAmount_theReferenceDecides_elseDoubt(Like like) {
    on(like);
    nextAnswerShows(
        () -> {
          gateway.others(3_000, "other");
          gateway.carryOut(gateway.sent.get(0));
        });
    calls.cancelled(part(3_000));
    assertThat(gateway.lookups).as("the answer alone says it").isEqualTo(1);

    on(like);
    nextAnswerShows(
        () -> {
          gateway.others(3_000, "other");
          gateway.others(3_000, "another");
        });
    calls.doubt(part(3_000));
  }

  @ParameterizedTest
  @EnumSource
  void answer_showsOnlyOlderOnes_orOfAnotherReferenceOrAmount_isDoubt(Like like) {
    on(like);
    gateway.others(3_000, null);
    nextAnswerShows(
        () -> {
          gateway.others(3_000, ANOTHERS);
          gateway.others(1_000, "r");
        });

    calls.doubt(part(3_000));
  }

  @Test
  void answer_toTheRepetitionInTheSameCall_isThisCallsOwn_markedOrNot() {
    gateway.recorded = reason -> "whatever";
    gateway.next(gateway::carryOutAndRepeat);
    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));

    gateway.next(
        order -> {
          gateway.carryOut(order);
          return new Accepted(gateway.payment(), true, true);
        });
    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @Test
  void answer_aboutAnotherPayment_isDoubt() {
    nextAnswerShows(
        () -> {
          gateway.shownId = PaymentId.of("another");
          gateway.carryOut(gateway.sent.get(0));
        });

    calls.doubt(part(3_000));
  }

  @Test
  void replay_ofItsReferenceAndAmount_thereBefore_isAlreadyCancelled() {
    CancelRequest first = partOf(3_000).idempotencyKey("k").build();
    calls.cancelled(first);
    gateway.become(0, State.DONE, "reworded, so that the lookup before can't tell");
    CancelRequest madeAnew = partOf(3_000).idempotencyKey("k").build();

    calls.already(madeAnew);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void replay_ofAnotherAmountOrReference_saysThatTheKeyWasUsed_andStaysNotExecuted() {
    calls.cancelled(partOf(3_000).idempotencyKey("k").build());
    calls.cancelled(partOf(2_000).reference("R-1").idempotencyKey("l").build());

    assertThat(calls.refusal(partOf(1_000).idempotencyKey("k").build()))
        .hasMessageContaining("key was used for another refund");
    assertThat(calls.refusal(partOf(2_000).reference("R-2").idempotencyKey("l").build()))
        .hasMessageContaining("key was used for another refund");
    assertThat(gateway.executed).hasSize(2);
  }

  @Test
  void replay_showsNothing_afterAnEarlierDoubt_isDoubt_notAKeyUsedTwice() {
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
    nextIsReplay(() -> {});

    calls.doubt(request);
  }

  @Test
  void replay_isLookedUp_andSaysWhatBecameOfTheCancelSince() {
    CancelRequest request = partOf(3_000).idempotencyKey("k").build();
    gateway.asynchronous = true;
    gateway.next(order -> new Accepted(gateway.carryOut(order), true, true));
    calls.pending(request);

    gateway.become(0, State.FAILED, marked(request));
    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void replay_givenUpSince_isNotWhatTheOldAnswerSays() {
    CancelRequest request = part(3_000);
    nextIsReplay(() -> gateway.row(3_000, State.PENDING, marked(request)));
    gateway.afterAnswer = () -> gateway.become(0, State.FAILED, marked(request));

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void replay_acceptedThen_cantBeLookedUpNow_saysSo_andIsNeverCalledPending() {
    CancelRequest request = part(3_000);
    nextIsReplay(() -> gateway.row(3_000, State.PENDING, marked(request)));
    gateway.failsLookupsOnceSent = true;

    assertThat(calls.doubt(request)).hasMessageContaining("was accepted earlier");
    gateway.failsLookupsOnceSent = false;
    gateway.become(0, State.DONE, marked(request));
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void replay_refundFailedSince_besideAnothersCancel_isDoubt() {
    CancelRequest request = part(3_000);
    gateway.others(1_000, "other");
    gateway.refundStatus = RefundStatus.PENDING;
    nextIsReplay(() -> gateway.others(3_000, marked(request)));
    gateway.afterAnswer = () -> gateway.refundStatus = RefundStatus.PARTIAL_FAILED;

    calls.doubt(request);
  }
}
